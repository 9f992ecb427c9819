// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import org.skizzenlotse.dialog.source.Part;

/// A text that people read, where it stands in the files: `key` names it for as long as its step
/// and its option have their IDs, `label` says in words what it is. `own` is the text of the
/// dialog's own language beside that of a variant; empty where it is that itself.
public record TextField(String key, String label, Part part, String own) {

    /// What stands there now; empty where there is nothing.
    public String value() {
        var node = part.node();
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }

    /// The path of its file below the folder of the dialogs.
    public String file() {
        return part.source().file();
    }

    /// Whether it is worth more than one line.
    public boolean isLong() {
        var text = value().isEmpty() ? own : value();
        return text.length() > 60 || text.contains("\n") || key.endsWith("help");
    }

    /// The first line of what stands there; 0 where there is nothing.
    public int line() {
        return part.exists() ? part.place().line() : 0;
    }
}
