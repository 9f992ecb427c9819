// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import org.skizzenlotse.channel.messenger.Recent;

/// How many invitations are followed: anybody can send them, as many as they like.
final class Invites {
    static final Duration PAUSE = Duration.ofSeconds(5);

    /// Of one person in an hour; nobody needs more rooms.
    static final int OF_ONE_MAX = 5;

    /// Of all in a minute; those beyond wait.
    static final int OF_ALL_MAX = 30;

    private static final int PEOPLE_MAX = 10_000;

    private final Bucket all =
            Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(OF_ALL_MAX)
                                    .refillGreedy(OF_ALL_MAX, Duration.ofMinutes(1)))
                    .build();

    private final Map<String, Bucket> people = new Recent<>(PEOPLE_MAX);

    /// Those that are followed already, also where joining takes several tries.
    private final Map<String, Boolean> followed = new Recent<>(PEOPLE_MAX);

    /// What is done about an invitation.
    enum Answer {
        FOLLOWED,
        LATER,
        REFUSED
    }

    /// About one more of this person, by what it is known by: asked again, it is the same one.
    synchronized Answer ask(String user, String invitation) {
        if (followed.containsKey(invitation)) return Answer.FOLLOWED;
        var own = people.computeIfAbsent(user, _ -> ofOne());
        if (!own.tryConsume(1)) return Answer.REFUSED;
        if (all.tryConsume(1)) {
            followed.put(invitation, true);
            return Answer.FOLLOWED;
        }
        own.addTokens(1);
        return Answer.LATER;
    }

    private static Bucket ofOne() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(OF_ONE_MAX).refillGreedy(OF_ONE_MAX, Duration.ofHours(1)))
                .build();
    }
}
