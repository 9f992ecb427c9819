// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Expects.Choice;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Together;
import org.skizzenlotse.engine.parse.Words;

/// The people who carry a conversation together: who is asked to come, who comes and goes, and who
/// is responsible.
final class Company {
    /// A first name and what tells two of the same apart.
    static final int NAME_LENGTH_MAX = 40;

    private static final String PART = "part_";
    private static final String TO = "to_";

    private final Draft draft;

    Company(Draft draft) {
        this.draft = draft;
    }

    private Together together() {
        return draft.now().together();
    }

    private boolean speaksForAll() {
        return new Rights(draft).isResponsible();
    }

    /// Whether somebody may be asked to work along now.
    boolean mayInvite() {
        return speaksForAll()
                && draft.now().lifecycle().isOpen()
                && draft.journey().asksConsent()
                && draft.journey().isConsented()
                && together().hasRoom();
    }

    /// Asks how whoever is to come is called; before that, once, the same of who invites.
    void invite() {
        if (!draft.journey().asksConsent()) draft.reply(PeoplePhrase.TOGETHER_NOT_HERE);
        else if (!draft.journey().isConsented()) draft.reply(Phrase.CONSENT_FIRST);
        else if (!together().hasRoom()) draft.reply(PeoplePhrase.TOGETHER_FULL);
        else draft.interrupt(new Aside.Choosing(Command.INVITE));
    }

    /// Whether a station waits for words of one's own.
    static boolean asksWords(StepId station) {
        return station.equals(Stations.INVITE)
                || station.equals(Stations.NAME)
                || station.equals(Stations.ASKED);
    }

    /// Whether who responds has no name yet, so that it is asked for first.
    static boolean asksOwnName(Together together) {
        return together.person(together.responsible())
                .filter(one -> one.name().isEmpty())
                .isPresent();
    }

    /// A name came at the station that asks for one.
    void called(String text, boolean forInvitation) {
        var name = name(text);
        if (name.isEmpty()) {
            draft.error(PeoplePhrase.NAME_UNUSABLE, String.valueOf(NAME_LENGTH_MAX));
        } else if (forInvitation) {
            invited(name.get());
        } else {
            var speaker = draft.given().speaker();
            draft.note(new Happened.Named(speaker, name.get()));
            if (draft.now().position().aside().equals(new Aside.Choosing(Command.NAME))) {
                draft.settle();
                draft.noted(PeoplePhrase.NAMED, Message.name(speaker));
            }
        }
    }

    /// One line of letters that is no longer than a name; empty for anything else.
    static Optional<String> name(String text) {
        var name = Words.clean(text).replaceAll("\\s+", " ");
        var isName = name.codePointCount(0, name.length()) <= NAME_LENGTH_MAX;
        return Optional.of(name)
                .filter(one -> isName && one.codePoints().anyMatch(Character::isLetter));
    }

    private void invited(String name) {
        var number = together().next();
        draft.settle();
        draft.note(new Happened.Invited(number));
        draft.note(new Happened.Named(number, name));
        draft.effect(new Effect.Invite(number));
        draft.say(
                Message.Kind.LINK,
                draft.phrase(PeoplePhrase.INVITED, Message.name(number), Message.SECRET));
    }

    /// Somebody agreed, and is here from now on.
    void joined(int number, String name) {
        var given = draft.given();
        name(name).ifPresent(one -> draft.note(new Happened.Named(number, one)));
        var variant = draft.now().variant();
        draft.note(new Happened.Joined(number, words(), variant, given.channel(), given.now()));
        draft.noted(PeoplePhrase.JOINED, Message.name(number));
        new Returning(draft).anew();
    }

    /// What somebody agrees to who comes.
    String words() {
        return draft.phrase(
                PeoplePhrase.JOIN_AGREES,
                Display.escape(draft.dialog().frame(draft.now().variant()).title()));
    }

    /// Who works along, in words.
    String list() {
        var lines = new ArrayList<String>();
        for (var person : together().counting().toList()) {
            var name = Message.name(person.number());
            var line = new StringBuilder("- **").append(name).append("**");
            if (person.number() == together().responsible())
                line.append(": ").append(draft.phrase(PeoplePhrase.PERSON_RESPONSIBLE));
            else if (person.standing() == Person.Standing.INVITED)
                line.append(": ").append(draft.phrase(PeoplePhrase.PERSON_INVITED));
            else if (person.number() == together().offered())
                line.append(": ").append(draft.phrase(PeoplePhrase.PERSON_OFFERED));
            lines.add(line.toString());
        }
        return draft.phrase(PeoplePhrase.PEOPLE_WHO)
                + "\n\n"
                + String.join("\n", lines)
                + "\n\n"
                + draft.phrase(PeoplePhrase.PEOPLE_WHICH);
    }

