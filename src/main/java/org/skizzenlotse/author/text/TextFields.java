// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.source.Part;

/// The texts of one dialog as its files hold them, sorted into sheets: one for the head, each
/// group, each step and the result. What is no text is not among them: structure stays in files.
public final class TextFields {
    /// Texts of a step, and what they are.
    private static final Map<String, String> OF_STEP =
            ordered(
                    "text", "Text",
                    "short", "Kurzer Name",
                    "why", "Warum wir fragen",
                    "help", "Hilfe",
                    "notice", "Ganzer Text der Einwilligung");

    private final Map<String, Part> files;
    private final List<Sheet> sheets = new ArrayList<>();

    private TextFields(Map<String, Part> files) {
        this.files = files;
    }

    /// What is edited on one page: its name in the address, its title, and the fields of the own
    /// language or of a variant.
    public record Sheet(String id, String title, List<TextField> fields) {
        /// Copies the list.
        public Sheet {
            fields = List.copyOf(fields);
        }

        /// The field of that key.
        public Optional<TextField> field(String key) {
            return fields.stream().filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /// The sheets of a dialog by the contents of its files (`dialog.yaml`, `groups/a.yaml` …), in
    /// the variant of that name, or in the own language where it is empty.
    static List<Sheet> of(Map<String, Part> files, String variant) {
        var fields = new TextFields(files);
        var head = files.get("dialog.yaml");
        if (head == null) return List.of();
        var translated = files.get("texts/" + variant + ".yaml");
        if (variant.isEmpty()) fields.own(head);
        else if (translated != null) fields.variant(head, translated);
        return List.copyOf(fields.sheets);
    }

    private void own(Part head) {
        sheets.add(new Sheet("kopf", "Kopf des Dialogs", head(head, head, false)));
        for (var group : groups(head)) {
            sheets.add(group(group, group));
            for (var step : group.list("steps"))
                sheets.add(sheet(step, step(step, step, new Own(step, false))));
        }
        var outcomes = files.get("outcomes.yaml");
        if (outcomes == null) return;
        var all = new ArrayList<TextField>();
        for (var light : outcomes.entries("lights").entrySet())
            all.add(
                    field(
                            "light." + light.getKey(),
                            "Ergebnis " + light.getKey(),
                            light.getValue().at("text")));
        for (var rule : outcomes.list("rules")) {
            var id = rule.text("id");
            all.add(field("rule." + id, "Grund: " + id, rule.at("say")));
            all.add(field("staff." + id, "Für das Team: " + id, rule.at("staff")));
        }
        sheets.add(new Sheet("ergebnis", "Ergebnis", present(all)));
    }

    private void variant(Part head, Part texts) {
        sheets.add(new Sheet("kopf", "Kopf des Dialogs", head(head, texts, true)));
        for (var group : groups(head)) {
            sheets.add(group(group, texts.at("groups").at(group.text("group"))));
            for (var step : group.list("steps")) {
                var words = texts.at("steps").at(id(step));
                sheets.add(sheet(step, step(step, words, new Own(step, true))));
            }
        }
        var outcomes = files.get("outcomes.yaml");
        if (outcomes == null) return;
        var all = new ArrayList<TextField>();
        for (var light : outcomes.entries("lights").entrySet())
            all.add(
                    translated(
                            "light." + light.getKey(),
                            "Ergebnis " + light.getKey(),
                            light.getValue().at("text"),
                            texts.at("lights").at(light.getKey())));
        for (var rule : outcomes.list("rules")) {
            var id = rule.text("id");
            if (rule.has("say"))
                all.add(
                        translated(
                                "rule." + id,
                                "Grund: " + id,
                                rule.at("say"),
                                texts.at("rules").at(id)));
        }
        sheets.add(new Sheet("ergebnis", "Ergebnis", all));
    }

    private List<Part> groups(Part head) {
        return head.texts("groups").stream()
                .map(name -> files.get("groups/" + name + ".yaml"))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static String id(Part step) {
        return step.has("ask") ? step.text("ask") : step.text("say");
    }

    private static Sheet sheet(Part step, List<TextField> fields) {
        var name = step.has("short") ? step.text("short") : id(step);
        return new Sheet(id(step), name, fields);
    }

    private static Sheet group(Part group, Part words) {
        var all = new ArrayList<TextField>();
        for (var key : List.of("title", "intro"))
            if (group.has(key) || words.has(key))
                all.add(
                        either(
                                key,
                                key.equals("title") ? "Name der Gruppe" : "Einleitung",
                                group.at(key),
                                words.at(key)));
        return new Sheet("gruppe." + group.text("group"), group.text("title"), all);
    }

    /// Whose texts stand beside, and whether those that it has and the variant has not are shown.
    private record Own(Part step, boolean beside) {}

    private static List<TextField> step(Part step, Part words, Own own) {
        var all = new ArrayList<TextField>();
        OF_STEP.forEach((key, label) -> {
            if (step.has(key)) all.add(either(key, label, step.at(key), words.at(key)));
        });
        var examples = step.list("examples");
        for (int i = 0; i < examples.size(); i++)
            all.add(
                    either(
                            "examples." + i,
                            "Beispiel " + (i + 1),
                            examples.get(i),
                            at(words.at("examples"), i)));
        for (var option : step.list("options")) {
            var id = option.text("id");
            var there = own.beside() ? words.at("options").at(id) : option;
            all.add(
                    either(
                            "option." + id,
                            "Möglichkeit: " + id,
                            option.at("text"),
                            there.at("text")));
            if (option.has("button"))
                all.add(
                        either(
                                "button." + id,
                                "Knopf: " + id,
                                option.at("button"),
                                there.at("button")));
        }
        for (var open : step.entries("open_text").entrySet())
            all.add(
                    either(
                            "open." + open.getKey(),
                            "Offene Antwort: " + open.getKey(),
                            open.getValue(),
                            words.at("open_text").at(open.getKey())));
        var checks = step.list("check");
        for (int i = 0; i < checks.size(); i++) {
            var there = own.beside() ? at(words.at("check"), i) : checks.get(i).at("say");
            all.add(either("check." + i, "Rückfrage " + (i + 1), checks.get(i).at("say"), there));
        }
        return own.beside() ? all : present(all);
    }

    /// An entry of a list; a single value is a list of one.
    private static Part at(Part list, int index) {
        var entries = list.list();
        return index < entries.size() ? entries.get(index) : list.at("" + index);
    }

    private static List<TextField> head(Part head, Part words, boolean beside) {
        var all = new ArrayList<TextField>();
        all.add(either("title", "Name des Dialogs", head.at("title"), words.at("title")));
        for (var one :
                List.of("review.text", "submit.text", "submit.done", "scope.short", "scope.full")) {
            var path = one.split("\\.", 2);
            var own = head.at(path[0]).at(path[1]);
            if (own.exists()) all.add(either(one, label(one), own, words.at(path[0]).at(path[1])));
        }
        for (var condition : head.entries("conditions").entrySet()) {
            var own = condition.getValue().at("means");
            var there = words.at("conditions").at(condition.getKey());
            if (own.exists())
                all.add(
                        either(
                                "means." + condition.getKey(),
                                "Bedingung in Worten: " + condition.getKey(),
                                own,
                                beside ? there : own));
        }
        return beside ? all : present(all);
    }

    private static String label(String head) {
        return switch (head) {
            case "review.text" -> "Über der Durchsicht";
            case "submit.text" -> "Vor dem Abschicken";
            case "submit.done" -> "Nach dem Abschicken";
            case "scope.short" -> "Kurzer Weg";
            default -> "Langer Weg";
        };
    }

    private static TextField either(String key, String label, Part own, Part there) {
        return own.source() == there.source()
                ? field(key, label, there)
                : translated(key, label, own, there);
    }

    private static TextField field(String key, String label, Part part) {
        return new TextField(key, label, part, "");
    }

    private static TextField translated(String key, String label, Part own, Part there) {
        return new TextField(key, label, there, own.node().asText());
    }

    private static List<TextField> present(List<TextField> all) {
        return all.stream().filter(one -> one.part().exists()).toList();
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
