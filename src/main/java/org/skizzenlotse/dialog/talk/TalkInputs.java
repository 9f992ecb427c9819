// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.FileKinds;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;

/// Makes inputs of what a talk lets somebody say or tap.
final class TalkInputs {
    /// A file of a talk has a name and no bytes; so it is as large as a letter.
    private static final int FILE_SIZE_BYTES = 20_480;

    private final TalkState state;

    TalkInputs(TalkState state) {
        this.state = state;
    }

    /// An answer from `given` to what is asked; nothing where it cannot be one.
    Optional<Input> given(Part answer) {
        var step = state.expects().step();
        if (answer.node().isObject()) return structured(step, answer);
        if (asksForFiles(step))
            return Optional.of(
                    new Input.Attached(
                            step, answer.list().stream().map(TalkInputs::file).toList()));
        if (answer.node().isArray())
            return Optional.of(
                    new Input.Chose(step, answer.list().stream().map(Part::text).toList(), ""));
        var type = state.dialog().question(step).map(question -> question.type()).orElse(null);
        if (type instanceof AnswerType.Consent || type instanceof AnswerType.Confirm)
            return decision(answer.text())
                    .map(choice -> new Input.Chose(step, List.of(choice), ""));
        var chooses =
                type == null
                        || type instanceof AnswerType.Choice
                        || type instanceof AnswerType.Multi;
        return Optional.of(
                chooses
                        ? new Input.Chose(step, List.of(answer.text()), "")
                        : new Input.Said(step, answer.text()));
    }

    private static Optional<String> decision(String text) {
        return switch (text) {
            case "ja", "true", "yes" -> Optional.of("yes");
            case "nein", "false", "no" -> Optional.of("no");
            default -> Optional.empty();
        };
    }

    private Optional<Input> structured(StepId step, Part answer) {
        if (answer.has("open") || answer.has("tap") || answer.has("taps") || answer.has("value"))
            return user(answer);
        return Optional.of(new Input.Gave(step, members(answer)));
    }

    /// What the person says in a turn; nothing where it is no input.
    Optional<Input> user(Part user) {
        if (!user.node().isObject()) return Optional.of(new Input.Said(null, user.text()));
        if (user.has("command")) return command(user);
        if (user.has("file")) return Optional.of(oneMore(user));
        var step = step(user);
        if (user.has("text")) return Optional.of(new Input.Said(step, user.text("text")));
        if (user.has("tap"))
            return Optional.of(new Input.Chose(step, List.of(user.text("tap")), user.text("note")));
        if (user.has("taps"))
            return Optional.of(new Input.Chose(step, user.texts("taps"), user.text("note")));
        if (user.has("open"))
            return OpenStatus.of(user.text("open")).map(open -> new Input.LeftOpen(step, open));
        if (user.has("value")) return Optional.of(new Input.Gave(step, members(user.at("value"))));
        return Optional.empty();
    }

    /// One more file or several, known by their names only: at the question that is named or at
    /// hand, else at the first for files.
    private Input oneMore(Part user) {
        var step = step(user);
        if (!asksForFiles(step))
            step =
                    state.dialog().questions().stream()
                            .map(question -> question.id())
                            .filter(this::asksForFiles)
                            .findFirst()
                            .orElse(step);
        var files = new ArrayList<Value.File>();
        state.conversation()
                .answer(step)
                .flatMap(Answer::given)
                .filter(Value.Files.class::isInstance)
                .ifPresent(value -> files.addAll(((Value.Files) value).files()));
        user.list("file").forEach(name -> files.add(file(name)));
        return new Input.Attached(step, files);
    }

    private boolean asksForFiles(StepId step) {
        return state.dialog()
                .question(step)
                .filter(question -> question.type() instanceof AnswerType.File)
                .isPresent();
    }

    private static Value.File file(Part name) {
        var type = FileKinds.all().getOrDefault(FileKinds.endingOf(name.text()), "");
        return new Value.File(name.text(), name.text(), FILE_SIZE_BYTES, type, "", "");
    }

    private StepId step(Part user) {
        return StepId.isOne(user.text("step"))
                ? new StepId(user.text("step"))
                : state.expects().step();
    }

    private static Optional<Input> command(Part user) {
        var target = user.text("step") + user.text("group") + user.text("variant");
        return Command.of(user.text("command"))
                .map(command -> new Input.Commanded(command, target));
    }

    private static Map<String, Object> members(Part value) {
        var members = new LinkedHashMap<String, Object>();
        value.entries().forEach((name, member) -> members.put(name, member(member.node())));
        return members;
    }

    private static Object member(JsonNode node) {
        if (!node.isArray()) return node.asText();
        var rows = new ArrayList<Map<String, String>>();
        for (var row : node) {
            var cells = new LinkedHashMap<String, String>();
            row.properties().forEach(cell -> cells.put(cell.getKey(), cell.getValue().asText()));
            rows.add(cells);
        }
        return rows;
    }
}
