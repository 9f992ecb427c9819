// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import io.javalin.config.RoutesConfig;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.conversation.Desk;
import org.skizzenlotse.conversation.Reach;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Remark;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.desk.Changed;
import org.skizzenlotse.store.desk.DeskChange;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.StaffId;

/// What advisers do with a sketch. Each form names the version that it was shown with; where
/// somebody came first, nothing is done, and the page says so.
public final class SketchDeeds implements Part {
    /// Who hears only this has no answer yet.
    private static final List<String> NO_ANSWER = List.of("arrived", "reading");

    private static final int LABEL_MAX = 40;
    private static final int PLACE_MAX = 300;
    private static final int MINUTES_MAX = 480;
    private static final int MINUTES = 45;

    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public SketchDeeds(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        deed(routes, gate, "zustaendig", this::assign);
        deed(routes, gate, "zusage", this::promise);
        deed(routes, gate, "erinnerung", this::remind);
        deed(routes, gate, "etikett", this::label);
        deed(routes, gate, "ungelesen", this::unread);
        deed(routes, gate, "stand", this::status);
        deed(routes, gate, "frage", this::ask);
        deed(routes, gate, "oeffnen", this::reopen);
        deed(routes, gate, "termin", this::propose);
    }

    private record Work(Office room, Visit visit, DeskRow row) {
        String value(String name) {
            return visit.form().value(name);
        }

        Desk desk() {
            return room.means().conversations().desk();
        }

        String me() {
            return visit.member().id().value();
        }
    }

    /// What is done; gives the key of the words that say why not, nothing where it is done.
    private interface Deed {
        Optional<String> of(Work work);
    }

    private void deed(RoutesConfig routes, Gate gate, String name, Deed deed) {
        gate.deed(
                routes,
                SketchPages.PATH + "/" + name,
                Role.ADVISER,
                visit -> {
                    var room = office.get();
                    var row = Chosen.row(room, visit);
                    var problem = deed.of(new Work(room, visit, asShown(row, visit)));
                    if (problem.isEmpty()) {
                        visit.see("/staff/skizzen/" + row.reference() + "?gut=" + name);
                        return;
                    }
                    visit.context().status(problem.get().startsWith("collided") ? 409 : 422);
                    var now = Chosen.row(room, visit);
                    SketchPages.show(room, visit, now, said(visit, problem.get()));
                });
    }

    /// The row with the version that the form was shown with.
    private static DeskRow asShown(DeskRow row, Visit visit) {
        var version = visit.form().value("version");
        return version.matches("[0-9]{1,9}") ? row.shown(Integer.parseInt(version)) : row;
    }

    private static String said(Visit visit, String problem) {
        var parts = problem.split(" ", 2);
        return parts.length == 1
                ? visit.texts().say(problem)
                : visit.texts().say(parts[0], parts[1]);
    }

    private static Optional<String> change(Work work, DeskChange change) {
        return switch (work.room().desk().change(work.visit().member().id(), work.row(), change)) {
            case Changed.Done _ -> Optional.empty();
            case Changed.NotThere _ -> Optional.of("gone");
            case Changed.Collided(var by) ->
                    Optional.of(
                            work.room()
                                    .colleagues()
                                    .name(by)
                                    .map(name -> "collided " + name)
                                    .orElse("collided_somebody"));
        };
    }

    private Optional<String> assign(Work work) {
        var to = work.value("bei");
        var known = work.room().colleagues().present();
        if (!to.isEmpty() && !known.containsKey(to)) return Optional.of("unknown_colleague");
        return change(work, new DeskChange.Assigned(to.isEmpty() ? null : new StaffId(to)));
    }

    private Optional<String> promise(Work work) {
        return day(work, at -> new DeskChange.Promising(at));
    }

    private Optional<String> remind(Work work) {
        var days = work.value("tage");
        if (days.matches("[0-9]{1,3}"))
            return change(
                    work,
                    new DeskChange.Reminding(work.room().days().morningIn(Integer.parseInt(days))));
        return day(work, at -> new DeskChange.Reminding(at));
    }

    private interface OfDay {
        DeskChange at(@Nullable Instant day);
    }

