// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;

/// All that a turn may know of the world: now, the time zone, the channel, the facts of the
/// installation, a fresh reference to use on submitting, who speaks, the last sign of life, the
/// call for sketches, if one is announced, what there is beyond this conversation, and what its
/// consents say.
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
        ConsentTexts consents) {
    /// Copies the facts.
    public Given {
        facts = Map.copyOf(facts);
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
                ConsentTexts.NONE);
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
                consents);
    }

    /// The same where somebody else than the applicants acts.
    public Given by(String other) {
        return new Given(
                now, zone, channel, facts, freshReference, other, lastSign, call, elsewhere);
    }

    /// The same with what there is beyond this conversation.
    public Given beside(Elsewhere other) {
        return new Given(
                now, zone, channel, facts, freshReference, by, lastSign, call, other, consents);
    }

    /// The same with what the consents say here.
    public Given agreeing(ConsentTexts said) {
        return new Given(
                now, zone, channel, facts, freshReference, by, lastSign, call, elsewhere, said);
    }
}
