// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.statistics;

import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.desk.DeskNumbers;
import org.skizzenlotse.store.staff.Role;

/// How many begin, finish and stop where, how long it takes, with which lights and channels. Small
/// numbers are hidden by [Hidden].
public final class StatisticsPages implements Part {
    /// Who was here within that time has not stopped.
    private static final Duration RESTS = Duration.ofDays(2);

    /// Opened one by one for this page; the newest tell what is hard now.
    private static final int DRAFTS_MAX = 500;

    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public StatisticsPages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, "/staff/statistik", Role.READER, this::page);
    }

    /// The numbers of one dialog.
    public record Of(String title, List<Group> groups) {
        /// Copies the list.
        public Of {
            groups = List.copyOf(groups);
        }
    }

    /// A table of names and numbers in words.
    public record Group(String title, List<Counted> numbers) {
        /// Copies the list.
        public Group {
            numbers = List.copyOf(numbers);
        }
    }

    /// A name and its number in words.
    public record Counted(String name, String count) {}

    private void page(Visit visit) {
        var room = office.get();
        var numbers = new DeskNumbers(room.means().database());
        var all = new ArrayList<Of>();
        for (var dialog : numbers.dialogs())
            room.means()
                    .published()
                    .inForce(dialog)
                    .ifPresent(one -> all.add(new Maker(room, visit.texts(), numbers).of(one)));
        visit.show("staff/statistik.jte", Map.of("all", all));
    }

    private record Maker(Office room, StaffTexts texts, DeskNumbers numbers) {
        Of of(Dialog dialog) {
            var counted = numbers.of(dialog.id());
            var groups = new ArrayList<Group>();
            groups.add(
                    group("stat_lifecycles", counted.lifecycles(), id -> texts.say("life_" + id)));
            groups.add(group("stat_stopped", stopped(dialog), id -> id));
            groups.add(duration(counted.millis()));
            groups.add(
                    group(
                            "stat_lights",
                            counted.lights(),
                            id -> room.vocabulary().light(id, texts)));
            groups.add(
                    group(
                            "stat_channels",
                            counted.channels(),
                            id -> room.vocabulary().channel(id, texts)));
            groups.removeIf(one -> one.numbers().isEmpty());
            return new Of(dialog.frame(texts.language()).title(), groups);
        }

        private Group group(
                String title, Map<String, Integer> counts, Function<String, String> name) {
            var lines = new ArrayList<Counted>();
            Hidden.of(counts)
                    .forEach((id, cell) -> lines.add(new Counted(name.apply(id), words(cell))));
            return new Group(texts.say(title), lines);
        }

        private String words(Hidden.Cell cell) {
            return switch (cell.shown()) {
                case NUMBER -> "" + cell.count();
                case FEW -> texts.say("few", Hidden.SMALL);
                case NOT -> texts.say("not_shown");
            };
        }

        /// The questions at which drafts rest, in the order of asking.
        private Map<String, Integer> stopped(Dialog dialog) {
            var turns = new Turns(room.means().database());
            var since = room.days().clock().instant().minus(RESTS);
            var found = new LinkedHashMap<String, Integer>();
            for (var question : dialog.questions())
                found.put(question.wording(texts.language()).shortText(), 0);
            for (var id : numbers.resting(dialog.id(), since, DRAFTS_MAX))
                turns.find(id)
                        .known()
                        .map(one -> at(dialog, one.conversation()))
                        .ifPresent(name -> found.merge(name, 1, Integer::sum));
            found.values().removeIf(count -> count == 0);
            return found;
        }

        private String at(Dialog dialog, Conversation conversation) {
            var journey =
                    Journey.of(dialog, conversation.answers(), conversation.scope(), Map.of());
            return journey.next()
                    .map(question -> question.wording(texts.language()).shortText())
                    .orElse(texts.say("at_review"));
        }

        /// The middle one; of too few none.
        private Group duration(List<Long> millis) {
            if (millis.size() < Hidden.SMALL)
                return new Group(texts.say("stat_duration"), List.of());
            var middle = Duration.ofMillis(millis.get(millis.size() / 2));
            var words =
                    middle.toHours() < 2
                            ? texts.say("minutes", Math.max(1, middle.toMinutes()))
                            : middle.toDays() < 2
                                    ? texts.say("hours", middle.toHours())
                                    : texts.say("days", middle.toDays());
            return new Group(
                    texts.say("stat_duration"), List.of(new Counted(texts.say("half"), words)));
        }
    }
}
