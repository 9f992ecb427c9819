// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Expects.Choice;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.engine.Stations;

/// Takes single answers and files out for good, also after handing in: the place stays and says
/// when that was. Consents stay, because they say what was allowed; those are withdrawn. Whoever is
/// not responsible takes out what is theirs alone.
final class Removing {
    /// Between a step and one of its files in the ID of a choice.
    private static final String FILE = "/";

    /// In place of the number of a person.
    private static final int EVERYBODY = 0;

    private final Draft draft;

    Removing(Draft draft) {
        this.draft = draft;
    }

    /// What the speaker may take out; files one by one.
    List<Choice> choices() {
        return choices(removable().filter(this::isTheirs));
    }

    /// The same of whomever it is.
    List<Choice> all() {
        return choices(removable());
    }

    private List<Choice> choices(Stream<Question> removable) {
        var choices = new ArrayList<Choice>();
        removable.forEach(question -> {
            var label = question.wording(draft.now().variant()).shortText();
            choices.add(new Choice(question.id().value(), label, label, "none"));
            for (var file : files(question.id())) {
                var id = question.id().value() + FILE + file.id();
                var text = label + ": " + file.name();
                choices.add(new Choice(id, text, file.name(), "none"));
            }
        });
        return choices;
    }

    boolean hasChoices() {
        return removable().anyMatch(this::isTheirs);
    }

    /// All answers that hold something, whether they count or not.
    private Stream<Question> removable() {
        return draft.journey()
                .questions()
                .filter(stop -> stop.answer() != null && stop.answer().value() != null)
                .flatMap(stop -> stop.question().stream())
                .filter(question -> !(question.type() instanceof AnswerType.Consent));
    }

    private boolean isTheirs(Question question) {
        return new Rights(draft).mayTakeOut(question.id());
    }

    private List<Value.File> files(StepId step) {
        return draft.now().answer(step).flatMap(Answer::given).orElse(null)
                        instanceof Value.Files(var files)
                ? files
                : List.of();
    }

    /// Asks for a yes to what is named, else which one is meant.
    void ask(String target) {
        if (isOthers(target) && new Rights(draft).refusesTakingOut(new StepId(step(target))))
            return;
        if (!hasChoices()) {
            draft.reply(Phrase.NOTHING_TO_REMOVE);
            return;
        }
        var wanted = wanted(target);
        draft.interrupt(wanted.<Aside>map(one -> one).orElse(new Aside.Choosing(Command.REDACT)));
        if (!target.isEmpty() && wanted.isEmpty()) draft.error(AnswerPhrase.NO_OPTION);
    }

    private boolean isOthers(String target) {
        return removable().anyMatch(question -> question.id().value().equals(step(target)));
    }

    private static String step(String target) {
        return target.split(FILE, 2)[0];
    }

    /// What is asked where nothing was named.
    String which() {
        var which = draft.phrase(Phrase.REMOVE_WHICH);
        return new Rights(draft).isResponsible()
                ? which
                : which
                        + "\n\n"
                        + draft.phrase(
                                PeoplePhrase.REMOVE_ONLY_OWN,
                                Message.name(draft.now().together().responsible()));
    }

    private Optional<Aside.Removing> wanted(String target) {
        return choices().stream()
                .filter(choice -> choice.id().equals(target))
                .findFirst()
                .map(Choice::id)
                .or(() ->
                        new Menus(draft)
                                .menu(Stations.REMOVE)
                                .pick(target)
                                .map(pick -> pick.entry().id()))
                .map(id -> id.split(FILE, 2))
                .map(parts ->
                        new Aside.Removing(
                                new StepId(parts[0]), parts.length == 1 ? "" : parts[1]));
    }

    /// What is about to happen, before it happens.
    String sure(Aside.Removing removing) {
        var phrase = isSent() ? Phrase.REMOVE_SENT_SURE : Phrase.REMOVE_SURE;
        return draft.phrase(phrase, label(removing));
    }

    private String label(Aside.Removing removing) {
        var label = label(removing.step());
        return files(removing.step()).stream()
                .filter(file -> file.id().equals(removing.file()))
                .findFirst()
                .map(file -> Display.escape(file.name()))
                .orElse(label);
    }

    private String label(StepId step) {
        return draft.dialog()
                .question(step)
                .map(question -> question.wording(draft.now().variant()).shortText())
                .map(Display::escape)
                .orElse(step.value());
    }

    /// Staff take it out; what is not there is no fault, because somebody may have been faster.
    void byStaff(StepId step, String file) {
        var there = draft.now().answer(step).flatMap(Answer::given).isPresent();
        var one = file.isEmpty() || files(step).stream().anyMatch(f -> f.id().equals(file));
        if (!there || !one) return;
        remove(step, file, EVERYBODY);
        draft.noted(Phrase.REMOVED_BY_STAFF, label(step));
    }

    /// Takes out what was confirmed.
    void remove(StepId step, String file) {
        var isResponsible = new Rights(draft).isResponsible();
        remove(step, file, isResponsible ? EVERYBODY : draft.given().speaker());
    }

    private void remove(StepId step, String file, int whose) {
        draft.move(Position.PLAIN.paused(draft.now().position().paused()));
        new BothSides(draft).forget(step);
        var question = draft.dialog().question(step);
        if (question.isEmpty()) return;
        var left = files(step).stream().filter(one -> !one.id().equals(file)).toList();
        var from = draft.provenance(question.get());
        var whole = file.isEmpty() || left.isEmpty();
        var answer =
                whole
                        ? Answer.removed(today(), from)
                        : new AttachedFiles(draft).answer(question.get(), new Value.Files(left));
        draft.note(new Happened.Answered(step, answer));
        if (whole) goes(step, Set.of(), whose);
        draft.noted(isSent() ? Phrase.REMOVED_SENT : Phrase.REMOVED, label(step));
    }

    /// At the end of a turn: files that are not attached any more, by whatever way, go like any
    /// removed answer. A new draft has left everything behind already.
    void filesGone(Conversation before) {
        if (draft.effects().stream().anyMatch(Removing::leavesAllBehind)) return;
        before.answers()
                .forEach((step, answer) -> {
                    if (!(answer.value() instanceof Value.Files(var files)) || isRemoved(step))
                        return;
                    var left = attached();
                    var gone =
                            files.stream()
                                    .filter(file -> left.stream().noneMatch(file::isSameFile))
                                    .map(Value.File::id)
                                    .collect(Collectors.toSet());
                    if (!gone.isEmpty()) goes(step, gone, EVERYBODY);
                });
    }

    /// Wherever they are attached by now.
    private List<Value.File> attached() {
        return draft.now().answers().values().stream()
                .flatMap(answer ->
                        answer.value() instanceof Value.Files(var files)
                                ? files.stream()
                                : Stream.empty())
                .toList();
    }

    private static boolean leavesAllBehind(Effect effect) {
        return effect instanceof Effect.Redact || effect instanceof Effect.Forget;
    }

    private boolean isRemoved(StepId step) {
        return draft.effects().stream()
                .anyMatch(effect ->
                        effect instanceof Effect.Remove remove && remove.step().equals(step));
    }

    private void goes(StepId step, Set<String> files, int whose) {
        draft.effect(new Effect.Remove(step, files, draft.display().removed(today()), whose));
        if (isSent() && !(draft.now().lifecycle() instanceof Lifecycle.Withdrawn))
            draft.effect(new Effect.TellRemoved());
    }

    private boolean isSent() {
        return draft.now().lifecycle().revision() > 0;
    }

    private LocalDate today() {
        return draft.given().now().atZone(draft.given().zone()).toLocalDate();
    }
}
