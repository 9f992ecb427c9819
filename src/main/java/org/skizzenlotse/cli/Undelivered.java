// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.BacklogStore.Unsent;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outbox`: what has not left yet, also while the service runs; tries it again, or takes note of
/// what was given up.
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        description = "Zeigt, was noch nicht zugestellt ist: Mails, und was an andere Orte geht.")
public final class Undelivered implements Callable<Integer> {
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("d.M.uuuu H:mm", Locale.GERMANY);

    /// Who has more than a screen of them looks at the mail server and not at each.
    private static final int SHOWN_MAX = 50;

    private final Opener opener;

    @ArgGroup private Doing doing = new Doing();

    private static final class Doing {
        @Option(names = "--again", description = "Versucht alle gleich noch einmal")
        private boolean again;

        @Option(
                names = "--done",
                description = "Nicht zugestellte sind erledigt: keine Warnung mehr")
        private boolean done;

        @ArgGroup(exclusive = false)
        private @Nullable Resending resending;
    }

    private static final class Resending {
        @Option(
                names = "--resend",
                required = true,
                paramLabel = "KENNUNG",
                description = "Schickt die neueste Fassung dieser Skizze noch einmal")
        private String reference = "";

        @Option(
                names = "--to",
                defaultValue = "mail",
                description = "Wohin: mail, webhook, telegram oder matrix (mit --resend)")
        private String target = "";
    }

    /// With what commands are given.
    public Undelivered(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return opener.asItIs().exit(this::show);
    }

    private int show(Running opened) {
        var now = Clock.systemUTC().instant();
        if (doing.again) {
            done(opened.backlog().again(now));
            opened.deliver().run();
        }
        var resending = doing.resending;
        if (resending != null) {
            if (!resent(opened, resending, now)) {
                System.err.println("Zu dieser Kennung ging dorthin noch nichts.");
                return Exit.FINDINGS;
            }
            opened.deliver().run();
        }
        if (doing.done) done(opened.backlog().handled(now));
        var unsent = opened.backlog().unsent(SHOWN_MAX);
        unsent.forEach(one -> System.out.println(line(one)));
        if (unsent.isEmpty()) System.out.println("Alles ist zugestellt.");
        return unsent.isEmpty() ? Exit.OK : Exit.FINDINGS;
    }

    private static boolean resent(Running opened, Resending what, Instant now) {
        var written = opened.backlog().resend(what.reference, what.target, now);
        done(written);
        return written instanceof Written.Done<Integer>(var many) && many > 0;
    }

    private static void done(Written<Integer> written) {
        if (!(written instanceof Written.Done<Integer>)) throw new StoreUnavailable("not written");
    }

    private static String line(Unsent one) {
        var since = SINCE.format(one.since().atZone(ZoneId.systemDefault()));
        var state = one.givenUp() ? "aufgegeben" : "wartet";
        var why = one.why().isEmpty() ? "" : " (" + one.why() + ")";
        return "%s  %s  %s%s  seit %s, Versuche: %d%s"
                .formatted(
                        state,
                        one.reference(),
                        kind(one.kind()),
                        place(one.target()),
                        since,
                        one.attempts(),
                        why);
    }

    private static String place(String target) {
        return switch (target) {
            case "mail" -> "";
            case "webhook" -> " (Webhook)";
            case "telegram" -> " (Telegram)";
            case "matrix" -> " (Matrix)";
            default -> " (" + target + ")";
        };
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "mail" -> "Einreichung ans Team";
            case "withdrawn" -> "Rücknahme ans Team";
            case "expired" -> "Ablauf der Frist ans Team";
            case "promised", "wanted" -> "Erinnerung ans Team";
            case "remark" -> "Nachricht der Antragstellenden ans Team";
            case "reminder", "draft_ends", "submitted_ends", "silence_ends", "staff" ->
                    "Nachricht an Antragstellende";
            case "confirm" -> "Bestätigung";
            default -> kind;
        };
    }
}
