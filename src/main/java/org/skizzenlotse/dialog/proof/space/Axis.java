// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// The values of something that is counted, in stretches that no condition tells apart. Counted in
/// units of `unit`: whole ones, cents, days.
record Axis(BigDecimal unit, List<Stretch> stretches) {
    /// No number that people give goes beyond.
    static final long FAR = 1_000_000_000_000L;

    Axis {
        stretches = List.copyOf(stretches);
    }

    /// From and to, both included, and the literal that the value lies there.
    record Stretch(long from, long to, int literal) {
        boolean isOne() {
            return from == to;
        }
    }

    /// Cut where a stretch begins.
    static Axis cut(BigDecimal unit, SortedSet<Long> starts, Sat sat) {
        var stretches = new ArrayList<Stretch>();
        long from = -FAR;
        for (long start : starts) {
            if (start <= from || start > FAR) continue;
            stretches.add(new Stretch(from, start - 1, sat.fresh()));
            from = start;
        }
        stretches.add(new Stretch(from, FAR, sat.fresh()));
        return new Axis(unit, stretches);
    }

    /// The largest count of units that is no more than this.
    static long floor(BigDecimal number, BigDecimal unit) {
        return number.divide(unit, 0, RoundingMode.FLOOR)
                .max(BigDecimal.valueOf(-FAR))
                .min(BigDecimal.valueOf(FAR))
                .longValue();
    }

    /// The smallest count of units that is no less than this.
    static long ceiling(BigDecimal number, BigDecimal unit) {
        return -floor(number.negate(), unit);
    }
}
