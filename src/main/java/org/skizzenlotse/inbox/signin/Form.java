// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import java.util.List;
import java.util.Map;

/// What was filled in, in the order of the fields; empty for a page that is only looked at.
public record Form(Map<String, List<String>> fields) {
    static final Form NONE = new Form(Map.of());

    /// What stands in a field, stripped; empty without it.
    public String value(String name) {
        return raw(name).strip();
    }

    /// The same with the spaces around it, for passwords.
    public String raw(String name) {
        var values = values(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// All that stands in fields of that name, such as boxes that were ticked.
    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// Whether there is something in a field.
    public boolean has(String name) {
        return !value(name).isEmpty();
    }

    @Override
    public String toString() {
        return "Form";
    }
}
