// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.tryout;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Verdict;
import org.skizzenlotse.dialog.talk.SampleFacts;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.render.graph.ConditionWords;

/// One conversation with a dialog as it stands in its files, in memory alone, with sample values
/// for what an installation gives.
final class TryOut {
    /// A whole evening of trying out.
    private static final int TURNS_MAX = 500;

    private final Dialog dialog;
    private final Engine engine;
    private final ZoneId zone;
    private final Map<String, Value> facts;
    private final List<Exchange> exchanges = new ArrayList<>();
    private Conversation conversation;

    /// What was said in one turn: by the author, empty at first, and by the assistant.
    record Exchange(String said, List<Message> heard) {}

    /// Why a step is asked, or is not: its name, its condition in words, and what became of it.
    record Reason(String step, String when, Became became) {}

    /// What becomes of a condition.
    enum Became {
        HOLDS,
        FAILS,
        UNDECIDED
    }

    private TryOut(Dialog dialog, Engine engine, String variant, Times times) {
        this.dialog = dialog;
        this.engine = engine;
        this.zone = times.zone();
        this.facts = SampleFacts.of(dialog);
        var given = given(times.now());
        var first = engine.start(dialog, new ConversationId("probe"), variant, given);
        this.conversation = first.after();
        exchanges.add(new Exchange("", first.messages()));
    }

    /// Begins in a variant.
    static TryOut begin(Dialog dialog, Engine engine, String variant, Times times) {
        return new TryOut(dialog, engine, variant, times);
    }

    /// When it begins, and where.
    record Times(ZoneId zone, Instant now) {}

    private Given given(Instant now) {
        return new Given(now, zone, "web", facts, "PROBE-2345", "applicant", now, null);
    }

    /// One turn; false where there were too many.
    boolean hear(String said, Input input, Instant now) {
        if (exchanges.size() > TURNS_MAX) return false;
        var turn = engine.turn(dialog, conversation, input, given(now));
        conversation = turn.after();
        exchanges.add(new Exchange(said, turn.messages()));
        return true;
    }

    Dialog dialog() {
        return dialog;
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    Expects expects(Instant now) {
        return engine.expects(dialog, conversation, given(now));
    }

    /// Why what is asked now is asked, and why steps before it are not.
    List<Reason> reasons(Instant now) {
        var asked = expects(now).step();
        var words = new ConditionWords(dialog);
        var journey = Journey.of(dialog, conversation.answers(), conversation.scope(), facts);
        var reasons = new ArrayList<Reason>();
        if (journey.stop(asked).isEmpty()) return reasons;
        for (var stop : journey.stops()) {
            var when = words.of(stop.placed().step().when());
            var here = stop.id().equals(asked);
            if (!when.isEmpty() && (here || !stop.applies()))
                reasons.add(new Reason(name(stop), when, became(stop.relevance())));
            if (here) break;
        }
        return reasons;
    }

    private static Became became(Verdict verdict) {
        return switch (verdict.truth()) {
            case TRUE -> Became.HOLDS;
            case FALSE -> Became.FAILS;
            case UNKNOWN -> Became.UNDECIDED;
        };
    }

    private static String name(Journey.Stop stop) {
        return stop.question().map(one -> one.wording().shortText()).orElse(stop.id().value());
    }

    @Override
    public String toString() {
        return "TryOut[" + dialog.id() + "]";
    }
}
