// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.SampleFiles;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Arrival;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Carry;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.engine.Consultation;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.engine.Remark;
import org.skizzenlotse.engine.Scope;
import org.skizzenlotse.engine.Together;

/// At least one of every case of every sealed type that is stored.
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456789Z");
    static final Arrival ARRIVAL = new Arrival(2, 47, NOW);
    static final ForCall ENTRY =
            new ForCall("Daten für alle", NOW.plusSeconds(9), NOW, NOW.plusSeconds(3), true);
    static final Origin FROM_ELSEWHERE =
            new Origin(new ConversationId("c0"), "vorpruefung", Origin.Brings.RESULT, false);
    static final StepId STEP = new StepId("problem");
    static final Answer.Provenance FROM =
            new Answer.Provenance("w0rd1ng", "de", "web", "d1a109", NOW, "applicant");

    private Samples() {}

    static List<Value> values() {
        var row = new LinkedHashMap<String, String>();
        row.put("was", "Zählstelle");
        row.put("anzahl", "3");
        return List.of(
                new Value.Text("Fußwege & „Zebrastreifen“ \u0001 🚶"),
                new Value.Chosen("verein", "e. V."),
                new Value.Chosen("verein", ""),
                new Value.ChosenMany(List.of("b", "a"), Map.of("b", "weil")),
                new Value.ChosenMany(List.of(), Map.of()),
                new Value.Decision(true),
                new Value.Decision(false),
                new Value.Quantity(new BigDecimal("12345678901234567890.12345")),
                new Value.Quantity(new BigDecimal("1E+3")),
                new Value.Money(new BigDecimal("-0.05"), "EUR"),
                new Value.Day(LocalDate.of(2027, 1, 31)),
                new Value.Between(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 1)),
                new Value.Lasting(6, Value.Lasting.Unit.MONTHS),
                new Value.Contact("Ada", "", "ada@example.org", ""),
                new Value.Table(List.of(row, Map.of())),
                SampleFiles.two());
    }

    static List<Lifecycle> lifecycles() {
        return List.of(
                new Lifecycle.Draft(),
                new Lifecycle.Submitted(2),
                new Lifecycle.Reopened(1, Set.of(STEP, new StepId("titel"))),
                new Lifecycle.Closed(3),
                new Lifecycle.Withdrawn(0),
                new Lifecycle.Erased(1));
    }

    static List<Aside> asides() {
        var answer = Answer.of(new Value.Text("neu"), FROM);
        return List.of(
                new Aside.None(),
                new Aside.Changing(STEP),
                new Aside.Choosing(Command.DEEPEN),
                new Aside.Noting(STEP, answer),
                new Aside.Impact(STEP, answer),
                new Aside.AskingBack(STEP, Aside.Reason.TYPO, answer, Command.BACK),
                new Aside.AskingBack(STEP, Aside.Reason.NOTE, null, null),
                new Aside.Confirming(Command.ERASE),
                new Aside.Removing(STEP, "f1"),
                new Aside.Stopping(),
                new Aside.Parting(3));
    }

    static Together together() {
        var people =
                List.of(
                        new Person(1, "Ben", Person.Standing.HERE),
                        new Person(2, "Ayşe", Person.Standing.INVITED),
                        new Person(3, "", Person.Standing.GONE));
        return new Together(people, 2, 1, sideBySide());
    }

    private static List<Together.SideBySide> sideBySide() {
        var one = Answer.of(new Value.Text("so"), FROM);
        return List.of(new Together.SideBySide(STEP, one, Answer.open(OpenStatus.LATER, FROM)));
    }

    static final Remark REMARK =
            new Remark(3, Remark.Kind.ANSWER, "Seit März, jede Woche.", 2, "applicant", NOW);

    static final Meeting MEETING =
            Meeting.proposed(List.of(NOW, NOW.plusSeconds(3_600)), 45, "Videogespräch").at(NOW);

    static Consultation consultation() {
        return new Consultation("reading", "Wir lesen", NOW, List.of(REMARK), MEETING);
    }

    static List<Happened> facts() {
        var answer = Answer.open(OpenStatus.LATER, FROM);
        var undo = new Position.Undo(STEP, answer);
        return List.of(
                new Happened.Began("skizze", "d1a109", "de", NOW),
                new Happened.Answered(STEP, answer),
                new Happened.Unanswered(STEP),
                new Happened.Shown(Set.of("a", "b")),
                new Happened.Scoped(new Scope(true, false, Set.of("daten", "team"))),
                new Happened.Moved(new Position(new Aside.Stopping(), 2, true, undo)),
                new Happened.Moved(Position.PLAIN.goingOn("skizze")),
                new Happened.Moved(
                        new Position(new Aside.None(), 0, false, new Position.Undo(STEP, null))),
                new Happened.Went(new Lifecycle.Submitted(1), "SK-1"),
                new Happened.Entered(ENTRY),
                new Happened.Spoke("en"),
                new Happened.Upgraded("d1a110"),
                new Happened.Migrated(
                        "d1a110",
                        List.of(
                                new Carry.Renamed(STEP, new StepId("neu")),
                                new Carry.Mapped(STEP, Map.of("a", "b")),
                                new Carry.Joined(List.of(STEP), new StepId("eins"), true),
                                new Carry.Dropped(STEP))),
                new Happened.StartedOver(NOW),
                new Happened.Came(FROM_ELSEWHERE),
                new Happened.Came(FROM_ELSEWHERE.asSettled()),
                new Happened.Reminders(false),
                new Happened.Reminders(true),
                new Happened.Invited(2),
                new Happened.Named(2, "Ayşe"),
                new Happened.Joined(2, "Einverstanden.", "de", "web", NOW),
                new Happened.Left(2),
                new Happened.Offered(2),
                new Happened.HandedOver(2),
                new Happened.Beside(sideBySide()),
                new Happened.Beside(List.of()),
                new Happened.Arrived(ARRIVAL),
                new Happened.Arrived(null),
                new Happened.Remarked(REMARK),
                new Happened.Stood("reading", "Wir lesen", NOW),
                new Happened.Met(MEETING),
                new Happened.Met(null),
                new Happened.Redacted());
    }
}