    private static Optional<String> day(Work work, OfDay change) {
        var field = work.value("tag");
        var day = work.room().days().evening(field);
        if (!field.isEmpty() && day.isEmpty()) return Optional.of("no_day");
        return change(work, change.at(day.orElse(null)));
    }

    private Optional<String> label(Work work) {
        var off = work.value("weg");
        if (!off.isEmpty()) return change(work, new DeskChange.Unlabelled(off));
        var label = work.value("etikett");
        if (label.isEmpty() || label.length() > LABEL_MAX) return Optional.of("label_length");
        return change(work, new DeskChange.Labelled(label));
    }

    private Optional<String> unread(Work work) {
        work.room().desk().unsee(work.visit().member().id(), work.row());
        return Optional.empty();
    }

    /// What is said to applicants: only where they can be told, and nobody came first.
    private static Optional<String> tell(
            Work work, DeskChange.Told told, Supplier<Boolean> saying) {
        if (work.desk().reach(work.row().id()).obstacle() != Reach.Obstacle.NONE)
            return Optional.of("cannot_tell");
        return change(work, told)
                .or(() -> saying.get() ? Optional.empty() : Optional.of("cannot_tell"));
    }

    private Optional<String> status(Work work) {
        var chosen = work.room().means().statuses().find(work.value("stand"));
        var reason = work.value("grund");
        var offer = work.value("angebot");
        if (chosen.isEmpty()) return Optional.of("unknown_status");
        var status = chosen.get();
        if (status.needsReason() && (reason.isEmpty() || offer.isEmpty()))
            return Optional.of("reason_and_offer");
        if (isLong(reason) || isLong(offer)) return Optional.of("text_length");
        boolean answers = !NO_ANSWER.contains(status.id());
        var statement =
                new Desk.Statement(status.id(), status.words(), reason, offer, status.closes());
        return tell(
                work,
                new DeskChange.Told("status " + status.id(), answers),
                () -> work.desk().state(work.row().id(), statement, work.me()));
    }

    private Optional<String> ask(Work work) {
        var text = work.value("frage");
        if (text.isEmpty() || isLong(text)) return Optional.of("text_length");
        return tell(
                work,
                new DeskChange.Told("asked", true),
                () -> work.desk().ask(work.row().id(), text, work.me()));
    }

    private Optional<String> reopen(Work work) {
        var reason = work.value("grund");
        var steps =
                work.visit().form().values("schritt").stream()
                        .filter(StepId::isOne)
                        .map(StepId::new)
                        .collect(Collectors.toSet());
        if (steps.isEmpty()) return Optional.of("no_steps");
        if (reason.isEmpty() || isLong(reason)) return Optional.of("reason_needed");
        return tell(
                work,
                new DeskChange.Told("reopened", true),
                () -> work.desk().reopen(work.row().id(), steps, reason, work.me()));
    }

    private Optional<String> propose(Work work) {
        var times = new ArrayList<Instant>();
        for (var field : work.visit().form().values("zeit")) {
            if (field.isBlank()) continue;
            var time = time(work, field);
            if (time.isEmpty() || time.get().isBefore(work.room().days().clock().instant()))
                return Optional.of("no_time");
            times.add(time.get());
        }
        var place = work.value("ort");
        if (times.isEmpty() || times.size() > Meeting.TIMES_MAX) return Optional.of("no_time");
        if (place.isEmpty() || place.length() > PLACE_MAX) return Optional.of("no_place");
        var meeting =
                Meeting.proposed(times.stream().sorted().distinct().toList(), minutes(work), place);
        return tell(
                work,
                new DeskChange.Told("proposed", true),
                () -> work.desk().propose(work.row().id(), meeting, work.me()));
    }

    private static int minutes(Work work) {
        var minutes = work.value("minuten");
        return minutes.matches("[0-9]{1,3}")
                ? Math.clamp(Integer.parseInt(minutes), 5, MINUTES_MAX)
                : MINUTES;
    }

    private static Optional<Instant> time(Work work, String field) {
        try {
            var zone = work.room().days().zone();
            return Optional.of(LocalDateTime.parse(field.strip()).atZone(zone).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isLong(String text) {
        return text.codePointCount(0, text.length()) > Remark.TEXT_MAX;
    }
}
