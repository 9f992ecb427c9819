// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;

/// What a person said, in words, for the transcript. Commands are no saying.
final class Saying {
    /// Far more than any answer may have; what is longer was refused, and its beginning tells it.
    static final int WORDS_MAX = 10_000;

    private Saying() {}

    /// What was asked is looked up only where the words depend on it.
    static Optional<Message> of(Input input, Supplier<Expects> asked) {
        return switch (input) {
            case Input.Started _, Input.TimedOut _, Input.Commanded _ -> Optional.empty();
            case Input.Removed _, Input.Joined _, Input.Arrived _ -> Optional.empty();
            case Input.ByStaff _ -> Optional.empty();
            case Input.Said(var step, var text) ->
                    said(step == null ? asked.get().step() : step, text);
            case Input.Chose(var step, var options, var note) ->
                    said(step, chosen(asked.get(), step, options, note));
            case Input.Attached(var step, var files) ->
                    said(
                            step,
                            files.stream().map(Value.File::name).collect(Collectors.joining(", ")));
            case Input.LeftOpen(var step, var status) ->
                    said(step, open(asked.get(), step, status));
            case Input.Gave(var step, var members) -> said(step, members(asked.get(), members));
        };
    }

    /// The same with who said it.
    static Message by(int person, Message said) {
        var text = named(person) + said.text();
        return new Message(said.kind(), text, said.quotes(), said.step(), said.lang());
    }

    /// Whether that person said it, where several could have; 0 stands for whomever.
    static boolean isBy(int person, Message said) {
        return person == 0 || said.text().startsWith(named(person));
    }

    private static String named(int person) {
        return Message.name(person) + ": ";
    }

    private static Optional<Message> said(StepId step, String words) {
        if (words.isBlank() || isAmongPeople(step)) return Optional.empty();
        var text = Display.escape(cut(words.strip()));
        return Optional.of(new Message(Message.Kind.SAID, text, false, step));
    }

    /// Names stand in the state only, so that they can go from there.
    private static boolean isAmongPeople(StepId step) {
        return step.equals(Stations.INVITE)
                || step.equals(Stations.NAME)
                || step.equals(Stations.PEOPLE)
                || step.equals(Stations.HAND_OVER)
                || step.equals(Stations.SIDE_BY_SIDE);
    }

    private static String cut(String words) {
        if (words.length() <= WORDS_MAX) return words;
        boolean splits = Character.isHighSurrogate(words.charAt(WORDS_MAX - 1));
        return words.substring(0, splits ? WORDS_MAX - 1 : WORDS_MAX) + " …";
    }

    private static String chosen(Expects asked, StepId step, List<String> options, String note) {
        var words = new ArrayList<String>();
        for (var option : options) words.add(optionText(asked, step, option));
        if (!note.isBlank()) words.add(note);
        return String.join(", ", words);
    }

    private static String optionText(Expects asked, StepId step, String option) {
        if (!asked.step().equals(step)) return option;
        return asked.options().stream()
                .filter(one -> one.id().equals(option))
                .map(Expects.Choice::text)
                .findFirst()
                .orElse(option);
    }

    private static String open(Expects asked, StepId step, OpenStatus status) {
        if (!asked.step().equals(step)) return status.id();
        return asked.open().stream()
                .filter(one -> one.status() == status)
                .map(Expects.OpenChoice::text)
                .findFirst()
                .orElse(status.id());
    }

    /// In the order in which the fields are asked.
    private static String members(Expects asked, Map<String, Object> members) {
        var words = new ArrayList<String>();
        for (var field : asked.fields()) {
            var member = members.get(field.name());
            if (member != null) words.add(flat(member));
        }
        if (words.isEmpty()) for (var member : members.values()) words.add(flat(member));
        return words.stream().filter(one -> !one.isBlank()).collect(Collectors.joining(", "));
    }

    private static String flat(Object member) {
        return switch (member) {
            case List<?> rows -> joined(rows.stream().map(Saying::flat).toList(), "; ");
            case Map<?, ?> row -> joined(row.values().stream().map(Saying::flat).toList(), ", ");
            case Object plain -> plain.toString();
        };
    }

    private static String joined(List<String> parts, String by) {
        return parts.stream().filter(one -> !one.isBlank()).collect(Collectors.joining(by));
    }
}
