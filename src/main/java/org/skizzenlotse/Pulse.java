// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.skizzenlotse.attachment.Scanner;
import org.skizzenlotse.delivery.Arrears;
import org.skizzenlotse.store.BacklogStore.Backlog;
import org.skizzenlotse.store.Census;
import org.skizzenlotse.store.ScanStore.Tally;
import org.skizzenlotse.store.chat.SlotCensus;
import org.skizzenlotse.store.chat.SlotCensus.Slots;
import org.skizzenlotse.web.Vitals;

/// How the service is, out of what it is made of: nothing that is said or asked here leads to a
/// person.
final class Pulse implements Vitals {
    private final FutureTask<Assembly> opening;
    private final InstantSource clock;

    Pulse(FutureTask<Assembly> opening, InstantSource clock) {
        this.opening = opening;
        this.clock = clock;
    }

    @Override
    public boolean isReady() {
        return opening.isDone();
    }

    @Override
    public List<Warning> warnings() {
        var warnings = new ArrayList<>(warnings(backlog()));
        warnings.addAll(warnings(slots()));
        opening.resultNow().scanner().map(Scanner::tally).ifPresent(now -> add(now, warnings));
        return warnings;
    }

    private static void add(Tally files, List<Warning> warnings) {
        if (files.failed() > 0)
            warnings.add(
                    new Warning(
                            "scan_failed",
                            files.failed(),
                            "Dateien ließen sich nicht prüfen: " + files.failed()));
        if (files.infected() > 0)
            warnings.add(
                    new Warning(
                            "scan_infected",
                            files.infected(),
                            "Dateien mit einem Fund: " + files.infected()));
    }

    static List<Warning> warnings(Backlog backlog) {
        var warnings = new ArrayList<Warning>();
        if (backlog.late() > 0)
            warnings.add(
                    new Warning(
                            "mail_late",
                            backlog.late(),
                            "Zustellungen warten seit mehr als einer Stunde: " + backlog.late()));
        if (backlog.givenUp() > 0)
            warnings.add(
                    new Warning(
                            "mail_given_up",
                            backlog.givenUp(),
                            "Zustellungen sind nicht gelungen: " + backlog.givenUp()));
        return warnings;
    }

    static List<Warning> warnings(Slots slots) {
        var warnings = new ArrayList<Warning>();
        if (slots.failed() > 0)
            warnings.add(
                    new Warning(
                            "updates_failed",
                            slots.failed(),
                            "Aus Messengern ließ sich nicht bearbeiten: " + slots.failed()));
        if (slots.late() > 0)
            warnings.add(
                    new Warning(
                            "messengers_late",
                            slots.late(),
                            "In Messengern wartet seit mehr als einer Stunde: " + slots.late()));
        return warnings;
    }

    @Override
    public void measure(MeterRegistry numbers) {
        var assembly = opening.resultNow();
        var outbox = assembly.outbox();
        gauge(numbers, "waiting", Backlog::waiting);
        gauge(numbers, "late", Backlog::late);
        gauge(numbers, "given.up", Backlog::givenUp);
        TimeGauge.builder("skizzenlotse.outbox.oldest", this::oldestMillis, TimeUnit.MILLISECONDS)
                .register(numbers);
        FunctionCounter.builder("skizzenlotse.mails.sent", outbox, one -> one.sent())
                .register(numbers);
        FunctionCounter.builder("skizzenlotse.mails.failed", outbox, one -> one.failed())
                .register(numbers);
        for (var target : outbox.targets()) {
            FunctionCounter.builder("skizzenlotse.deliveries.sent", outbox, o -> o.sent(target))
                    .tag("target", target)
                    .register(numbers);
            FunctionCounter.builder("skizzenlotse.deliveries.failed", outbox, o -> o.failed(target))
                    .tag("target", target)
                    .register(numbers);
        }
        FunctionCounter.builder("skizzenlotse.turns", assembly.conversations(), one -> one.turns())
                .register(numbers);
        messengers(numbers, "updates.waiting", Slots::waiting);
        messengers(numbers, "updates.failed", Slots::failed);
        messengers(numbers, "posts.waiting", Slots::posts);
        messengers(numbers, "late", Slots::late);
        assembly.scanner()
                .ifPresent(scanner -> {
                    scans(numbers, "waiting", () -> scanner.tally().waiting());
                    scans(numbers, "failed", () -> scanner.tally().failed());
                    scans(numbers, "infected", () -> scanner.tally().infected());
                });
        var census = new Census(assembly.database());
        for (var lifecycle : Census.LIFECYCLES)
            Gauge.builder("skizzenlotse.conversations", () -> census.conversations(lifecycle))
                    .tag("lifecycle", lifecycle)
                    .register(numbers);
    }

    private void messengers(MeterRegistry numbers, String name, ToIntFunction<Slots> figure) {
        Gauge.builder("skizzenlotse.messengers." + name, () -> figure.applyAsInt(slots()))
                .register(numbers);
    }

    private static void scans(MeterRegistry numbers, String name, Supplier<Number> figure) {
        Gauge.builder("skizzenlotse.scans." + name, figure).register(numbers);
    }

    private interface Figure {
        int of(Backlog backlog);
    }

    private void gauge(MeterRegistry numbers, String name, Figure figure) {
        Gauge.builder("skizzenlotse.outbox." + name, () -> figure.of(backlog())).register(numbers);
    }

    private long oldestMillis() {
        return backlog()
                .oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis())
                .orElse(0L);
    }

    private Slots slots() {
        return new SlotCensus(opening.resultNow().database()).look(clock.instant(), Arrears.LATE);
    }

    private Backlog backlog() {
        return opening.resultNow().outbox().arrears().look();
    }
}
