// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.inbox.statistics.Hidden.Shown;

class HiddenTest {
    @Test
    void largeNumbersAreShown() {
        assertThat(shown(Map.of("a", 5, "b", 90))).containsOnly(Shown.NUMBER);
    }

    @Test
    void aSmallNumberIsNeverHiddenAlone() {
        var cells = Hidden.of(Map.of("a", 3, "b", 40, "c", 9));
        assertThat(cells).extractingByKey("a").extracting(Hidden.Cell::shown).isEqualTo(Shown.FEW);
        assertThat(cells).extractingByKey("c").extracting(Hidden.Cell::shown).isEqualTo(Shown.NOT);
        assertThat(cells)
                .extractingByKey("b")
                .extracting(Hidden.Cell::shown)
                .isEqualTo(Shown.NUMBER);
    }

    @Test
    void whatIsHiddenIsNeverSmallTogetherUnlessAllIs() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var counts = new LinkedHashMap<String, Integer>();
            for (int j = 0; j < 1 + random.nextInt(6); j++) counts.put("n" + j, random.nextInt(12));
            var cells = Hidden.of(counts);
            var hidden =
                    cells.values().stream().filter(one -> one.shown() != Shown.NUMBER).toList();
            if (hidden.isEmpty() || hidden.size() == cells.size()) continue;
            assertThat(hidden.size()).as("%s", counts).isGreaterThan(1);
            assertThat(hidden.stream().mapToInt(Hidden.Cell::count).sum())
                    .as("%s", counts)
                    .isGreaterThanOrEqualTo(Hidden.SMALL);
        }
    }

    private static Iterable<Shown> shown(Map<String, Integer> counts) {
        return Hidden.of(counts).values().stream().map(Hidden.Cell::shown).toList();
    }
}
