// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.attachment.Clamd;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.store.checkup.Checkup;

/// Looks at settings, dialogs, and what the rows of the data say.
final class Examination {
    /// The version that all is tested with.
    private static final int JAVA = 25;

    private static final Duration LATE = Duration.ofHours(1);

    /// Clocks of machines that ask for the time differ less.
    private static final Duration CLOCK_DIFFERENCE_MAX = Duration.ofMinutes(5);

    private final Setup setup;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    Examination(Setup setup, Instant now) {
        this.setup = setup;
        this.now = now;
    }

    List<Finding> findings() {
        settings();
        dialogs();
        java();
        zone();
        scanner();
        var disk = new DiskExamination(setup, now);
        findings.addAll(disk.findings());
        if (disk.isReadable()) rows();
        return findings;
    }

    private void settings() {
        if (!setup.missing().isEmpty())
            urgent(
                    "settings_missing",
                    "Für einen öffentlichen Dienst (--public) fehlt: "
                            + String.join(" ", setup.missing()),
                    "Tragt das in die Einstellungen ein; serve --help erklärt jede.");
        var url = setup.publicUrl();
        if (url.startsWith("http://") && !url.matches("http://(localhost|127\\..*|\\[::1]).*"))
            urgent(
                    "no_https",
                    "PUBLIC_URL beginnt mit http://, also kann unterwegs jemand mitlesen.",
                    "Stellt einen Webserver mit Zertifikat davor, und schreibt https://.");
        if (setup.telegram() && url.isEmpty())
            advice(
                    "telegram_without_web",
                    "TELEGRAM_TOKEN ist gesetzt, PUBLIC_URL nicht: Der Bot kann niemandem einen"
                            + " Weg in den Browser nennen, auch nicht für Dateien über 20 MB.",
                    "Setzt PUBLIC_URL.");
    }

    private void dialogs() {
        var errors = setup.problems().get().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty())
            urgent(
                    "dialogs_broken",
                    "In den Dialogen sind Fehler: %d, der erste in %s:%d."
                            .formatted(
                                    errors.size(),
                                    errors.getFirst().file(),
                                    errors.getFirst().line()),
                    "Seht sie mit check an; bis dahin gilt die letzte gute Fassung.");
    }

    private void java() {
        int feature = Runtime.version().feature();
        if (feature != JAVA)
            advice(
                    "java_version",
                    "Hier läuft Java " + feature + ", erprobt ist " + JAVA + ".",
                    "Nehmt Java " + JAVA + ".");
    }

    private void zone() {
        var machine = ZoneId.systemDefault();
        if (!machine.getRules().equals(setup.zone().getRules()))
            advice(
                    "time_zone",
                    "Der Rechner hat die Zeitzone %s, TIMEZONE ist %s."
                            .formatted(machine, setup.zone()),
                    "Fristen gelten nach TIMEZONE; Kommandos zeigen Zeiten des Rechners.");
    }

    private void scanner() {
        var address = setup.clamd();
        if (address.isPresent() && !new Clamd(address.get(), Clamd.Limits.USUAL).isThere())
            urgent(
                    "scanner_away",
                    "Der Virenscanner an CLAMD antwortet nicht.",
                    "Startet clamd; bis dahin bekommt das Team keine neuen Dateien.");
    }

    private void rows() {
        var read = figures();
        if (read.isEmpty()) {
            urgent(
                    "data_unreadable",
                    "Die Daten lassen sich nicht lesen.",
                    "Startet den Dienst einmal; bleibt es so, holt die Sicherung zurück.");
            return;
        }
        var figures = read.get();
        if (figures.mailsGivenUp() > 0)
            urgent(
                    "mail_given_up",
                    "Mails ließen sich nicht zustellen: " + figures.mailsGivenUp() + ".",
                    "outbox zeigt warum; outbox --again versucht es noch einmal.");
        if (figures.mailsLate() > 0)
            urgent(
                    "mail_late",
                    "Mails warten seit mehr als einer Stunde: " + figures.mailsLate() + ".",
                    "outbox zeigt warum. Läuft der Dienst, und stimmt SMTP_URL?");
        if (figures.filesUnseen() > 0)
            urgent(
                    "scan_waiting",
                    "Dateien warten seit mehr als einer Stunde auf den Virenscanner: "
                            + figures.filesUnseen()
                            + ".",
                    "Seht nach, ob clamd läuft und seine Grenzen über FILES_MB liegen.");
        if (figures.updatesFailed() > 0)
            urgent(
                    "updates_failed",
                    "Aus Messengern ließ sich nicht bearbeiten: " + figures.updatesFailed() + ".",
                    "Seht in die Meldungen (not dealt with); nach sieben Tagen ist es weg.");
        if (figures.newest().isAfter(now.plus(CLOCK_DIFFERENCE_MAX)))
            urgent(
                    "clock",
                    "In den Daten steht eine Zeit in der Zukunft: Die Uhr des Rechners geht nach.",
                    "Lasst sie stellen (NTP); Fristen hängen daran.");
        quota(figures.fileBytes());
    }

    private Optional<Checkup.Figures> figures() {
        try {
            return Optional.of(Checkup.figures(setup.data(), now, LATE));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void quota(long fileBytes) {
        if (fileBytes > setup.space().filesMax() / 10 * 9)
            urgent(
                    "files_full",
                    "Dateien haben mehr als neun Zehntel von FILES_TOTAL_GB belegt.",
                    "Erhöht FILES_TOTAL_GB, oder seht mit purge --dry-run nach, was fällig ist.");
        long room = DiskExamination.free(setup.data()) - setup.space().freeMin();
        if (room >= 0 && room < setup.space().filesMax() - fileBytes)
            advice(
                    "quota_beyond_disk",
                    "FILES_TOTAL_GB erlaubt mehr, als auf die Platte passt.",
                    "Senkt FILES_TOTAL_GB, oder nehmt eine größere Platte.");
    }

    private void urgent(String id, String text, String proposal) {
        findings.add(Finding.urgent(id, text, proposal));
    }

    private void advice(String id, String text, String proposal) {
        findings.add(Finding.advice(id, text, proposal));
    }
}
