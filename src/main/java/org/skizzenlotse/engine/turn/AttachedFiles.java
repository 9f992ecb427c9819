// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.FileKinds;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.parse.AnswerReader;
import org.skizzenlotse.engine.parse.Parsed;
import org.skizzenlotse.engine.parse.Words;

/// Files that come, go or are replaced, also while something else is asked.
final class AttachedFiles {
    /// What a file shows fits into a few sentences.
    private static final int DESCRIPTION_LENGTH_MAX = 500;

    /// The fact of an installation that says how much all files of a conversation may take.
    private static final String BYTES_FACT = "dateien_bytes";

    private final Draft draft;

    AttachedFiles(Draft draft) {
        this.draft = draft;
    }

    /// Whether the dialog asks for files anywhere.
    boolean isForFiles() {
        return draft.dialog().questions().stream().anyMatch(AttachedFiles::asksForFiles);
    }

    private static boolean asksForFiles(Question question) {
        return question.type() instanceof AnswerType.File;
    }

    /// What may be attached, in words, before anything is chosen.
    String limits(AnswerType.File file) {
        var kinds = String.join(", ", FileKinds.of(file)).toUpperCase(Locale.ROOT);
        var inAll = bytesInAll();
        var size = draft.language().size(Math.min(file.sizeBytesMax(), inAll));
        var each =
                file.filesMax() == 1
                        ? draft.phrase(AnswerPhrase.FILE_LIMITS_ONE, size, kinds)
                        : draft.phrase(
                                AnswerPhrase.FILE_LIMITS,
                                String.valueOf(file.filesMax()),
                                size,
                                kinds);
        return inAll == Long.MAX_VALUE
                ? each
                : each
                        + "\n\n"
                        + draft.phrase(AnswerPhrase.FILE_LIMITS_ALL, draft.language().size(inAll));
    }

    /// How much all files of a conversation may take, where the installation says so.
    private long bytesInAll() {
        return draft.given().facts().get(BYTES_FACT) instanceof Value.Quantity(var bytes)
                ? bytes.longValue()
                : Long.MAX_VALUE;
    }

    /// Leads to the question for files that is named, else to the first; where none applies, to the
    /// answer that decides about it.
    void ask(String target) {
        var wanted = wanted(target);
        if (!draft.journey().isConsented()) draft.reply(Phrase.CONSENT_FIRST);
        else if (wanted.isPresent()) goTo(wanted.get());
        else
            deciding().ifPresentOrElse(this::decide, () -> draft.reply(AnswerPhrase.FILES_NOWHERE));
    }

