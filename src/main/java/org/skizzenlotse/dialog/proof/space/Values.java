// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Value;

/// A value that stands for all that the solver does not tell apart.
final class Values {
    /// A text that no condition names.
    static final String ANOTHER = "etwas anderes";

    private static final String NOTE = "Ein Beispiel";

    /// The longest period that people give in days.
    private static final long DAYS_MAX = 9_999;

    private static final int DAYS_A_YEAR = 365;

    private final Space space;
    private final Map<Of, Long> counts;
    private final Set<Integer> holds;

    Values(Space space, Map<Of, Long> counts, Set<Integer> holds) {
        this.space = space;
        this.counts = counts;
        this.holds = holds;
    }

    Picked picked(Visit visit) {
        for (var one : visit.open().entrySet())
            if (holds.contains(one.getValue())) return new Picked.Left(one.getKey());
        var question = visit.question().orElseThrow();
        return new Picked.Given(value(question, visit));
    }

    /// What the installation gives; nothing where it gives none.
    Optional<Value> fact(String fact) {
        var of = new Of.AFact(fact);
        var domain = space.domains().get(of);
        if (domain == null || !holds.contains(domain.given())) return Optional.empty();
        return switch (domain) {
            case Domain.YesNo(_, var yes) -> Optional.of(new Value.Decision(holds.contains(yes)));
            case Domain.Words(_, var words) ->
                    words.entrySet().stream()
                            .filter(one -> holds.contains(one.getValue()))
                            .findFirst()
                            .map(one -> new Value.Text(one.getKey()));
            case Domain.Counted(_, var axis) -> {
                var kind = space.dialog().parts().facts().get(fact);
                var isDay = kind != null && kind.type().equals("date");
                yield Optional.of(isDay ? day(count(of)) : new Value.Quantity(size(of, axis)));
            }
            case Domain.Options _, Domain.Plain _ -> Optional.empty();
        };
    }

    private long count(Of of) {
        return counts.getOrDefault(of, 1L);
    }

    private BigDecimal size(Of of, Axis axis) {
        return Judging.size(axis, count(of));
    }

    private static Value day(long day) {
        return new Value.Day(LocalDate.ofEpochDay(day));
    }

    private Value value(Step.Question question, Visit visit) {
        var of = new Of.AStep(question.id());
        long count = count(of);
        return switch (question.type()) {
            case AnswerType.Choice(var options) -> chosen(options, visit);
            case AnswerType.Multi(var options, _, _) -> several(options, visit);
            case AnswerType.Consent _, AnswerType.Confirm _ ->
                    new Value.Decision(
                            visit.domain() instanceof Domain.YesNo(_, var yes)
                                    && holds.contains(yes));
            case AnswerType.Numeric(_, var decimals, _) ->
                    new Value.Quantity(BigDecimal.valueOf(count, decimals));
            case AnswerType.Money _ -> new Value.Money(BigDecimal.valueOf(count, 2), "EUR");
            case AnswerType.Date _ -> day(count);
            case AnswerType.Period _ -> lasting(count);
            case AnswerType.Contact _ -> new Value.Contact("Kim Muster", "", "kim@example.org", "");
            case AnswerType.Table(var columns, _, _) -> table(columns, count);
            case AnswerType.File(var accept, _, _) -> files(accept, count);
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Email _, AnswerType.Url _ ->
                    Samples.text(question, stretch(visit));
        };
    }

    private Axis.Stretch stretch(Visit visit) {
        if (visit.domain() instanceof Domain.Counted(_, var axis))
            for (var one : axis.stretches()) if (holds.contains(one.literal())) return one;
        return new Axis.Stretch(1, AnswerType.TEXT_LENGTH_MAX, 0);
    }

    private static Value lasting(long days) {
        return days <= DAYS_MAX
                ? new Value.Lasting((int) Math.max(1, days), Value.Lasting.Unit.DAYS)
                : new Value.Lasting(
                        (int) Math.min(DAYS_MAX, days / DAYS_A_YEAR + 1), Value.Lasting.Unit.YEARS);
    }

    private List<AnswerType.Option> picked(List<AnswerType.Option> options, Visit visit) {
        if (!(visit.domain() instanceof Domain.Options(_, var literals, _))) return List.of();
        return options.stream()
                .filter(one -> holds.contains(literals.getOrDefault(one.id(), 0)))
                .toList();
    }

    private Value chosen(List<AnswerType.Option> options, Visit visit) {
        var option = picked(options, visit).getFirst();
        return new Value.Chosen(option.id(), option.note() == Note.REQUIRED ? NOTE : "");
    }

    private Value several(List<AnswerType.Option> options, Visit visit) {
        var ids = new ArrayList<String>();
        var notes = new LinkedHashMap<String, String>();
        for (var option : picked(options, visit)) {
            ids.add(option.id());
            if (option.note() == Note.REQUIRED) notes.put(option.id(), NOTE);
        }
        return new Value.ChosenMany(ids, notes);
    }

    private static Value table(List<AnswerType.Column> columns, long count) {
        var rows = new ArrayList<Map<String, String>>();
        for (long i = 0; i < count; i++) {
            var row = new LinkedHashMap<String, String>();
            for (var column : columns)
                row.put(
                        column.id(),
                        switch (column.kind()) {
                            case TEXT ->
                                    NOTE.substring(0, Math.min(NOTE.length(), column.maxLength()));
                            case NUMBER, MONEY -> "1";
                            case DATE -> "2027-06-01";
                        });
            rows.add(row);
        }
        return new Value.Table(rows);
    }

    private static Value files(List<String> accept, long count) {
        var ending = accept.isEmpty() ? "pdf" : accept.getFirst();
        var files = new ArrayList<Value.File>();
        for (long i = 1; i <= count; i++)
            files.add(
                    new Value.File("beispiel" + i, "beispiel" + i + "." + ending, 1, "", NOTE, ""));
        return new Value.Files(files);
    }
}
