// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A grid as a workbook of one sheet (ISO/IEC 29500). Cells hold text, never a formula.
final class Xlsx {
    /// More does not go into a cell.
    static final int CELL_MAX = 32_767;

    private static final String CUT = " …";
    private static final int NAMES_WIDE = 30;
    private static final int TEXTS_WIDE = 48;

    private Xlsx() {}

    /// With that many columns that stay in sight beside the first row.
    static byte[] of(Grid grid, String sheet, int columnsKept) {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "Skizzenlotse", "1.0")) {
            var worksheet = workbook.newWorksheet(sheet);
            for (int row = 0; row < grid.rows().size(); row++) {
                var cells = grid.rows().get(row);
                for (int column = 0; column < cells.size(); column++)
                    worksheet.value(row, column, cell(cells.get(column)));
            }
            look(worksheet, grid, columnsKept);
            workbook.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void look(Worksheet worksheet, Grid grid, int columnsKept) {
        int rows = grid.rows().size();
        int columns = grid.rows().getFirst().size();
        worksheet
                .range(0, 0, rows - 1, columns - 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        worksheet.range(0, 0, 0, columns - 1).style().bold().wrapText(true).set();
        worksheet.freezePane(columnsKept, 1);
        for (int column = 0; column < columns; column++)
            worksheet.width(column, column < columnsKept ? NAMES_WIDE : TEXTS_WIDE);
    }

    private static String cell(String text) {
        return text.length() <= CELL_MAX ? text : text.substring(0, CELL_MAX - CUT.length()) + CUT;
    }
}