    /// What can be done there.
    List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        var speaker = draft.given().speaker();
        if (mayInvite()) choices.add(choice("invite", draft.phrase(PeoplePhrase.PEOPLE_INVITE)));
        choices.add(choice("name", draft.phrase(PeoplePhrase.PEOPLE_NAME)));
        if (together().offered() == speaker)
            choices.add(choice("accept", draft.phrase(PeoplePhrase.PEOPLE_ACCEPT)));
        for (var other : others())
            if (speaksForAll())
                choices.add(
                        choice(
                                PART + letters(other.number()),
                                draft.phrase(
                                        PeoplePhrase.PEOPLE_PART, Message.name(other.number()))));
        if (speaksForAll() && !heirs().isEmpty())
            choices.add(choice("hand_over", draft.phrase(PeoplePhrase.PEOPLE_HAND_OVER)));
        if (!speaksForAll() && new Succession(draft).isOpenToSpeaker())
            choices.add(choice("succeed", draft.phrase(PeoplePhrase.SILENCE_WANT)));
        if (!speaksForAll()) choices.add(choice("leave", draft.phrase(PeoplePhrase.PEOPLE_LEAVE)));
        choices.add(choice("continue", draft.phrase(Phrase.PERSON_CONTINUE)));
        return choices;
    }

    private List<Person> others() {
        return together()
                .counting()
                .filter(one -> one.number() != together().responsible())
                .toList();
    }

    private List<Person> heirs() {
        return others().stream().filter(one -> one.standing() == Person.Standing.HERE).toList();
    }

    /// Those to whom the responsibility can be offered.
    List<Choice> heirChoices() {
        return heirs().stream()
                .map(one -> choice(TO + letters(one.number()), Message.name(one.number())))
                .toList();
    }

    /// IDs of options are letters: the number of a person, written by them.
    private static String letters(int number) {
        return number < 26
                ? String.valueOf((char) ('a' + number))
                : letters(number / 26) + letters(number % 26);
    }

    private Optional<Integer> number(String option, String prefix) {
        if (!option.startsWith(prefix)) return Optional.empty();
        var letters = option.substring(prefix.length());
        return together().people().stream()
                .map(Person::number)
                .filter(one -> letters(one).equals(letters))
                .findFirst();
    }

    /// What was chosen where all are listed.
    void chose(String option) {
        switch (option) {
            case "invite" -> invite();
            case "name" -> draft.interrupt(new Aside.Choosing(Command.NAME));
            case "accept", "hand_over", "succeed" -> handOver();
            case "leave" -> draft.interrupt(new Aside.Parting(draft.given().speaker()));
            default ->
                    number(option, PART)
                            .ifPresentOrElse(
                                    one -> draft.interrupt(new Aside.Parting(one)), draft::settle);
        }
    }

    /// Whether the one who speaks may say yes to becoming responsible: it was offered to them, or
    /// they ask for it in case of silence.
    boolean mayTakeOver() {
        return isOffered() || new Succession(draft).isOpenToSpeaker();
    }

    private boolean isOffered() {
        return together().offered() == draft.given().speaker();
    }

    /// What is said before that yes.
    String handOverSure() {
        return isOffered() || speaksForAll()
                ? draft.phrase(PeoplePhrase.HAND_OVER_SURE)
                : new Succession(draft).sure();
    }

    /// Offers the responsibility, or asks whom it was offered to, or who asks for it.
    void handOver() {
        if (mayTakeOver()) draft.interrupt(new Aside.Confirming(Command.HAND_OVER));
        else if (!speaksForAll()) new Succession(draft).isAskedAlready();
        else if (heirs().isEmpty()) draft.reply(PeoplePhrase.HAND_OVER_NOBODY);
        else draft.interrupt(new Aside.Choosing(Command.HAND_OVER));
    }

    /// To whom it is offered.
    void offered(String option) {
        draft.settle();
        number(option, TO)
                .filter(together()::isHere)
                .ifPresent(one -> {
                    draft.note(new Happened.Offered(one));
                    draft.noted(
                            PeoplePhrase.HAND_OVER_OFFERED,
                            Message.name(one),
                            draft.commandWords().word(Command.HAND_OVER));
                });
    }

    /// The yes of whoever it was offered to, or who asks for it.
    void handedOver() {
        draft.settle();
        var heir = together().offered();
        if (!isOffered()) new Succession(draft).ask();
        if (!isOffered() || !together().isHere(heir)) return;
        draft.note(new Happened.HandedOver(heir));
        draft.noted(PeoplePhrase.HANDED_OVER, Message.name(heir));
    }

    /// Somebody works along no more: their ways in end, and their name goes.
    void part(int number) {
        draft.settle();
        if (number == together().responsible()
                || together().person(number).filter(Person::counts).isEmpty()) return;
        var leaves = number == draft.given().speaker();
        if (leaves) draft.noted(PeoplePhrase.PARTED_SELF);
        else draft.noted(PeoplePhrase.PARTED);
        draft.note(new Happened.Left(number));
        draft.effect(new Effect.PartWith(number));
        if (leaves) draft.quiet();
    }

    private static Choice choice(String id, String text) {
        return new Choice(id, text, text, "none");
    }
}
