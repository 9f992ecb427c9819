// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.dialog.source.Source;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;

/// A talk as the engine alone takes it: what somebody says to which question, and the sketch at its
/// end. So it can be said again over a channel.
public final class Retold {
    private static final int LINES_MAX = 1_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Engine engine;
    private final Dialog dialog;
    private final Part talk;
    private final Around around;
    private final List<Line> lines = new ArrayList<>();
    private final List<Happened> history = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private TalkState state;

    /// A state on the way, all that happened until then, and what may be known.
    public record Moment(Conversation state, List<Happened> history, Given given) {
        /// Copies the list.
        public Moment {
            history = List.copyOf(history);
        }
    }

    /// What is said to a question, and where that leads.
    public record Line(Expects asked, Input input, Expects then) {}

    /// What an installation sets, and the titles of the dialogs beside by ID.
    public record Around(Map<String, Value> facts, Map<String, String> dialogs) {
        /// Copies the maps.
        public Around {
            facts = Map.copyOf(facts);
            dialogs = Map.copyOf(dialogs);
        }
    }

    private Retold(Engine engine, Dialog dialog, Part talk, Around around) {
        this.engine = engine;
        this.dialog = dialog;
        this.talk = talk;
        this.around = around;
        var id = new ConversationId("talk");
        var started = engine.start(dialog, id, variant(), given());
        state = new TalkState(engine, dialog, started.after(), given());
        remember(started);
    }

    private void remember(Turn turn) {
        history.addAll(turn.happened());
        moments.add(new Moment(turn.after(), history, state.given()));
    }

    /// Runs it in an installation; waiting is left out.
    public static Retold of(Engine engine, Dialog dialog, Source talk, Around around) {
        var retold = new Retold(engine, dialog, talk.root(), around);
        retold.run();
        return retold;
    }

    /// The name of a talk: its folder and its file.
    public static String name(Dialog dialog, Source talk) {
        var file = Path.of(talk.file()).getFileName().toString();
        return dialog.id() + "/" + file.replace(".talk.yaml", "");
    }

    /// All that is said, in order.
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /// Every state on the way: one more than lines.
    public List<Moment> moments() {
        return List.copyOf(moments);
    }

    /// In which variant.
    public String variant() {
        return talk.has("variant") ? talk.text("variant") : dialog.head().language();
    }

    /// What was learnt.
    public Sketch sketch() {
        var display = engine.display(state.conversation().variant());
        return Sketcher.sketch(dialog, state.conversation(), around.facts(), display);
    }

    /// Whether nothing is left of it.
    public boolean isErased() {
        return state.conversation().lifecycle().id().equals("erased");
    }

    private void run() {
        var answers = talk.entries("given");
        var used = new HashSet<String>();
        for (int i = 0; i < LINES_MAX; i++) {
            var asked = state.expects().step().value();
            if (!answers.containsKey(asked) || !used.add(asked)) break;
            take(new TalkInputs(state).given(answers.get(asked)).orElseThrow());
        }
        for (var turn : talk.list("turns"))
            if (turn.has("user")) take(new TalkInputs(state).user(turn.at("user")).orElseThrow());
    }

    private void take(Input input) {
        var asked = state.expects();
        var turn = engine.turn(dialog, state.conversation(), input, given());
        state = new TalkState(engine, dialog, turn.after(), given());
        remember(turn);
        lines.add(new Line(asked, input, state.expects()));
    }

    private Given given() {
        var now = Instant.now();
        var elsewhere = new Elsewhere(around.dialogs(), Map.of(), false);
        var facts = around.facts();
        return new Given(now, BERLIN, "web", facts, "PROBE-2345", "applicant", now, null)
                .beside(elsewhere);
    }
}
