// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/// How the service is, as those who watch over it ask.
@FunctionalInterface
public interface Vitals {
    /// Whether it can work.
    boolean isReady();

    /// What works and should be looked at even so.
    default List<Warning> warnings() {
        return List.of();
    }

    /// Adds its numbers, once, when it is ready.
    default void measure(MeterRegistry numbers) {}

    /// Something to be looked at: its kind for programs, how often, and a German sentence.
    record Warning(String kind, long count, String text) {}
}
