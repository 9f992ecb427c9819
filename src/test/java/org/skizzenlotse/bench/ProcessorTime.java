// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// Turns per second of processor time: on a machine that does other things besides, the clock on
/// the wall measures those too.
public final class ProcessorTime implements InternalProfiler {
    /// The name of the result.
    static final String NAME = "processor";

    private static final double NANOS = 1e9;

    private long before;

    @Override
    public String getDescription() {
        return "operations per second of processor time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = workers();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        var seconds = (workers() - before) / NANOS;
        var operations = result.getMetadata().getAllOps();
        return List.of(
                new ScalarResult(NAME, operations / seconds, "ops/s", AggregationPolicy.AVG));
    }

    private static long workers() {
        var threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds()))
            if (thread != null && thread.getThreadName().contains("jmh-worker"))
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
        return nanos;
    }
}
