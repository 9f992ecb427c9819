// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Column;
import org.skizzenlotse.dialog.AnswerType.Range;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Tables: a row a line, cells parted by semicolon, bar or tab.
public final class Tables {
    /// Amounts and numbers in cells may have two digits behind the comma.
    private static final AnswerType.Numeric NUMBER = new AnswerType.Numeric(Range.ALL, 2, "");

    private static final AnswerType.Money MONEY = new AnswerType.Money(Range.ALL);

    private final AnswerType.Table type;
    private final Dates dates;
    private final Numbers numbers;

    /// The columns, the words of the readers, and today for days.
    public Tables(AnswerType.Table type, Lexicon lexicon, LocalDate today) {
        this.type = type;
        this.dates = new Dates(lexicon, today);
        this.numbers = new Numbers(lexicon);
    }

    /// Rows in words.
    public Parsed read(String text) {
        var rows = new ArrayList<Map<String, String>>();
        for (var line : text.split("\n", -1)) {
            if (line.isBlank()) continue;
            var cells = line.split("[;|\\t]", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < type.columns().size(); i++)
                row.put(type.columns().get(i).id(), i < cells.length ? cells[i] : "");
            if (cells.length > type.columns().size()) return Parsed.unusable(Fault.TOO_MANY_CELLS);
            rows.add(row);
        }
        return of(rows);
    }

    /// Rows by column; empty rows are dropped.
    public Parsed of(List<Map<String, String>> rows) {
        var clean = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            var cells = new LinkedHashMap<String, String>();
            for (var column : type.columns()) {
                var cell = Words.clean(row.getOrDefault(column.id(), ""));
                if (!fits(cell, column)) return Parsed.unusable(Fault.BAD_CELL, column.id(), cell);
                cells.put(column.id(), cell);
            }
            if (!String.join("", cells.values()).isEmpty()) clean.add(cells);
        }
        if (clean.isEmpty()) return Parsed.unusable(Fault.NO_ROWS);
        if (clean.size() < type.min())
            return Parsed.unusable(Fault.TOO_FEW_ROWS, String.valueOf(type.min()));
        if (clean.size() > type.max())
            return Parsed.unusable(Fault.TOO_MANY, String.valueOf(type.max()));
        return new Parsed.Understood(new Value.Table(clean));
    }

    private boolean fits(String cell, Column column) {
        if (cell.isEmpty()) return true;
        if (cell.codePointCount(0, cell.length()) > column.maxLength()) return false;
        var parsed =
                switch (column.kind()) {
                    case TEXT -> new Parsed.Understood(new Value.Text(cell));
                    case NUMBER -> numbers.number(cell, NUMBER);
                    case MONEY -> numbers.money(cell, MONEY);
                    case DATE -> dates.day(cell);
                };
        return parsed instanceof Parsed.Understood;
    }
}
