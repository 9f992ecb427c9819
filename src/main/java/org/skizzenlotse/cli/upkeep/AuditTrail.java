// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.staff.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `audit [REF]`: what was done, by whom and when.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Zeigt, wer wann was getan hat, ohne Inhalte.")
public final class AuditTrail implements Callable<Integer> {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.GERMANY);

    /// More than a screen or two is asked for by reference.
    private static final int SHOWN_MAX = 100;

    private final Path data;

    @Parameters(
            paramLabel = "REF",
            arity = "0..1",
            description = "Aktenzeichen oder Kennung; ohne: die neuesten 100 Einträge")
    private @Nullable String reference;

    /// For the installation in this folder.
    public AuditTrail(Path data) {
        this.data = data;
    }

    @Override
    public Integer call() {
        if (Faults.isMissing(data)) return Exit.USAGE;
        try (var database = Database.open(StoreSettings.in(data), Clock.systemUTC())) {
            var store = new AuditStore(database);
            var wanted = reference;
            var entries = wanted == null ? store.newest(SHOWN_MAX) : store.of(wanted);
            var names = Staff.over(database).accounts().names();
            entries.forEach(one -> System.out.println(line(one, names)));
            if (entries.isEmpty()) System.out.println("Dazu ist nichts vermerkt.");
            return Exit.OK;
        } catch (IOException unusable) {
            System.err.println("DATA: der Ordner " + data + " ist nicht nutzbar.");
            return Exit.USAGE;
        }
    }

    private static String line(AuditEntry one, Map<String, String> names) {
        var subject =
                one.reference()
                        .or(() -> one.conversation().map(ConversationId::value))
                        .map(about -> names.getOrDefault(about, about));
        var why = one.why().isEmpty() ? "" : " (" + why(one.why()) + ")";
        return "%s  %s  %s  %s%s"
                .formatted(
                        AT.format(one.at().atZone(ZoneId.systemDefault())),
                        what(one.what()),
                        subject.orElse("alles"),
                        one.who().isEmpty()
                                ? by(one.by())
                                : "durch " + names.getOrDefault(one.who(), one.who()),
                        why);
    }

    private static String what(AuditEntry.What what) {
        return switch (what) {
            case ERASED -> "gelöscht";
            case PURGED -> "nach Frist gelöscht";
            case REDACTED -> "teilweise entfernt";
            case EXPORTED -> "herausgegeben";
            case ROTATED -> "neuer Hauptschlüssel";
            case BACKED_UP -> "gesichert";
            case RESTORED -> "zurückgeholt";
            case SIGNED_IN -> "angemeldet";
            case SIGN_IN_REFUSED -> "Anmeldung abgewiesen";
            case SIGNED_OUT -> "abgemeldet";
            case ACCOUNT_CHANGED -> "Konto geändert";
            case READ -> "gelesen";
            case LISTED -> "aufgelistet";
            case CHANGED -> "bearbeitet";
            case WRITTEN -> "angeschrieben";
        };
    }

    private static String by(AuditEntry.By by) {
        return switch (by) {
            case APPLICANT -> "durch die Antragstellenden";
            case COMMAND -> "durch ein Kommando";
            case RETENTION -> "durch die Aufbewahrungsfrist";
            case SERVICE -> "durch den Dienst";
            case STAFF -> "durch das Team";
        };
    }

    private static String why(String why) {
        return switch (why) {
            case "no_consent" -> "ohne Einwilligung";
            case "draft" -> "Entwurf";
            case "closed" -> "abgeschlossen";
            case "withdrawn" -> "zurückgezogen";
            case "maximum" -> "Höchstdauer";
            case "finished" -> "war abgebrochen";
            case "restore" -> "beim Zurückholen";
            default -> why;
        };
    }
}
