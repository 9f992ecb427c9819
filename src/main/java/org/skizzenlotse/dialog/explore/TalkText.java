// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.YamlLine;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Stations;

/// A walk as a talk in YAML, as somebody would write it by hand.
final class TalkText {
    /// By this line a written file is known, so that only such are written anew.
    static final String MARK = "# Erkundet, nicht von Hand geschrieben.";

    private static final String SCHEMA =
            "# yaml-language-server: $schema=../../../src/main/resources/schema/talk.schema.json";

    /// As wide as the sources.
    private static final int LINE_LENGTH_MAX = 98;

    private TalkText() {}

    static String of(Dialog dialog, String name, Map<String, Value> facts, Walk walk) {
        var lines = new ArrayList<String>();
        lines.add(SCHEMA);
        lines.add(MARK + " Neu geschrieben wird es mit: explore " + dialog.id() + " --write");
        lines.add("talk: " + YamlLine.text(name));
        lines.add("dialog: " + dialog.id());
        lines.add("start: {channel: terminal, at: \"2026-11-23T10:00\"" + facts(facts) + "}");
        int turns = given(walk, lines);
        turns(walk, turns, lines);
        expect(dialog, walk, lines);
        return String.join("\n", lines) + "\n";
    }

    private static String facts(Map<String, Value> facts) {
        if (facts.isEmpty()) return "";
        var texts = new TreeMap<String, String>();
        facts.forEach((id, value) -> texts.put(id, fact(value)));
        return ", facts: " + YamlLine.map(texts);
    }

    private static String fact(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Quantity(var number) -> number.toPlainString();
            case Value.Money(var amount, _) -> amount.toPlainString();
            case Value.Day(var day) -> day.toString();
            case Value.Decision(var yes) -> yes ? "ja" : "nein";
            default -> throw new IllegalStateException("no kind of fact: " + value);
        };
    }

    /// What goes smoothly stands under `given`; returns where the turns begin.
    private static int given(Walk walk, List<String> lines) {
        var used = new HashSet<StepId>();
        int at = 0;
        for (var line : walk.lines()) {
            var plain = !line.step().value().startsWith("_") || line.step().equals(Stations.SCOPE);
            if (!line.smooth() || !plain || !used.add(line.step())) break;
            if (at == 0) lines.add("given:");
            lines.add("  " + line.step() + ": " + given(line));
            at++;
        }
        return at;
    }

    private static String given(Walk.Line line) {
        return switch (line.move().yaml(true)) {
            case "yes" -> "\"ja\"";
            case "\"yes\"" -> "\"ja\"";
            case "\"no\"" -> "\"nein\"";
            case String text -> text;
        };
    }

    private static void turns(Walk walk, int from, List<String> lines) {
        var all = walk.lines();
        if (from == all.size()) return;
        lines.add("turns:");
        var refused = false;
        for (var line : all.subList(from, all.size())) {
            lines.add("  - bot: {asks: " + line.step() + (refused ? ", error: true" : "") + "}");
            lines.add("  - user: " + line.move().yaml(false));
            refused = line.refused();
        }
        lines.add("  - bot: {asks: " + walk.expects().step() + "}");
    }

    private static void expect(Dialog dialog, Walk walk, List<String> lines) {
        lines.add("expect:");
        lines.add("  asks: " + walk.expects().step());
        var journey = walk.journey();
        var light =
                dialog.parts().outcomes().stream()
                        .map(one -> Lights.light(Lights.judge(dialog, one, journey)))
                        .reduce(Light::worse);
        light.ifPresent(one -> lines.add("  light: " + one.id()));
        wrapped("  open: ", ids(journey, true), lines);
        wrapped("  parked: ", ids(journey, false), lines);
    }

    /// A list that may go over several lines.
    private static void wrapped(String key, List<String> ids, List<String> lines) {
        var line = new StringBuilder(key + "[");
        for (var iterator = ids.iterator(); iterator.hasNext(); ) {
            var id = iterator.next() + (iterator.hasNext() ? ", " : "");
            if (line.length() + id.length() > LINE_LENGTH_MAX) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(key.length() + 1));
            }
            line.append(id);
        }
        lines.add(line + "]");
    }

    private static List<String> ids(Journey journey, boolean open) {
        return journey.questions()
                .filter(stop ->
                        open
                                ? stop.isDealtWith()
                                        && stop.answer() != null
                                        && stop.answer().isOpen()
                                : stop.isParked())
                .map(stop -> stop.id().value())
                .collect(Collectors.toList());
    }
}
