// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.List;
import java.util.Map;

/// A decision table: the rules of a pre-screening, asked after a group; the worst light wins.
public record Outcomes(String id, String after, List<Rule> rules, Map<Light, Words> lights) {
    /// Copies the collections.
    public Outcomes {
        rules = List.copyOf(rules);
        lights = Map.copyOf(lights);
    }

    /// One row: when it holds, the light follows, with words for the applicant and for staff.
    public record Rule(
            String id, String criterion, Condition when, Light light, String say, String staff) {}

    /// What a light says and which offers it names.
    public record Words(String text, List<String> offers) {
        /// Copies the list.
        public Words {
            offers = List.copyOf(offers);
        }
    }
}
