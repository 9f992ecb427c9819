// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.skizzenlotse.bench.JavaRosaHarness.Loading;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Keys;

/// Turns a second on one thread. An invocation is a whole conversation of the small workload, so
/// that what grows with the answers counts as it comes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EngineBench {
    private static final Workload WORK = new Workload(Workload.SMALL);

    /// What is asked of one person in the small workload.
    private static final int TURNS = 30;

    /// More people than the processor keeps in its caches.
    private static final int SEEDS = 1_000;

    private int seed;

    /// Our engine and its forms.
    @State(Scope.Benchmark)
    public static class Ours {
        private OurHarness plain;
        private OurHarness sealed;

        /// Reads the dialog.
        @Setup
        public void set() throws IOException, SQLException {
            var dialog = WorkloadFiles.dialog(WORK);
            plain = new OurHarness(dialog, null);
            sealed = new OurHarness(dialog, key());
        }
    }

    /// ODK's engine in two ways of loading.
    @State(Scope.Benchmark)
    public static class Odk {
        private JavaRosaHarness everything;
        private JavaRosaHarness instance;

        /// Parses the form.
        @Setup
        public void set() {
            everything = new JavaRosaHarness(WORK, Loading.EVERYTHING);
            instance = new JavaRosaHarness(WORK, Loading.INSTANCE);
        }
    }

    /// A key of a conversation, as any other.
    static DataKey key() throws IOException, SQLException {
        try (var keys = Keys.open(Files.createTempDirectory("bench-keys"), 500)) {
            return keys.fresh(new ConversationId("messung"));
        }
    }

    /// Loaded from the stored form and written to it each turn.
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public byte[] oursStored(Ours ours) {
        return ours.plain.whole(WORK.answers(next()));
    }

    /// The same with everything sealed that a turn stores.
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public byte[] oursSealed(Ours ours) {
        return ours.sealed.whole(WORK.answers(next()));
    }

    /// Kept in memory: nothing is loaded or written.
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public Object oursLive(Ours ours) {
        var now = ours.plain.consented();
        for (var answer : WORK.answers(next())) now = ours.plain.live(now, answer).after();
        return now;
    }

    /// Loaded as ODK opens what it saved, and written as ODK saves, each turn.
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public byte[] javaRosaLoaded(Odk odk) {
        return odk.everything.whole(WORK.answers(next()));
    }

    /// The same with the definition kept in memory.
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public byte[] javaRosaInstance(Odk odk) {
        return odk.instance.whole(WORK.answers(next()));
    }

    /// Kept in memory: nothing is loaded or written.
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public Object javaRosaLive(Odk odk) {
        odk.instance.reset();
        Object last = odk;
        for (var answer : WORK.answers(next()))
            last = odk.instance.live(answer, new byte[0], false);
        return last;
    }

    private int next() {
        seed = (seed + 1) % SEEDS;
        return seed;
    }
}
