// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import org.skizzenlotse.render.DialogText;

/// A part of a legal page: the anchor, its heading, its text in the Markdown subset, and its
/// language.
public record Item(String id, String title, String markdown, String language) {
    /// One in German, as these pages are.
    public Item(String id, String title, String markdown) {
        this(id, title, markdown, "de");
    }

    /// The text for the page.
    public String html() {
        return DialogText.html(markdown);
    }
}
