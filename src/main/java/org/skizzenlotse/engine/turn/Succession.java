// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.engine.Effect.Write.About;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Together;

/// What keeps a shared conversation from being stranded when the one who is responsible is gone:
/// somebody else asks for the responsibility, all are told, and it goes over after two weeks in
/// which the one who is responsible did not say a word. Anything they say ends it.
final class Succession {
    static final String KIND = "silence";

    private static final Period SILENCE = Period.ofDays(14);
    private static final Period EARLY = Period.ofDays(7);

    /// Before a person and a time in the set of what was shown: they asked for it then.
    private static final String ASKED = "silence_asked:";

    /// Before a time: the one who is responsible spoke, or what was asked for is settled.
    private static final String ENDED = "silence_ended:";

    private final Draft draft;
    private final ByItself byItself;

    /// Who asked for it, and when.
    private record Asked(int person, Instant at) {}

    Succession(Draft draft) {
        this.draft = draft;
        this.byItself = new ByItself(draft);
    }

    private Together together() {
        return draft.now().together();
    }

    /// Whether the one who speaks could get it in this way.
    boolean isOpenToSpeaker() {
        var speaker = draft.given().speaker();
        return speaker != together().responsible()
                && speaker != together().offered()
                && together().isHere(speaker)
                && asked().isEmpty();
    }

    /// What is said before somebody asks for it.
    String sure() {
        return draft.phrase(
                PeoplePhrase.SILENCE_SURE, responsible(), day(end(draft.given().now())));
    }

    /// Somebody wants it, and confirmed that: all are told until when the other one may speak.
    void ask() {
        if (!isOpenToSpeaker()) return;
        var now = draft.given().now();
        var speaker = draft.given().speaker();
        draft.shown(Set.of(ASKED + speaker + ":" + now.toEpochMilli()));
        announcing(now).begin();
        tell(PeoplePhrase.SILENCE_ASKED, speaker, end(now));
    }

    /// That it was asked for already, and until when it takes; false where it was not.
    boolean isAskedAlready() {
        var asked = asked();
        asked.ifPresent(one -> tell(PeoplePhrase.SILENCE_ASKED, one.person(), end(one.at())));
        return asked.isPresent();
    }

    private void tell(PeoplePhrase phrase, int person, Instant end) {
        draft.noted(phrase, Message.name(person), responsible(), day(end));
    }

    /// Whatever the one who is responsible does in the conversation ends it.
    void heard(Input input) {
        if (!isByPerson(input) || draft.given().speaker() != together().responsible()) return;
        if (asked().isEmpty()) return;
        end();
        draft.noted(PeoplePhrase.SILENCE_BROKEN, responsible());
    }

    private static boolean isByPerson(Input input) {
        return switch (input) {
            case Input.Said _, Input.Chose _, Input.Gave _, Input.Attached _ -> true;
            case Input.LeftOpen _, Input.Commanded _ -> true;
            case Input.Started _, Input.Removed _, Input.Joined _ -> false;
            case Input.Arrived _, Input.TimedOut _, Input.ByStaff _ -> false;
        };
    }

    /// The wake-up came: waits, says it once more, or it goes over.
    void fired() {
        var asked = asked();
        if (asked.isEmpty() || !draft.now().lifecycle().isOpen()) return;
        var heir = asked.get().person();
        if (!announcing(asked.get().at()).isOver(end -> announce(heir, end))) return;
        end();
        draft.note(new Happened.HandedOver(heir));
        draft.noted(PeoplePhrase.HANDED_OVER, Message.name(heir));
    }

    private void announce(int heir, Instant end) {
        var who = Message.name(heir);
        byItself.say(draft.phrase(PeoplePhrase.SILENCE_ENDS, who, responsible(), day(end)));
        new Addressing(draft).write(About.SILENCE_ENDS, day(end));
    }

    private void end() {
        draft.shown(Set.of(ENDED + draft.given().now().toEpochMilli()));
    }

    private Announcing announcing(Instant asked) {
        return new Announcing(
                draft, new Announcing.End(KIND, asked, EARLY, end(asked), Instant.MAX));
    }

    private Instant end(Instant asked) {
        return byItself.after(asked, SILENCE);
    }

    /// The newest wish that nothing has ended, of somebody who is still here.
    private Optional<Asked> asked() {
        var ended = Times.newest(draft, ENDED);
        return together().people().stream()
                .map(Person::number)
                .filter(one -> together().isHere(one) && one != together().responsible())
                .map(one -> new Asked(one, Times.newest(draft, ASKED + one + ":")))
                .filter(one -> one.at().isAfter(ended))
                .findFirst();
    }

    private String responsible() {
        return Message.name(together().responsible());
    }

    private String day(Instant end) {
        return byItself.day(end);
    }
}
