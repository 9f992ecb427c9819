// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// All that a turn may know of the world: now, the time zone, the channel, the facts of the
/// installation, a fresh reference to use on submitting, who speaks, the last sign of life, the
/// call for sketches, if one is announced, what there is beyond this conversation, what its
/// consents say, and the steps to which others have said something that the speaker has not seen.
public record Given(
        Instant now,
        ZoneId zone,
        String channel,
        Map<String, Value> facts,
        String freshReference,
        String by,
        Instant lastSign,
        @Nullable Call call,
        Elsewhere elsewhere,
        ConsentTexts consents,
        Set<StepId> unseen) {
    /// Copies the collections.
    public Given {
        facts = Map.copyOf(facts);
        unseen = Set.copyOf(unseen);
    }

    /// With consents that say what stands in the dialog.
    public Given(
            Instant now,
            ZoneId zone,
            String channel,
            Map<String, Value> facts,
            String freshReference,
            String by,
            Instant lastSign,
            @Nullable Call call,
            Elsewhere elsewhere) {
        this(
                now,
                zone,
                channel,
                facts,
                freshReference,
                by,
                lastSign,
                call,
                elsewhere,
                ConsentTexts.NONE,
                Set.of());
    }

    /// With nothing beyond this conversation.
    public Given(
            Instant now,
            ZoneId zone,
            String channel,
            Map<String, Value> facts,
            String freshReference,
            String by,
            Instant lastSign,
            @Nullable Call call) {
        this(now, zone, channel, facts, freshReference, by, lastSign, call, Elsewhere.NONE);
    }

    /// The same in a conversation that came from there.
    public Given from(@Nullable Origin origin) {
        return new Given(
                now,
                zone,
                channel,
                Origin.facts(origin, facts),
                freshReference,
                by,
                lastSign,
                call,
                elsewhere,
                consents,
                unseen);
    }

    /// The same where somebody else than the applicants acts.
    public Given by(String other) {
        return new Given(
                now,
                zone,
                channel,
                facts,
                freshReference,
                other,
                lastSign,
                call,
                elsewhere,
                consents,
                unseen);
    }

    /// The same with what there is beyond this conversation.
    public Given beside(Elsewhere other) {
        return new Given(
                now,
                zone,
                channel,
                facts,
                freshReference,
                by,
                lastSign,
                call,
                other,
                consents,
                unseen);
    }

    /// The same with what the consents say here.
    public Given agreeing(ConsentTexts said) {
        return new Given(
                now,
                zone,
                channel,
                facts,
                freshReference,
                by,
                lastSign,
                call,
                elsewhere,
                said,
                unseen);
    }

    /// The same, spoken by that person, who has not seen yet what others said to these steps.
    public Given spokenBy(int person, Set<StepId> notSeen) {
        return new Given(
                now,
                zone,
                channel,
                facts,
                freshReference,
                Person.by(person),
                lastSign,
                call,
                elsewhere,
                consents,
                notSeen);
    }

    /// The number of the person who speaks.
    public int speaker() {
        var numbers = Person.numbers(by);
        return numbers.isEmpty() ? Person.FIRST : numbers.getFirst();
    }
}
