// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.render.Outline;
import org.skizzenlotse.render.Samples;
import org.skizzenlotse.render.ShippedSketches;
import org.skizzenlotse.sketch.Sketch;

class SketchTableTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SketchTable TABLE = new SketchTable(BERLIN);

    @Test
    void eachSketchIsARowAndEachQuestionAColumn() throws Exception {
        var rows =
                read(TABLE.xlsx(List.of(ShippedSketches.of("SK-1"), ShippedSketches.of("SK-2"))));
        assertThat(rows).hasSize(3);
        var head = texts(rows.getFirst());
        assertThat(head)
                .startsWith("Kennung", "Fassung", "Eingereicht am")
                .contains("B1 Problem", "Kontakt")
                .doesNotHaveDuplicates();
        assertThat(texts(rows.get(1))).startsWith("SK-1", "2", "2026-11-23 14:05");
        assertThat(texts(rows.get(2)).get(head.indexOf("B3 Was sich ändern soll")))
                .contains(ShippedSketches.ARABIC, ShippedSketches.CYRILLIC);
        assertThat(texts(rows.get(2)).get(head.indexOf("B2 Lösungsidee")))
                .isEqualTo("Noch offen: soll später beantwortet werden");
    }

    @Test
    void comparedSketchesStandSideBySide() throws Exception {
        var sketches = List.of(ShippedSketches.of("SK-1"), ShippedSketches.of("SK-2"));
        var rows = read(new Comparison(BERLIN).xlsx(sketches));
        assertThat(texts(rows.getFirst())).containsExactly("Kennung", "SK-1", "SK-2");
        assertThat(rows.stream().map(row -> row.getCellText(0)))
                .containsAll(
                        Outline.passages(sketches.getFirst()).stream()
                                .map(Outline.Passage::name)
                                .toList());
    }

    @Test
    void questionsOfSeveralDialogsKeepTheirOrder() throws Exception {
        var one = Samples.sketch(List.of(section("a"), section("c")));
        var other = Samples.sketch(List.of(section("a"), section("b"), section("c")));
        var head = texts(read(TABLE.xlsx(List.of(one, other))).getFirst());
        assertThat(head).endsWith("Abschnitt a", "Abschnitt b", "Abschnitt c");
    }

    private static Sketch.Section section(String id) {
        return Samples.answered(id, "", "/" + id, Samples.main("titel", id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void noAnswerBecomesAFormula(String answer) throws Exception {
        var sketches = List.of(Samples.saying(answer));
        var cell = read(TABLE.xlsx(sketches)).get(1).getCell(4);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText()).isEqualTo(answer);
        assertThat(new String(TABLE.csv(sketches), UTF_8)).contains("\"'" + answer + "\"");
    }

    @Test
    void commasQuotesAndLinesStayInTheirCell() {
        var csv = new String(TABLE.csv(List.of(Samples.saying("a, \"b\"\nc"))), UTF_8);
        assertThat(csv).startsWith("\uFEFF\"Kennung\",\"Fassung\",").endsWith("\"\r\n");
        assertThat(csv).contains(",\"a, \"\"b\"\"\nc\"");
    }

    @Test
    void whatNoCellHoldsIsCut() throws Exception {
        var long_ = Samples.saying("x".repeat(Xlsx.CELL_MAX + 1) + "\uFFFE");
        assertThat(read(TABLE.xlsx(List.of(long_))).get(1).getCellText(4))
                .hasSize(Xlsx.CELL_MAX)
                .endsWith("x …");
    }

    private static List<Row> read(byte[] xlsx) throws Exception {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell.getText()).toList();
    }
}
