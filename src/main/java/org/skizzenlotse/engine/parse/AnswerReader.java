// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Value.Lasting.Unit;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Reads the answer to one question: from words, from options by ID, or from the members of a
/// structured value. `menu` is the numbered list in which its options stand; its lexicon is that of
/// the whole reader.
public record AnswerReader(AnswerType type, Menu menu, LocalDate today) {

    /// Longer words are no number, day, option or contact; searching them would take time.
    private static final int SHORT_LENGTH_MAX = 2_000;

    /// An answer in words.
    public Parsed words(String raw) {
        var text = Words.clean(raw);
        if (text.isEmpty()) return Parsed.unusable(Fault.EMPTY);
        if (text.length() > SHORT_LENGTH_MAX && isShort()) return Parsed.unusable(tooLong());
        return switch (type) {
            case AnswerType.Text(var max) -> text(text.replace('\n', ' '), max);
            case AnswerType.LongText(var max) -> text(text, max);
            case AnswerType.Choice(var options) -> new Options(options, menu).one(text);
            case AnswerType.Multi multi -> new Options(multi.options(), menu).several(text, multi);
            case AnswerType.Numeric number -> numbers().number(text, number);
            case AnswerType.Money money -> numbers().money(text, money);
            case AnswerType.Date() -> dates().day(text);
            case AnswerType.Period() -> dates().period(text);
            case AnswerType.Contact() -> Contacts.contact(text, menu.lexicon());
            case AnswerType.Email() -> Contacts.email(text);
            case AnswerType.Url() -> Contacts.url(text);
            case AnswerType.File _ -> Parsed.unusable(Fault.NO_FILE);
            case AnswerType.Consent _, AnswerType.Confirm _ -> decision(text);
            case AnswerType.Table table -> tables(table).read(text);
        };
    }

    private boolean isShort() {
        return !type.isFreeText() && !(type instanceof AnswerType.Table);
    }

    private Fault tooLong() {
        return type.options().isEmpty() ? Fault.NOT_READABLE : Fault.NO_OPTION;
    }

    private static Parsed text(String text, int max) {
        return text.codePointCount(0, text.length()) > max
                ? Parsed.unusable(Fault.TOO_LONG, String.valueOf(max))
                : new Parsed.Understood(new Value.Text(text));
    }

    private Parsed decision(String text) {
        var called = menu.called(text).or(() -> menu.numbered(text)).map(Menu.Entry::id).orElse("");
        if (called.equals("yes") || menu.lexicon().isYes(text)) return decided(true);
        if (called.equals("no") || menu.lexicon().isNo(text)) return decided(false);
        return Parsed.unusable(Fault.NO_YES_OR_NO);
    }

    private static Parsed decided(boolean yes) {
        return new Parsed.Understood(new Value.Decision(yes));
    }

    /// An answer by option IDs, with the words beside it.
    public Parsed chosen(List<String> ids, String note) {
        return switch (type) {
            case AnswerType.Choice(var options) -> new Options(options, menu).one(ids, note);
            case AnswerType.Multi multi ->
                    new Options(multi.options(), menu).several(ids, note, multi);
            case AnswerType.Consent _, AnswerType.Confirm _ -> {
                if (ids.equals(List.of("yes"))) yield decided(true);
                yield ids.equals(List.of("no"))
                        ? decided(false)
                        : Parsed.unusable(Fault.NO_YES_OR_NO);
            }
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Numeric _ -> noOptions();
            case AnswerType.Money _, AnswerType.Date _, AnswerType.Period _ -> noOptions();
            case AnswerType.Contact _, AnswerType.Email _, AnswerType.Url _ -> noOptions();
            case AnswerType.File _, AnswerType.Table _ -> noOptions();
        };
    }

    /// An answer by its files.
    public Parsed files(List<Value.File> files) {
        if (!(type instanceof AnswerType.File(_, var bytesMax, var filesMax))) return noOptions();
        if (files.isEmpty()) return Parsed.unusable(Fault.NO_FILE);
        if (files.size() > filesMax)
            return Parsed.unusable(Fault.TOO_MANY_FILES, String.valueOf(filesMax));
        if (files.stream().anyMatch(file -> !file.isThere()))
            return Parsed.unusable(Fault.FILE_GONE);
        return files.stream().anyMatch(file -> file.bytes() > bytesMax)
                ? Parsed.unusable(Fault.FILE_TOO_BIG, String.valueOf(bytesMax))
                : new Parsed.Understood(new Value.Files(files));
    }

