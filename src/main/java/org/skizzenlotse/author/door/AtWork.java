// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.door;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.web.Templates;

/// An author at a page: how they are called, the proof that their forms carry, and what they filled
/// in (nothing where they only look).
public record AtWork(
        Context context,
        String name,
        String csrf,
        Map<String, List<String>> filled,
        Templates templates) {
    /// Copies the map.
    public AtWork {
        filled = Map.copyOf(filled);
    }

    /// What stands in a field, with line ends as files have them; empty without it.
    public String field(String field) {
        var values = filled.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst().replace("\r\n", "\n");
    }

    /// Whether a form has this field.
    public boolean has(String field) {
        return filled.containsKey(field);
    }

    /// Answers with a page of `src/main/jte`, which gets `at` beside its own.
    public void show(String template, Map<String, Object> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.put("at", this);
        templates.show(context, template, all);
    }

    /// Sends on to a page, after something was done.
    public void see(String path) {
        context.redirect(path, HttpStatus.SEE_OTHER);
    }

    @Override
    public String toString() {
        return "AtWork";
    }
}
