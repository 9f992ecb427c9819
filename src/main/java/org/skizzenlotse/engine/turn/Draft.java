// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.stream.Collectors;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.engine.parse.Lexicon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// A turn in the making: every change of state goes through [#note], so that the history always
/// folds to the state.
final class Draft {
    private final Dialog dialog;
    private final Given given;
    private final Phrases phrases;
    private final List<Happened> happened = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Conversation before;
    private Conversation now;
    private @Nullable Journey journey;
    private boolean quiet;
    private boolean anew;
    private boolean overlooksArrival;

    Draft(Dialog dialog, Conversation before, Given given, Phrases phrases) {
        this.dialog = dialog;
        this.before = before;
        this.now = before;
        this.given = given.from(before.origin());
        this.phrases = phrases;
    }

    Dialog dialog() {
        return dialog;
    }

    Given given() {
        return given;
    }

    Conversation now() {
        return now;
    }

    Journey journey() {
        var known = journey;
        if (known == null) {
            known = Journey.of(dialog, inForce(), now.scope(), given.facts());
            journey = known;
        }
        return known;
    }

    /// The answers without consents that were given to another text than the one in force.
    Map<StepId, Answer> inForce() {
        var outdated = outdated();
        if (outdated.isEmpty()) return now.answers();
        var answers = new HashMap<>(now.answers());
        outdated.forEach(answers::remove);
        return answers;
    }

    /// The consents to ask for once more; only while the conversation goes on.
    List<StepId> outdated() {
        return now.lifecycle().isOpen() ? given.consents().outdated(now.answers()) : List.of();
    }

    /// While what is heard is not for the device that waits.
    void overlookArrival(boolean now) {
        overlooksArrival = now;
    }

    Place place() {
        if (!overlooksArrival && new Moving(this).waiting().isPresent())
            return new Place.At(Stations.ARRIVAL);
        var anew = new Renewing(this).first();
        if (anew.isPresent()) return new Place.Asking(anew.get(), false);
        return Place.of(dialog, now, journey(), new TakingOver(this)::isDue);
    }

    /// Where it was before this turn in another version of the dialog.
    Place before(Dialog other) {
        return new Draft(other, before, given, phrases).place();
    }

    void note(Happened one) {
        var last = now;
        now = now.after(one);
        happened.add(one);
        var same =
                now.answers().equals(last.answers())
                        && now.scope().equals(last.scope())
                        && now.lifecycle().isOpen() == last.lifecycle().isOpen();
        if (!same) journey = null;
        if (one instanceof Happened.Answered(var step, _)) Consulting.lookedAt(this, step);
    }

    /// Changes what interrupts, if it changes anything.
    void move(Position next) {
        if (!next.equals(now.position())) note(new Happened.Moved(next));
    }

    /// Ends what interrupts, and counts tries anew.
    void settle() {
        move(now.position().with(new Aside.None()));
    }

    /// A pause ends with whatever interrupts it, except with what waits for a confirmation.
    void interrupt(Aside aside) {
        var paused = now.position().paused() && Place.waitsForYes(aside);
        move(now.position().with(aside).paused(paused));
    }

    /// Nothing is asked at the end of this turn: the person has said goodbye.
    void quiet() {
        quiet = true;
    }

    /// What was said before the question at hand is said again, in another language.
    void speakAnew() {
        anew = true;
    }

    boolean speaksAnew() {
        return anew;
    }

    boolean isQuiet() {
        return quiet;
    }

    void shown(Set<String> ids) {
        note(new Happened.Shown(ids));
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    void wake(String kind, Instant at) {
        effects.add(new Effect.WakeAt(kind, at));
    }

    void say(Message.Kind kind, String text) {
        effects.add(new Effect.Send(new Message(kind, text, false, null, now.variant())));
    }

    /// Something that repeats answers.
    void quote(Message.Kind kind, String text) {
        effects.add(new Effect.Send(new Message(kind, text, true, null, now.variant())));
    }

    List<Effect> effects() {
        return effects;
    }

    void ask(StepId step, String text, boolean quotes) {
        effects.add(
                new Effect.Send(
                        new Message(Message.Kind.QUESTION, text, quotes, step, now.variant())));
    }

    void reply(Sayable phrase, String... details) {
        say(Message.Kind.REPLY, phrase(phrase, details));
    }

    /// In another language than that of the conversation.
    void sayIn(String variant, Message.Kind kind, Sayable phrase, String... details) {
        var text = phrases.say(variant, phrase, List.of(details));
        effects.add(new Effect.Send(new Message(kind, text, false, null, variant)));
    }

    /// Whether there are words of the engine's own in that language.
    boolean speaks(String language) {
        return phrases.languages().contains(language);
    }

    void noted(Sayable phrase, String... details) {
        say(Message.Kind.NOTED, phrase(phrase, details));
    }

    void error(Sayable phrase, String... details) {
        say(Message.Kind.ERROR, phrase(phrase, details));
    }

    String phrase(Sayable phrase, String... details) {
        return phrases.say(now.variant(), phrase, List.of(details));
    }

    /// How this variant writes days, numbers and general answers.
    Language language() {
        return phrases.language(now.variant());
    }

    /// The variants to choose from, none where there is no choice.
    List<Expects.Variant> variants() {
        return phrases.variants(dialog);
    }

    Display display() {
        return phrases.display(now.variant());
    }

    /// An answer in words of this variant.
    String shown(Question question, Answer answer) {
        return answer.value() instanceof Value.Files(var files)
                ? language().files(files, this::named)
                : display().answer(question, answer);
    }

    /// The names of the people by whom an answer is; empty where nobody else could be.
    String names(Answer answer) {
        if (!now.together().isShared()) return "";
        return Person.numbers(answer.provenance().by()).stream()
                .map(Message::name)
                .collect(Collectors.joining(", "));
    }

    /// Words in which people are named.
    String naming(String text) {
        return Message.filled(text, number -> phrases.called(now, number));
    }

    /// An answer in words that are escaped, with who gave it where that may be several.
    String shownBy(Question question, Answer answer) {
        var names = names(answer);
        var words = Display.escape(shown(question, answer));
        return names.isEmpty() ? words : words + " (" + names + ")";
    }

    /// The short name of the question that a file belongs to; empty for none.
    private String named(String about) {
        return StepId.isOne(about)
                ? dialog.question(new StepId(about))
                        .map(question -> question.wording(now.variant()).shortText())
                        .orElse("")
                : "";
    }

    Lexicon lexicon() {
        return phrases.lexicon(now.variant());
    }

    CommandWords commandWords() {
        return phrases.commands(now.variant());
    }

    Filled fill(String text) {
        return Placeholders.fill(this, text);
    }

    /// A filled text, and whether it repeats an answer.
    record Filled(String text, boolean quotes) {}

    /// Where an answer given now to this question comes from.
    Answer.Provenance provenance(Question question) {
        return new Answer.Provenance(
                given.consents().hash(question, now.variant()),
                now.variant(),
                given.channel(),
                dialog.hash(),
                given.now(),
                given.by());
    }

    Turn done() {
        new Removing(this).filesGone(before);
        return new Turn(now, happened, effects);
    }
}
