// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;

/// Compares what a talk expects with what is.
final class TalkExpectations {
    private final TalkState state;
    private final Corrections corrections;

    TalkExpectations(TalkState state, Corrections corrections) {
        this.state = state;
        this.corrections = corrections;
    }

    /// What the dialog was to do in the last turn; false where it did something else.
    boolean afterTurn(Part bot, List<Message> said) {
        var fits = !bot.has("asks") || asks(bot.at("asks"), said);
        if (!fits && !corrections.areWanted()) return false;
        for (var words : bot.list("says")) fits &= says(words, said);
        if (bot.has("error") && bot.flag("error") != state.hasError(said)) {
            corrections.flag(bot.at("error"), state.hasError(said));
            bot.at("error")
                    .wrong(
                            bot.flag("error")
                                    ? "Die Antwort wurde angenommen."
                                    : "Die Antwort wurde nicht angenommen.",
                            state.tail(said));
            fits = false;
        }
        if (bot.has("impact")) fits &= impact(bot.at("impact"));
        return fits;
    }

    private boolean asks(Part step, List<Message> said) {
        var asked = state.expects().step().value();
        if (asked.equals(step.text())) return true;
        corrections.text(step, asked);
        step.wrong("Gefragt wird '" + asked + "'.", state.tail(said));
        return false;
    }

    private boolean says(Part words, List<Message> said) {
        if (plain(state.words(said)).contains(plain(words.text()))) return true;
        corrections.nearest(words, state.words(said));
        words.wrong("Das wird nicht gesagt.", state.tail(said));
        return false;
    }

    private static String plain(String text) {
        return text.replaceAll("\\\\(\\p{Punct})", "$1").replaceAll("\\s+", " ").strip();
    }

    private boolean impact(Part expected) {
        var impact = state.engine().impact(state.dialog(), state.conversation(), state.given());
        if (impact.isEmpty()) {
            expected.wrongKey("Eine Änderung steht nicht an.", "");
            return false;
        }
        var fits = same(expected, "park", ids(impact.get().park()));
        fits &= same(expected, "restore", ids(impact.get().restore()));
        fits &= same(expected, "ask", ids(impact.get().ask()));
        return fits;
    }

    private static Set<String> ids(List<StepId> steps) {
        return steps.stream().map(StepId::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean same(Part expected, String key, Set<String> found) {
        if (!expected.has(key) || new TreeSet<>(expected.texts(key)).equals(found)) return true;
        corrections.list(expected.at(key), found);
        expected.at(key)
                .wrongKey(
                        "Es sind andere Schritte.",
                        found.isEmpty()
                                ? "Es ist keiner."
                                : "Es sind: " + String.join(", ", found));
        return false;
    }

    /// What is to hold at the end.
    void atTheEnd(Part expect) {
        if (expect.has("asks")) asks(expect.at("asks"), List.of());
        var stops = state.journey().questions().toList();
        var open =
                stops.stream()
                        .filter(Journey.Stop::isDealtWith)
                        .filter(stop -> isOpen(stop.answer()))
                        .map(Journey.Stop::id)
                        .toList();
        same(expect, "open", ids(open));
        var parked = stops.stream().filter(Journey.Stop::isParked).map(Journey.Stop::id).toList();
        same(expect, "parked", ids(parked));
        if (expect.has("light")) light(expect.at("light"));
        if (expect.has("sketch")) sketch(expect.at("sketch"));
    }

    private static boolean isOpen(@Nullable Answer answer) {
        return answer != null && answer.isOpen();
    }

    private void light(Part expected) {
        var dialog = state.dialog();
        var light =
                dialog.parts().outcomes().stream()
                        .map(one -> Lights.light(Lights.judge(dialog, one, state.journey())))
                        .reduce(Light::worse);
        var found = light.map(Light::id).orElse("");
        if (found.equals(expected.text())) return;
        if (!found.isEmpty()) corrections.text(expected, found);
        expected.wrong(
                found.isEmpty() ? "Dieser Dialog schätzt nichts ein." : "Es ist " + found + ".",
                "");
    }

    private void sketch(Part expected) {
        var conversation = state.conversation();
        var display = state.engine().display(conversation.variant());
        var facts = state.given().facts();
        var sketch = Sketcher.sketch(state.dialog(), conversation, facts, display);
        Map<String, Sketch.Status> statuses = new HashMap<>();
        for (var section : sketch.sections()) statuses.put(section.field(), section.status());
        expected.entries()
                .forEach((field, status) -> {
                    var found = statuses.get(field);
                    if (found == null)
                        status.wrongKey(
                                "Diese Stelle hat die Skizze nicht.",
                                Nearest.question(field, statuses.keySet()));
                    else if (!id(found).equals(status.text())) {
                        corrections.text(status, id(found));
                        status.wrong("Die Stelle ist " + id(found) + ".", "");
                    }
                });
    }

    private static String id(Sketch.Status status) {
        return switch (status) {
            case ANSWERED -> "answered";
            case OPEN -> "open";
            case NOT_APPLICABLE -> "not_applicable";
        };
    }
}
