// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import org.skizzenlotse.render.DialogText;

/// A part of a legal page: the anchor, its heading, and its text in the Markdown subset.
public record Item(String id, String title, String markdown) {
    /// The text for the page.
    public String html() {
        return DialogText.html(markdown);
    }
}
