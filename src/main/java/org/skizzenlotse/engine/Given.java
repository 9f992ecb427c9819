// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
        Set<StepId> unseen,
        @Nullable Upgrade upgrade) {
    /// Copies the collections.
    public Given {
        facts = Map.copyOf(facts);
        unseen = Set.copyOf(unseen);
    }

    /// With nothing beyond this conversation, and consents that say what stands in the dialog.
    public Given(
            Instant now,
            ZoneId zone,
            String channel,
            Map<String, Value> facts,
            String freshReference,
            String by,
            Instant lastSign,
            @Nullable Call call) {
        this(
                now,
                zone,
                channel,
                facts,
                freshReference,
                by,
                lastSign,
                call,
                Elsewhere.NONE,
                ConsentTexts.NONE,
                Set.of(),
                null);
    }

    /// The same in a conversation that came from there.
    public Given from(@Nullable Origin origin) {
        return with(parts -> parts.facts = Origin.facts(origin, facts));
    }

    /// The same where somebody else than the applicants acts.
    public Given by(String other) {
        return with(parts -> parts.by = other);
    }

    /// The same with what there is beyond this conversation.
    public Given beside(Elsewhere other) {
        return with(parts -> parts.elsewhere = other);
    }

    /// The same with what the consents say here.
    public Given agreeing(ConsentTexts said) {
        return with(parts -> parts.consents = said);
    }

    /// The same where the conversation goes on with another version of its dialog.
    public Given upgrading(Upgrade way) {
        return with(parts -> parts.upgrade = way);
    }

    /// The same, spoken by that person, who has not seen yet what others said to these steps.
    public Given spokenBy(int person, Set<StepId> notSeen) {
        return with(parts -> {
            parts.by = Person.by(person);
            parts.unseen = notSeen;
        });
    }

    /// The number of the person who speaks.
    public int speaker() {
        var numbers = Person.numbers(by);
        return numbers.isEmpty() ? Person.FIRST : numbers.getFirst();
    }

    private Given with(Consumer<Parts> change) {
        var parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /// What a conversation adds to it, for as long as that takes.
    private static final class Parts {
        private final Given before;
        private Map<String, Value> facts;
        private String by;
        private Elsewhere elsewhere;
        private ConsentTexts consents;
        private Set<StepId> unseen;
        private @Nullable Upgrade upgrade;

        Parts(Given before) {
            this.before = before;
            facts = before.facts;
            by = before.by;
            elsewhere = before.elsewhere;
            consents = before.consents;
            unseen = before.unseen;
            upgrade = before.upgrade;
        }

        Given whole() {
            return new Given(
                    before.now,
                    before.zone,
                    before.channel,
                    facts,
                    before.freshReference,
                    by,
                    before.lastSign,
                    before.call,
                    elsewhere,
                    consents,
                    unseen,
                    upgrade);
        }
    }
}
