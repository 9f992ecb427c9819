// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Duration;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;

/// What an installation gives to its conversations: the engine, the time, its facts, the call for
/// sketches, if any, how a sketch is stored, and who removes what lies outside the database when
/// references are erased.
public record Installation(
        Engine engine,
        InstantSource clock,
        ZoneId zone,
        Map<String, Value> facts,
        @Nullable Call call,
        SketchForm sketchForm,
        Consumer<List<String>> forgetReferences,
        FileRules files,
        ShownConsents consents) {
    private static final String BY = "applicant";
    private static final String BYTES_FACT = "dateien_bytes";
    private static final String ANSWER_FACT = "antwort_tage";
    private static final Duration ANSWER_USUALLY = Duration.ofDays(14);

    /// With what consents say in every installation.
    public Installation(
            Engine engine,
            InstantSource clock,
            ZoneId zone,
            Map<String, Value> facts,
            @Nullable Call call,
            SketchForm sketchForm,
            Consumer<List<String>> forgetReferences,
            FileRules files) {
        this(
                engine,
                clock,
                zone,
                facts,
                call,
                sketchForm,
                forgetReferences,
                files,
                new ShownConsents(engine::display, facts));
    }

    /// Copies the facts, and adds how much all files of a conversation may take, and the one that
    /// belongs to a conversation: it came with nothing.
    public Installation {
        var all = new HashMap<>(facts);
        all.put(BYTES_FACT, new Value.Quantity(BigDecimal.valueOf(files.conversationBytesMax())));
        all.putIfAbsent(Origin.FACT, new Value.Text(Origin.Brings.NOTHING.word()));
        facts = Map.copyOf(all);
    }

    /// Now, as exactly as it is stored: so that an answer and its repetition are equal.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// How long staff take to answer.
    Duration answerWithin() {
        return facts.get(ANSWER_FACT) instanceof Value.Quantity(var days)
                ? Duration.ofDays(days.intValue())
                : ANSWER_USUALLY;
    }

    /// The sketch of a conversation as it is now.
    Sketch sketch(Dialog dialog, Conversation conversation) {
        var display = engine.display(conversation.variant());
        return Sketcher.sketch(dialog, conversation, facts, display);
    }

    /// What a turn may know of the world.
    Given given(Dialog dialog, String channel, Instant now, Instant lastSign) {
        var reference = Secrets.reference(dialog.head().referencePrefix());
        return new Given(now, zone, channel, facts, reference, BY, lastSign, call)
                .agreeing(consents.of(dialog));
    }
}
