// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// Placeholders name something that is known by then.
final class TextCheck {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]*)\\}");

    /// Keys whose texts people read, in the order of a step.
    private static final List<String> TEXTS = List.of("text", "short", "why", "help", "notice");

    private final Draft draft;
    private final Set<String> known = new HashSet<>();

    TextCheck(Draft draft) {
        this.draft = draft;
        known.addAll(draft.dialog().parts().facts().keySet());
        known.addAll(draft.dialog().parts().computed().keySet());
    }

    void check() {
        for (var group : draft.dialog().groups()) {
            var file = draft.groups().get(group.id());
            if (file == null) continue;
            text(file.at("title"));
            text(file.at("intro"));
            for (var step : group.steps()) {
                step(draft.step(step.id()));
                known.add(step.id().value());
            }
            if (draft.dialog().parts().outcomes().stream()
                    .anyMatch(one -> one.after().equals(group.id()))) outcomes();
        }
        head(draft.head());
        sketch();
    }

    private void step(Part step) {
        for (var key : TEXTS) text(step.at(key));
        for (var example : step.list("examples")) text(example);
        for (var option : step.list("options")) {
            text(option.at("text"));
            text(option.at("button"));
        }
        for (var open : step.entries("open_text").values()) text(open);
        for (var check : step.list("check")) text(check.at("say"));
    }

    private void head(Part head) {
        text(head.at("title"));
        text(head.at("review").at("text"));
        text(head.at("submit").at("text"));
        text(head.at("submit").at("done"));
        text(head.at("scope").at("short"));
        text(head.at("scope").at("full"));
        for (var condition : head.entries("conditions").values()) text(condition.at("means"));
    }

    private void outcomes() {
        var root = draft.files().file("outcomes.yaml").orElseThrow();
        for (var rule : root.list("rules")) text(rule.at("say"));
        for (var light : root.entries("lights").values()) text(light.at("text"));
    }

    private void sketch() {
        known.add("reason");
        draft.files()
                .file("sketch.yaml")
                .ifPresent(root -> {
                    for (var section : root.list("sections")) {
                        text(section.at("text"));
                        text(section.at("if_open"));
                    }
                });
    }

    private void text(Part text) {
        if (!text.exists()) return;
        var found = PLACEHOLDER.matcher(text.text());
        while (found.find()) placeholder(text, found.group(1));
    }

    private void placeholder(Part text, String name) {
        if (known.contains(name)) return;
        var later = draft.steps().keySet().stream().anyMatch(id -> id.value().equals(name));
        text.wrong(
                later
                        ? "{" + name + "} wird erst später gefragt."
                        : "{" + name + "} gibt es nicht.",
                later
                        ? "Ein Text setzt nur frühere Antworten ein."
                        : Nearest.question(name, known));
    }
}
