// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs [EngineBench] in rounds: each benchmark once a round, in a process of its own.
final class Engines {
    private static final List<String> NAMES =
            List.of("oursStored", "javaRosaLoaded", "oursSealed", "javaRosaInstance");

    private Engines() {}

    static void run(int rounds) throws RunnerException {
        Figures.say("Engine turns per second and core, 33 questions (JMH)");
        var figures = new Figures();
        for (int i = 0; i < rounds; i++) for (var name : NAMES) figures.add(name, score(name));
        figures.print("turns/s");
        Figures.goal(
                "stored : JavaRosa loaded each turn",
                figures.ratio("oursStored", "javaRosaLoaded"),
                ">=",
                10);
        Figures.say(
                "  sealed : JavaRosa loaded each turn                    %8.2f",
                figures.ratio("oursSealed", "javaRosaLoaded"));
        Figures.say(
                "  stored : JavaRosa with only its instance loaded       %8.2f",
                figures.ratio("oursStored", "javaRosaInstance"));
    }

    private static double score(String name) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(EngineBench.class.getName() + "." + name + "$")
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(new TimeValue(2_000, TimeUnit.MILLISECONDS))
                        .measurementIterations(2)
                        .measurementTime(new TimeValue(1_000, TimeUnit.MILLISECONDS))
                        .addProfiler(ProcessorTime.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        var results = new Runner(options).runSingle().getSecondaryResults();
        return results.get(ProcessorTime.NAME).getScore();
    }
}
