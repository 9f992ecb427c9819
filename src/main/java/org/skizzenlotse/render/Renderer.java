// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import org.skizzenlotse.sketch.Sketch;

/// One form of a sketch.
public interface Renderer {
    /// The media type of the form, without parameters; all forms are UTF-8.
    String mediaType();

    /// The sketch in this form.
    String render(Sketch sketch);
}
