// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.table;

import java.time.ZoneId;
import java.util.List;
import org.skizzenlotse.sketch.Sketch;

/// Chosen sketches side by side: a column each, and a row for each question.
public final class Comparison {
    private final ZoneId zone;

    /// Times are written in this zone.
    public Comparison(ZoneId zone) {
        this.zone = zone;
    }

    /// As a workbook.
    public byte[] xlsx(List<Sketch> sketches) {
        return Xlsx.of(Grid.of(sketches, zone).turned(), "Vergleich", 1);
    }
}
