// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import java.util.Locale;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.engine.Expects.Field;

/// The members of structured answers, with their labels.
final class Fields {
    private final Draft draft;

    Fields(Draft draft) {
        this.draft = draft;
    }

    /// The members of an answer to this question, none where it has no members.
    List<Field> of(Question question) {
        return switch (question.type()) {
            case AnswerType.Numeric _ -> List.of(field("number", AnswerPhrase.FIELD_NUMBER, true));
            case AnswerType.Money _ ->
                    List.of(
                            field("amount", AnswerPhrase.FIELD_AMOUNT, true),
                            field("currency", AnswerPhrase.FIELD_CURRENCY, false));
            case AnswerType.Date _ ->
                    List.of(new Field("date", draft.phrase(AnswerPhrase.FIELD_DATE), "date", true));
            case AnswerType.Period _ ->
                    List.of(
                            new Field("from", draft.phrase(AnswerPhrase.FIELD_FROM), "date", false),
                            new Field("to", draft.phrase(AnswerPhrase.FIELD_TO), "date", false),
                            field("length", AnswerPhrase.FIELD_LENGTH, false),
                            field("unit", AnswerPhrase.FIELD_UNIT, false));
            case AnswerType.Contact _ ->
                    List.of(
                            field("name", AnswerPhrase.FIELD_NAME, false),
                            field("role", AnswerPhrase.FIELD_ROLE, false),
                            new Field(
                                    "email",
                                    draft.phrase(AnswerPhrase.FIELD_EMAIL),
                                    "email",
                                    false),
                            new Field(
                                    "phone", draft.phrase(AnswerPhrase.FIELD_PHONE), "tel", false));
            case AnswerType.Table(var columns, _, _) ->
                    columns.stream().map(column -> column(question, column)).toList();
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Choice _ -> List.of();
            case AnswerType.Multi _, AnswerType.Email _, AnswerType.Url _ -> List.of();
            case AnswerType.File _, AnswerType.Consent _, AnswerType.Confirm _ -> List.of();
        };
    }

    private Field column(Question question, AnswerType.Column column) {
        var wording = question.wording(draft.now().variant());
        var type = column.kind().name().toLowerCase(Locale.ROOT);
        return new Field(column.id(), wording.option(column.id()).text(), type, false);
    }

    private Field field(String name, Sayable label, boolean required) {
        var number = name.equals("number") || name.equals("amount") || name.equals("length");
        return new Field(name, draft.phrase(label), number ? "number" : "text", required);
    }
}
