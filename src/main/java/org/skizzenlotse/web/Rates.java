// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.github.bucket4j.Bucket;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often is too often: for one conversation, one visitor, and for all together.
public final class Rates {
    /// A bucket weighs some hundred bytes: a few megabytes at most. Who fills the map still meets
    /// the limit for all together.
    private static final int BUCKETS_MAX = 20_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /// A room full of people who come back at once; whoever guesses needs 2¹²⁰ of them.
    private static final int RETURNS_PER_VISITOR = 100;

    /// Ten rooms; a flood of wrong keys costs no more than that.
    private static final int RETURNS_OVERALL = 1_000;

    /// Six people with as many typing errors; guessing is slowed down long before.
    private static final int SIGN_INS_PER_VISITOR = 200;

    private final WebSettings.Limits limits;
    private final Visitors visitors;
    private final Bucket overall;
    private final Bucket returns = bucket(RETURNS_OVERALL, HOUR);
    private final Map<String, Bucket> buckets = new Oldest();

    Rates(WebSettings settings, Clock clock) {
        this.limits = settings.limits();
        this.visitors = new Visitors(settings.trustedProxies(), clock);
        this.overall = bucket(limits.overall(), MINUTE);
    }

    /// Counts a request.
    ///
    /// @throws Refusal when it is one too many
    public void request(Context context) {
        take(overall, "Gerade sind sehr viele gleichzeitig hier.");
        var visitor = visitors.name(context);
        take(bucket("v" + visitor, limits.perVisitor(), MINUTE), TOO_FAST);
    }

    /// Counts the beginning of a conversation.
    ///
    /// @throws Refusal when it is one too many
    public void start(Context context) {
        var visitor = visitors.name(context);
        take(
                bucket("s" + visitor, limits.startsPerVisitor(), HOUR),
                "Von hier wurden gerade sehr viele Gespräche begonnen.");
    }

    /// Counts a key by which somebody wants to come back, right or wrong.
    ///
    /// @throws Refusal when it is one too many
    public void comingBack(Context context) {
        take(returns, "Gerade kommen sehr viele zurück.");
        take(bucket("r" + visitors.name(context), RETURNS_PER_VISITOR, HOUR), TOO_FAST);
    }

    /// Counts somebody of the team who wants to sign in, whether they may or not.
    ///
    /// @throws Refusal when it is one too many
    public void signingIn(Context context) {
        take(bucket("i" + visitors.name(context), SIGN_INS_PER_VISITOR, HOUR), TOO_FAST);
    }

    /// A word for the visitor that leads nobody back to them, good for one day at most.
    public String visitor(Context context) {
        return visitors.name(context);
    }

    /// Counts a request of one conversation; `name` is anything that stands for it.
    ///
    /// @throws Refusal when it is one too many
    public void conversation(String name) {
        take(bucket("t" + name, limits.perToken(), MINUTE), TOO_FAST);
    }

    private static final String TOO_FAST = "Bitte wartet einen Moment und versucht es dann wieder.";

    private static void take(Bucket bucket, String detail) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new Refusal(Refusal.Kind.TOO_MANY, detail, (int) wait.toSeconds() + 1);
        }
    }

    private Bucket bucket(String name, int capacity, Duration period) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(name, _ -> bucket(capacity, period));
        }
    }

    private static Bucket bucket(int capacity, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                .build();
    }

    /// Forgets what was not used for the longest time.
    private static final class Oldest extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1;
        private static final int CAPACITY = 16;
        private static final float LOAD = 0.75f;

        Oldest() {
            super(CAPACITY, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > BUCKETS_MAX;
        }
    }
}
