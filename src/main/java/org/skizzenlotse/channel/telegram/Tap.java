// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;

/// What a tapped button says. On the wire it is one letter and IDs behind colons, within 64 bytes:
/// options are told by their [Marks].
sealed interface Tap {

    /// An option of a question that takes one.
    record Choice(StepId step, String mark) implements Tap {}

    /// An option of a question that takes several: picked, or not any more.
    record Toggle(StepId step, String mark) implements Tap {}

    /// All is picked, written or sent that belongs to the answer.
    record Done(StepId step) implements Tap {}

    /// An open answer.
    record Open(StepId step, OpenStatus status) implements Tap {}

    /// A command, with its target where it has one.
    record Commanded(Command command, String target) implements Tap {}

    /// An answer is to be changed.
    record Change(StepId step) implements Tap {}

    /// What came last still belongs to the answer at this step, the one before.
    record Earlier(StepId step) implements Tap {}

    /// A dialog is to be begun.
    record Dialog(String id) implements Tap {}

    /// The conversation in that dialog is to go on.
    record Resume(String dialog) implements Tap {}

    /// The commands that are not in sight.
    record More(StepId step) implements Tap {}

    /// Another page of a long list, counted from 0.
    record Page(StepId step, int page) implements Tap {}

    /// A page of the answers that can be changed, one button for each, counted from 0.
    record Changes(StepId step, int page) implements Tap {}

    /// The whole text that a consent is about.
    record Notice(StepId step) implements Tap {}

    /// An address where a file can be uploaded.
    record Upload(StepId step) implements Tap {}

    /// What waits is to be shown.
    record Show() implements Tap {}

    /// The own copy is to come here as a file.
    record Copy() implements Tap {}

    /// The form on the wire.
    default String data() {
        return switch (this) {
            case Choice(var step, var mark) -> "c:" + step + ":" + mark;
            case Toggle(var step, var mark) -> "t:" + step + ":" + mark;
            case Done(var step) -> "d:" + step;
            case Open(var step, var status) -> "o:" + step + ":" + status.id();
            case Commanded(var command, var target) -> "k:" + command.id() + ":" + target;
            case Change(var step) -> "a:" + step;
            case Earlier(var step) -> "e:" + step;
            case Dialog(var id) -> "g:" + id;
            case Resume(var dialog) -> "r:" + dialog;
            case More(var step) -> "m:" + step;
            case Page(var step, var page) -> "p:" + step + ":" + page;
            case Changes(var step, var page) -> "w:" + step + ":" + page;
            case Notice(var step) -> "n:" + step;
            case Upload(var step) -> "u:" + step;
            case Show() -> "s:";
            case Copy() -> "f:";
        };
    }

    /// What these data say; nothing where no button of ours says so.
    static Optional<Tap> read(String data) {
        if (data.length() > Button.DATA_BYTES_MAX) return Optional.empty();
        var parts = List.of(data.split(":", -1));
        var first = parts.size() > 1 ? parts.get(1) : "";
        return switch (parts.size() + parts.getFirst()) {
            case "2g" -> id(first).map(Dialog::new);
            case "2r" -> id(first).map(Resume::new);
            case "2s" -> first.isEmpty() ? Optional.of(new Show()) : Optional.empty();
            case "2f" -> first.isEmpty() ? Optional.of(new Copy()) : Optional.empty();
            case "3k" ->
                    Command.of(first)
                            .filter(_ -> isTarget(parts.get(2)))
                            .map(command -> new Commanded(command, parts.get(2)));
            default -> StepId.isOne(first) ? atStep(parts, new StepId(first)) : Optional.empty();
        };
    }

    private static Optional<Tap> atStep(List<String> parts, StepId step) {
        var last = parts.getLast();
        return switch (parts.size() + parts.getFirst()) {
            case "2d" -> Optional.of(new Done(step));
            case "2a" -> Optional.of(new Change(step));
            case "2e" -> Optional.of(new Earlier(step));
            case "2m" -> Optional.of(new More(step));
            case "2n" -> Optional.of(new Notice(step));
            case "2u" -> Optional.of(new Upload(step));
            case "3c" -> Marks.isOne(last) ? Optional.of(new Choice(step, last)) : Optional.empty();
            case "3t" -> Marks.isOne(last) ? Optional.of(new Toggle(step, last)) : Optional.empty();
            case "3o" -> OpenStatus.of(last).map(status -> new Open(step, status));
            case "3p" -> page(last).map(page -> new Page(step, page));
            case "3w" -> page(last).map(page -> new Changes(step, page));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> page(String text) {
        return text.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static boolean isTarget(String text) {
        return text.matches("[a-z0-9_-]{0,40}");
    }

    private static Optional<String> id(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty() && isTarget(one));
    }
}