    /// A value that was asked back and is meant: complete, or its words beside are still missing.
    public Parsed meant(Value value) {
        return switch (value) {
            case Value.Chosen(var option, var note) -> chosen(List.of(option), note);
            case Value.ChosenMany many when type instanceof AnswerType.Multi multi ->
                    new Options(multi.options(), menu).again(many, multi);
            case Value.ChosenMany _, Value.Text _, Value.Decision _, Value.Quantity _ ->
                    new Parsed.Understood(value);
            case Value.Money _, Value.Day _, Value.Between _, Value.Lasting _, Value.Contact _ ->
                    new Parsed.Understood(value);
            case Value.Table _, Value.Files _ -> new Parsed.Understood(value);
        };
    }

    /// The words beside what was chosen before.
    public Parsed noted(Value chosen, String note) {
        if (chosen instanceof Value.Chosen(var option, _)) return chosen(List.of(option), note);
        return chosen instanceof Value.ChosenMany many && type instanceof AnswerType.Multi multi
                ? new Options(multi.options(), menu).noted(many, note, multi)
                : noOptions();
    }

    private static Parsed noOptions() {
        return Parsed.unusable(Fault.NO_OPTION);
    }

    /// An answer by the members of its structured value (DIALOG_FORMAT, "Types in conditions and
    /// over HTTP"); numbers may be texts.
    public Parsed members(Map<String, Object> members) {
        return switch (type) {
            case AnswerType.Numeric number -> number(members, number);
            case AnswerType.Money money -> money(members, money);
            case AnswerType.Date() -> dates().day(member(members, "date"));
            case AnswerType.Period() -> period(members);
            case AnswerType.Contact() ->
                    Contacts.of(
                            List.of(
                                    member(members, "name"),
                                    member(members, "role"),
                                    member(members, "email"),
                                    member(members, "phone")));
            case AnswerType.Table table -> tables(table).of(rows(members));
            case AnswerType.File _ -> Parsed.unusable(Fault.NO_FILE);
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Email _, AnswerType.Url _ ->
                    words(member(members, "text"));
            case AnswerType.Choice _, AnswerType.Multi _ -> noOptions();
            case AnswerType.Consent _, AnswerType.Confirm _ -> noOptions();
        };
    }

    private Parsed money(Map<String, Object> members, AnswerType.Money type) {
        var currency = member(members, "currency");
        if (!currency.isEmpty() && !currency.equals("EUR")) return Parsed.unusable(Fault.NO_MONEY);
        return members.get("amount") instanceof Number amount
                ? numbers().money(exact(amount), type)
                : numbers().money(member(members, "amount"), type);
    }

    private Parsed number(Map<String, Object> members, AnswerType.Numeric type) {
        return members.get("number") instanceof Number number
                ? numbers().number(exact(number), type)
                : numbers().number(member(members, "number"), type);
    }

    /// A number is itself; only in a text may "1.500" be 1500.
    private static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }

    private Numbers numbers() {
        return new Numbers(menu.lexicon());
    }

    private Dates dates() {
        return new Dates(menu.lexicon(), today);
    }

    private Tables tables(AnswerType.Table table) {
        return new Tables(table, menu.lexicon(), today);
    }

    private Parsed period(Map<String, Object> members) {
        var length = member(members, "length");
        if (length.isEmpty()) {
            var dates = dates();
            return dates.day(member(members, "from")) instanceof Parsed.Understood(var from)
                            && dates.day(member(members, "to")) instanceof Parsed.Understood(var to)
                            && from instanceof Value.Day(var first)
                            && to instanceof Value.Day(var last)
                    ? Dates.between(first, last)
                    : Parsed.unusable(Fault.NO_PERIOD);
        }
        try {
            var unit = Unit.valueOf(member(members, "unit").toUpperCase(Locale.ROOT));
            var number = Integer.parseInt(length);
            return number > 0 && number < 10_000
                    ? new Parsed.Understood(new Value.Lasting(number, unit))
                    : Parsed.unusable(Fault.NO_PERIOD);
        } catch (IllegalArgumentException inWords) {
            return dates().period(length + " " + member(members, "unit"));
        }
    }

    private static List<Map<String, String>> rows(Map<String, Object> members) {
        var rows = new ArrayList<Map<String, String>>();
        if (members.get("rows") instanceof List<?> given)
            for (var one : given)
                if (one instanceof Map<?, ?> cells) {
                    var row = new LinkedHashMap<String, String>();
                    cells.forEach((key, cell) ->
                            row.put(String.valueOf(key), cell == null ? "" : String.valueOf(cell)));
                    rows.add(row);
                }
        return rows;
    }

    private static String member(Map<String, Object> members, String name) {
        var given = members.get(name);
        return given == null ? "" : String.valueOf(given).strip();
    }
}