    private Optional<StepId> wanted(String target) {
        var possible =
                draft.journey()
                        .questions()
                        .filter(Journey.Stop::applies)
                        .filter(stop ->
                                stop.question().filter(AttachedFiles::asksForFiles).isPresent())
                        .map(Journey.Stop::id)
                        .toList();
        return possible.stream()
                .filter(step -> step.value().equals(target))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    /// The question whose answer decides whether files are asked for.
    private Optional<StepId> deciding() {
        return draft.dialog().questions().stream()
                .filter(AttachedFiles::asksForFiles)
                .flatMap(question -> Reads.of(question.when()).stream())
                .filter(step ->
                        draft.journey().stop(step).filter(Journey.Stop::applies).isPresent())
                .findFirst();
    }

    private void decide(StepId step) {
        draft.reply(AnswerPhrase.FILES_FIRST);
        goTo(step);
    }

    private void goTo(StepId step) {
        if (draft.place() instanceof Place.Asking(var question, _) && question.id().equals(step))
            return;
        draft.move(draft.now().position().with(new Aside.Changing(step)).paused(false));
        var question = draft.dialog().question(step).orElseThrow();
        draft.now()
                .answer(step)
                .map(answer -> draft.shownBy(question, answer))
                .ifPresent(words ->
                        draft.quote(Message.Kind.REPLY, draft.phrase(Phrase.SO_FAR, words)));
    }

    /// Each file once, with a description that fits, belonging to a question that there is.
    List<Value.File> fitting(List<Value.File> files) {
        var fitting = new LinkedHashMap<String, Value.File>();
        for (var file : files)
            fitting.putIfAbsent(
                    file.id(),
                    new Value.File(
                            file.id(),
                            file.name(),
                            file.bytes(),
                            file.mediaType(),
                            Display.brief(Words.clean(file.description()), DESCRIPTION_LENGTH_MAX),
                            isQuestion(file.about()) ? file.about() : ""));
        return List.copyOf(fitting.values());
    }

    /// Where others attached something that the speaker has not seen, nothing of theirs goes.
    List<Value.File> withUnseen(StepId step, List<Value.File> files) {
        var unseen = new BothSides(draft).unseen(step);
        if (unseen.isEmpty() || !(unseen.get().value() instanceof Value.Files(var theirs)))
            return files;
        var all = new ArrayList<>(files);
        for (var file : theirs)
            if (all.stream().noneMatch(one -> one.id().equals(file.id()))) all.add(file);
        return all;
    }

    /// An answer by the speaker; where files of the answer before stay in it, by those of that one
    /// as well.
    Answer answer(Question question, Value value) {
        var answer = Answer.of(value, draft.provenance(question));
        var before = draft.now().answer(question.id());
        if (!(value instanceof Value.Files(var files))
                || !(before.flatMap(Answer::given).orElse(null) instanceof Value.Files(var then))
                || then.stream().noneMatch(one -> files.stream().anyMatch(one::isSameFile)))
            return answer;
        return Answer.of(value, answer.provenance().by(Person.by(before.orElseThrow(), answer)));
    }

    private boolean isQuestion(String about) {
        return StepId.isOne(about) && draft.dialog().question(new StepId(about)).isPresent();
    }

    /// Whether these are no files any more in place of some.
    boolean takesAway(StepId step, List<Value.File> files) {
        return files.isEmpty() && draft.now().answer(step).flatMap(Answer::given).isPresent();
    }

    /// Keeps the files of a question that is not at hand; false where that cannot be done now.
    boolean take(StepId step, List<Value.File> files) {
        if (!draft.journey().isConsented() || !draft.now().lifecycle().isOpen()) return false;
        var question =
                draft.journey()
                        .stop(step)
                        .filter(Journey.Stop::applies)
                        .flatMap(Journey.Stop::question)
                        .filter(AttachedFiles::asksForFiles);
        question.ifPresent(one -> keep(one, files));
        return question.isPresent();
    }

    private void keep(Question question, List<Value.File> files) {
        if (files.isEmpty()) {
            takeAway(question);
            return;
        }
        var today = draft.given().now().atZone(draft.given().zone()).toLocalDate();
        var menu = new Menus(draft).menu(question);
        switch (new AnswerReader(question.type(), menu, today).files(files)) {
            case Parsed.Unusable(var fault, var details) -> new Faults(draft).say(fault, details);
            case Parsed.Understood(var value) -> {
                var answer = answer(question, value);
                var before = draft.now().answer(question.id());
                if (before.filter(answer::saysTheSameAs).isEmpty()) {
                    new Keeping(draft).reopen();
                    draft.note(new Happened.Answered(question.id(), answer));
                }
                told(question);
            }
            case Parsed.Guessed _, Parsed.NoteMissing _ ->
                    throw new IllegalStateException("files are files");
        }
    }

    private void takeAway(Question question) {
        if (draft.now().answer(question.id()).flatMap(Answer::given).isPresent()) {
            new Keeping(draft).reopen();
            draft.note(new Happened.Unanswered(question.id()));
        }
        draft.noted(AnswerPhrase.FILES_NONE, label(question));
    }

    /// Says what is attached now.
    void told(Question question) {
        var answer = draft.now().answer(question.id()).orElseThrow();
        var files = Display.escape(draft.shown(question, answer));
        draft.quote(
                Message.Kind.NOTED, draft.phrase(AnswerPhrase.FILES_NOW, label(question), files));
    }

    private String label(Question question) {
        return Display.escape(question.wording(draft.now().variant()).shortText());
    }
}
