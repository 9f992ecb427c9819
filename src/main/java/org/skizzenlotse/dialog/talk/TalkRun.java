// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Turn;

/// One talk on its way: it stops at the first turn that goes another way than written, because
/// everything behind it would only echo that.
final class TalkRun {
    private static final LocalDateTime BEGINNING = LocalDateTime.of(2026, 11, 23, 10, 0);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /// More inputs than any dialog has steps: a talk whose start goes in circles is broken.
    private static final int INPUTS_MAX = 1_000;

    private final Engine engine;
    private final Dialog dialog;
    private final Part talk;
    private final Watch watch;
    private final Corrections corrections;
    private final Map<String, Instant> wakeUps = new TreeMap<>();
    private final List<Message> said = new ArrayList<>();
    private final Map<String, Value> facts;
    private Instant now;
    private Instant lastSign;
    private String channel;
    private TalkState state;

    /// What a talk is about and by what it is played.
    record Played(Engine engine, Dialog dialog) {}

    TalkRun(Played played, Part talk, Coverage.Seen seen, Corrections corrections) {
        this.engine = played.engine();
        this.dialog = played.dialog();
        this.corrections = corrections;
        this.talk = talk;
        this.watch = new Watch(seen);
        var start = talk.at("start");
        this.facts = SampleFacts.of(dialog, start.at("facts"));
        this.now = beginning(start.at("at"));
        this.lastSign = now;
        this.channel = start.has("channel") ? start.text("channel") : "web";
        var variant = talk.has("variant") ? talk.text("variant") : dialog.head().language();
        var began = new Happened.Began(dialog.id(), dialog.hash(), variant, now);
        var id = new ConversationId("talk");
        this.state = new TalkState(engine, dialog, Conversation.begun(id, began), given());
        take(engine.start(dialog, id, variant, given()));
    }

    void run() {
        if (!talk.text("dialog").equals(dialog.id())) {
            talk.at("dialog")
                    .wrong(
                            "Dieses Gespräch liegt beim Dialog '" + dialog.id() + "'.",
                            "Schreibt dialog: " + dialog.id() + ".");
            return;
        }
        if (!answerGiven()) return;
        for (var turn : talk.list("turns")) if (!turn(turn)) return;
        new TalkExpectations(state, corrections).atTheEnd(talk.at("expect"));
    }

    private static Instant beginning(Part at) {
        try {
            return at.exists()
                    ? LocalDateTime.parse(at.text()).atZone(ZONE).toInstant()
                    : BEGINNING.atZone(ZONE).toInstant();
        } catch (DateTimeParseException _) {
            at.wrong("Das ist kein Zeitpunkt.", "Schreibt etwa \"2026-11-23T10:00\".");
            return BEGINNING.atZone(ZONE).toInstant();
        }
    }

    private Given given() {
        return new Given(now, ZONE, channel, facts, "PROBE-2345", "applicant", lastSign, null);
    }

    /// Answers what is asked as long as an answer is given for it.
    private boolean answerGiven() {
        var given = talk.entries("given");
        var used = new HashSet<String>();
        for (int i = 0; i < INPUTS_MAX; i++) {
            var asked = state.expects().step().value();
            var answer = given.get(asked);
            if (answer == null || !used.add(asked)) return allUsed(given, used);
            if (!hear(new TalkInputs(state).given(answer), answer)) return false;
            if (state.hasError(said) || state.expects().step().value().equals(asked)) {
                answer.wrong(
                        "Diese Antwort auf '" + asked + "' wurde nicht angenommen.",
                        state.tail(said));
                return false;
            }
        }
        return true;
    }

    private boolean allUsed(Map<String, Part> given, Set<String> used) {
        for (var one : given.entrySet())
            if (!used.contains(one.getKey())) {
                one.getValue()
                        .wrongKey(
                                "'"
                                        + one.getKey()
                                        + "' wird hier nicht gefragt, sondern '"
                                        + state.expects().step()
                                        + "'.",
                                "Gebt zuerst darauf eine Antwort, oder nehmt die Zeile heraus.");
                return false;
            }
        return true;
    }

    private boolean turn(Part turn) {
        if (turn.has("user")) {
            var input = new TalkInputs(state).user(turn.at("user"));
            return hear(input, turn.at("user"));
        }
        if (turn.has("bot"))
            return new TalkExpectations(state, corrections).afterTurn(turn.at("bot"), said)
                    || corrections.areWanted();
        if (turn.has("switch")) channel = turn.text("switch");
        if (turn.has("wait")) waitFor(Period.parse(turn.text("wait")));
        return true;
    }

    private boolean hear(Optional<Input> input, Part place) {
        if (input.isEmpty()) {
            place.wrong(
                    "Das lässt sich an dieser Stelle nicht sagen.",
                    "Gefragt wird '" + state.expects().step() + "'.");
            return false;
        }
        said.clear();
        take(engine.turn(dialog, state.conversation(), input.get(), given()));
        lastSign = now;
        return true;
    }

    /// Moves the clock and lets everything happen that was due until then.
    private void waitFor(Period period) {
        said.clear();
        var end = now.atZone(ZONE).plus(period).toInstant();
        for (int i = 0; i < INPUTS_MAX; i++) {
            var due =
                    wakeUps.entrySet().stream()
                            .filter(one -> !one.getValue().isAfter(end))
                            .min(Map.Entry.comparingByValue());
            if (due.isEmpty()) break;
            var kind = due.get().getKey();
            now = due.get().getValue().isAfter(now) ? due.get().getValue() : now;
            wakeUps.remove(kind);
            take(engine.turn(dialog, state.conversation(), new Input.TimedOut(kind), given()));
        }
        now = end;
    }

    private void take(Turn turn) {
        said.addAll(turn.messages());
        for (var effect : turn.effects())
            if (effect instanceof Effect.WakeAt(var kind, var at)) wakeUps.put(kind, at);
        state = new TalkState(engine, dialog, turn.after(), given());
        watch.see(state, turn.messages());
    }
}
