// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.StepId;

/// The people of a conversation: who is responsible, to whom that is offered (0: nobody), and
/// answers that two of them gave side by side and that nobody has chosen from yet.
public record Together(
        List<Person> people, int responsible, int offered, List<SideBySide> sideBySide) {
    /// More than this is no working group, and everybody's changes would cross.
    public static final int PEOPLE_MAX = 8;

    /// Invitations cost a few bytes each, and nobody needs more.
    public static final int EVER_MAX = 40;

    /// Only the one who began.
    public static final Together ALONE =
            new Together(
                    List.of(new Person(Person.FIRST, "", Person.Standing.HERE)),
                    Person.FIRST,
                    0,
                    List.of());

    /// Copies the lists.
    public Together {
        people = List.copyOf(people);
        sideBySide = List.copyOf(sideBySide);
    }

    /// Two answers to one step: the one that was there, and the one that came beside it.
    public record SideBySide(StepId step, Answer one, Answer other) {}

    /// Whether others than the one who began were ever here: then it matters who said what.
    public boolean isShared() {
        return people.stream().filter(Person::cameOnce).count() > 1;
    }

    /// Whether anybody else is here or may come.
    public boolean hasOthers() {
        return counting().count() > 1;
    }

    /// Those who are here or may still come.
    public Stream<Person> counting() {
        return people.stream().filter(Person::counts);
    }

    /// Whether one more may be invited.
    public boolean hasRoom() {
        return counting().count() < PEOPLE_MAX && people.size() < EVER_MAX;
    }

    /// The person of that number.
    public Optional<Person> person(int number) {
        return people.stream().filter(one -> one.number() == number).findFirst();
    }

    /// Whether that person works along now.
    public boolean isHere(int number) {
        return person(number).filter(one -> one.standing() == Person.Standing.HERE).isPresent();
    }

    /// The number of whoever is invited next.
    public int next() {
        return people.getLast().number() + 1;
    }

    Together invited(int number) {
        var more = new ArrayList<>(people);
        more.add(new Person(number, "", Person.Standing.INVITED));
        return new Together(more, responsible, offered, sideBySide);
    }

    Together named(int number, String name) {
        return with(number, one -> new Person(number, name, one.standing()));
    }

    Together joined(int number) {
        return with(number, one -> new Person(number, one.name(), Person.Standing.HERE));
    }

    Together left(int number) {
        var rest = offered == number ? 0 : offered;
        return new Together(people, responsible, rest, sideBySide)
                .with(
                        number,
                        one ->
                                new Person(
                                        number,
                                        "",
                                        one.standing() == Person.Standing.INVITED
                                                ? Person.Standing.NEVER_CAME
                                                : Person.Standing.GONE));
    }

    Together offered(int number) {
        return new Together(people, responsible, number, sideBySide);
    }

    Together handedOver(int number) {
        return new Together(people, number, 0, sideBySide);
    }

    Together beside(List<SideBySide> all) {
        return new Together(people, responsible, offered, all);
    }

    private Together with(int number, java.util.function.UnaryOperator<Person> change) {
        var changed =
                people.stream()
                        .map(one -> one.number() == number ? change.apply(one) : one)
                        .toList();
        return new Together(changed, responsible, offered, sideBySide);
    }

    @Override
    public String toString() {
        return "Together[" + people.size() + "]";
    }
}
