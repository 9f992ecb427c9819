// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Message;

import java.math.BigDecimal;
import java.util.List;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Says kindly why an answer could not be used.
final class Faults {
    private static final int QUOTED_LENGTH_MAX = 60;

    private final Draft draft;

    Faults(Draft draft) {
        this.draft = draft;
    }

    /// Says it; what repeats words of the person is marked as such.
    void say(Fault fault, List<String> details) {
        var words = words(fault, details);
        if (fault == Fault.NO_SUCH_OPTION || fault == Fault.BAD_CELL)
            draft.quote(Message.Kind.ERROR, words);
        else draft.say(Message.Kind.ERROR, words);
    }

    private String words(Fault fault, List<String> details) {
        var first = detail(details, 0);
        return switch (fault) {
            case NO_OPTION -> draft.phrase(AnswerPhrase.NO_OPTION);
            case NO_SUCH_OPTION -> draft.phrase(AnswerPhrase.NO_SUCH_OPTION, first);
            case TOO_FEW -> draft.phrase(AnswerPhrase.TOO_FEW, first);
            case TOO_MANY -> draft.phrase(AnswerPhrase.TOO_MANY, first);
            case NO_NUMBER -> draft.phrase(AnswerPhrase.NO_NUMBER);
            case TOO_MANY_DECIMALS ->
                    first.equals("0")
                            ? draft.phrase(AnswerPhrase.WHOLE_NUMBER)
                            : draft.phrase(AnswerPhrase.TOO_MANY_DECIMALS, first);
            case OUT_OF_RANGE -> range(details.getFirst(), details.getLast());
            case NO_MONEY -> draft.phrase(AnswerPhrase.NO_MONEY);
            case NO_DATE -> draft.phrase(AnswerPhrase.NO_DATE);
            case NO_PERIOD -> draft.phrase(AnswerPhrase.NO_PERIOD);
            case ENDS_BEFORE_START -> draft.phrase(AnswerPhrase.ENDS_BEFORE_START);
            case NO_EMAIL -> draft.phrase(AnswerPhrase.NO_EMAIL);
            case NO_URL -> draft.phrase(AnswerPhrase.NO_URL);
            case NO_CONTACT -> draft.phrase(AnswerPhrase.NO_CONTACT);
            case NO_YES_OR_NO -> draft.phrase(AnswerPhrase.NO_YES_OR_NO);
            case NO_ROWS -> draft.phrase(AnswerPhrase.NO_ROWS);
            case TOO_FEW_ROWS -> draft.phrase(AnswerPhrase.TOO_FEW_ROWS, first);
            case TOO_MANY_CELLS -> draft.phrase(AnswerPhrase.TOO_MANY_CELLS);
            case NO_PHONE -> draft.phrase(AnswerPhrase.NO_PHONE);
            case NOT_READABLE -> draft.phrase(AnswerPhrase.NOT_READABLE);
            case BAD_CELL -> draft.phrase(AnswerPhrase.BAD_CELL, detail(details, 1));
            case EMPTY -> draft.phrase(AnswerPhrase.EMPTY);
            case TOO_LONG -> draft.phrase(AnswerPhrase.TOO_LONG, first);
            case NO_FILE -> draft.phrase(AnswerPhrase.NO_FILE);
            case TOO_MANY_FILES -> draft.phrase(AnswerPhrase.TOO_MANY_FILES, first);
            case FILE_GONE -> draft.phrase(AnswerPhrase.FILE_GONE);
            case FILE_TOO_BIG ->
                    draft.phrase(
                            AnswerPhrase.FILE_TOO_BIG,
                            draft.language().size(Long.parseLong(first)));
        };
    }

    private String range(String min, String max) {
        if (min.isEmpty()) return draft.phrase(AnswerPhrase.AT_MOST, number(max));
        if (max.isEmpty()) return draft.phrase(AnswerPhrase.AT_LEAST, number(min));
        return draft.phrase(AnswerPhrase.BETWEEN, number(min), number(max));
    }

    private String number(String limit) {
        return Display.escape(draft.language().number(new BigDecimal(limit)));
    }

    private static String detail(List<String> details, int index) {
        if (index >= details.size()) return "";
        return Display.escape(Display.brief(details.get(index), QUOTED_LENGTH_MAX));
    }
}
