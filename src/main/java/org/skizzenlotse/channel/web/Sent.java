// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.web.Refusal;

/// A form as it was sent. Its members: `step` and `revision` of the page that it stood on, `csrf`,
/// and `text`, `choose`, `open`, `command`, `note.OPTION`, `field.NAME` or `row.NUMBER.COLUMN`.
final class Sent {
    private static final String OPEN_AMONG_OPTIONS = "open:";
    private static final String NOTE = "note.";
    private static final String FIELD = "field.";
    private static final String ROW = "row.";
    private static final String FILE = "file.";
    private static final String ABOUT = "about.";

    /// As many as the template ever shows.
    private static final int ROWS_MAX = 50;

    private final Map<String, List<String>> members;

    Sent(Map<String, List<String>> members) {
        this.members = members;
    }

    /// A form of single members.
    static Sent of(Map<String, String> members) {
        return new Sent(
                members.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, one -> List.of(one.getValue()))));
    }

    /// A member's first value; empty where there is none.
    String one(String name) {
        return members.getOrDefault(name, List.of("")).getFirst().replace("\0", "");
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// Whether only one more row is wanted, nothing answered yet.
    boolean wantsAnotherRow() {
        return has("another_row");
    }

    /// Whether a choice was sent without anything chosen.
    boolean choseNothing() {
        return one("control").equals("RADIOS") && !has("choose") && !has("open");
    }

    /// The same form sent twice has the same name, another one a different one.
    String key() {
        return "page-" + one("revision") + "-" + Talk.digest(members.toString());
    }

    /// The revision of the page that it stood on; 0 where it says none.
    int revision() {
        var number = one("revision");
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    /// What reaches the engine.
    Input input() {
        if (has("command")) {
            var command = Command.of(one("command")).orElseThrow(Sent::unreadable);
            return new Input.Commanded(command, one("target"));
        }
        if (has("open")) {
            return open(one("open"));
        }
        return switch (one("control")) {
            case "RADIOS", "CHECKBOXES", "BUTTONS" -> chose();
            case "FIELDS" -> new Input.Gave(step(), Map.copyOf(withoutBlanks(prefixed(FIELD))));
            case "FILES" -> new Input.Attached(step(), files());
            case "ROWS" -> new Input.Gave(step(), Map.of("rows", filledRows()));
            default -> new Input.Said(step(), lines(one("text")));
        };
    }

    /// What was typed, to be shown again.
    Kept kept() {
        return new Kept(
                lines(one("text")),
                Set.copyOf(chosen()),
                prefixed(NOTE),
                prefixed(FIELD),
                rows(),
                files());
    }

    /// All of the page, in its order, but the one that is to be removed.
    private List<Value.File> files() {
        var about = prefixed(ABOUT);
        return members.keySet().stream()
                .filter(name -> name.startsWith(FILE))
                .map(name -> name.substring(FILE.length()))
                .filter(id -> !id.equals(one("remove")))
                .map(id -> Value.File.named(id, one(FILE + id), about.getOrDefault(id, "")))
                .toList();
    }

    private Input chose() {
        var chosen = chosen();
        if (chosen.size() == 1 && chosen.getFirst().startsWith(OPEN_AMONG_OPTIONS)) {
            return open(chosen.getFirst().substring(OPEN_AMONG_OPTIONS.length()));
        }
        var notes = prefixed(NOTE);
        var note =
                chosen.stream()
                        .map(option -> notes.getOrDefault(option, "").strip())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
        return new Input.Chose(step(), chosen, note);
    }

    private Input open(String status) {
        return new Input.LeftOpen(step(), OpenStatus.of(status).orElseThrow(Sent::unreadable));
    }

    private StepId step() {
        var step = one("step");
        if (!StepId.isOne(step)) {
            throw unreadable();
        }
        return new StepId(step);
    }

    private List<String> chosen() {
        return members.getOrDefault("choose", List.of());
    }

    private Map<String, String> prefixed(String prefix) {
        var found = new HashMap<String, String>();
        for (var name : members.keySet()) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), one(name));
            }
        }
        return found;
    }

    private static Map<String, String> withoutBlanks(Map<String, String> texts) {
        var filled = new HashMap<>(texts);
        filled.values().removeIf(String::isBlank);
        return filled;
    }

    private List<Map<String, String>> filledRows() {
        return rows().stream().map(Sent::withoutBlanks).filter(row -> !row.isEmpty()).toList();
    }

    private List<Map<String, String>> rows() {
        var rows = new TreeMap<Integer, Map<String, String>>();
        for (var cell : prefixed(ROW).entrySet()) {
            var place = cell.getKey().split("\\.", 2);
            if (place.length == 2 && place[0].matches("[0-9]{1,2}")) {
                int number = Math.min(Integer.parseInt(place[0]), ROWS_MAX);
                rows.computeIfAbsent(number, _ -> new HashMap<>()).put(place[1], cell.getValue());
            }
        }
        return new ArrayList<>(rows.values());
    }

    /// Browsers send line breaks as two characters.
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static Refusal unreadable() {
        return new Refusal(Refusal.Kind.MALFORMED, "Das Formular ist nicht lesbar.");
    }
}
