// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.sketch.Sketch;

/// Many sketches, one row each; the columns are the questions.
public final class SketchTable {
    /// Of [#xlsx].
    public static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// Of [#csv].
    public static final String CSV = "text/csv; charset=utf-8; header=present";

    /// What a spreadsheet takes for the beginning of a formula.
    private static final String FORMULA = "=+-@\t\r";

    /// Without it, Excel takes the file for one of the 1990s.
    private static final String UTF_8_MARK = "\uFEFF";

    private final ZoneId zone;

    /// Times are written in this zone.
    public SketchTable(ZoneId zone) {
        this.zone = zone;
    }

    /// As a workbook.
    public byte[] xlsx(List<Sketch> sketches) {
        return Xlsx.of(Grid.of(sketches, zone), "Skizzen", 1);
    }

    /// With commas (RFC 4180). What would be a formula begins with an apostrophe.
    public byte[] csv(List<Sketch> sketches) {
        var rows =
                Grid.of(sketches, zone).rows().stream()
                        .map(row ->
                                row.stream()
                                        .map(SketchTable::quoted)
                                        .collect(Collectors.joining(",")));
        return rows.collect(Collectors.joining("\r\n", UTF_8_MARK, "\r\n")).getBytes(UTF_8);
    }

    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
