// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.skizzenlotse.attachment.Scanner;
import org.skizzenlotse.author.Author;
import org.skizzenlotse.author.door.AuthorKey;
import org.skizzenlotse.channel.web.HandOver;
import org.skizzenlotse.channel.web.Pages;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.channel.web.api.Api;
import org.skizzenlotse.channel.web.site.Site;
import org.skizzenlotse.channel.web.widget.Widget;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.conversation.FileCleaner;
import org.skizzenlotse.conversation.WakeUps;
import org.skizzenlotse.inbox.Inbox;
import org.skizzenlotse.inbox.InboxParts;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;
import org.slf4j.LoggerFactory;

/// The running service: web surface, outbox and wake-ups over one assembly.
final class Service implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Config config;
    private final Assembly assembly;
    private final WakeUps wakeUps;
    private final FileCleaner cleaner;
    private final Reloading reloading;
    private final WebServer server;
    private final Messengers messengers;
    private final AuthorKey key;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Service(Config config, Assembly assembly, WakeUps wakeUps, Surfaces made) {
        this.config = config;
        this.assembly = assembly;
        this.wakeUps = wakeUps;
        this.cleaner = new FileCleaner(assembly.database(), CLOCK).start();
        this.reloading = Reloading.start(config.dialogs(), assembly.inForce()::again);
        this.server = made.server();
        this.messengers = made.messengers();
        this.key = made.key();
    }

    /// What listens, the messengers, which come later, and the key of the authors.
    private record Surfaces(WebServer server, Messengers messengers, AuthorKey key) {}

    /// Starts everything; ready on return. Data and dialogs are opened while the server is made.
    static Service start(Config config, boolean inPublic) throws CannotOpen {
        // the log is set up before two threads want it at once
        LoggerFactory.getILoggerFactory();
        var opening = new FutureTask<>(() -> Assembly.open(config));
        Thread.ofPlatform().name("opening").start(opening);
        var settings = config.web(inPublic);
        var messengers = new Messengers(config);
        var key = authorKey(config);
        var talk =
                new Talk(
                        () -> opened(opening).conversations(),
                        () -> opened(opening).dialogs(),
                        config.zone(),
                        messengers.names());
        var surfaces =
                List.<WebServer.Surface>of(
                        messengers.webhook(),
                        new Api(talk, settings),
                        new Pages(talk, settings),
                        new HandOver(talk, settings),
                        new Widget(),
                        new Site(talk, () -> opened(opening).guidance(), config.operator(), CLOCK),
                        inbox(config, settings, opening),
                        new Author(key, () -> opened(opening).workshop(), settings, CLOCK));
        try {
            var server = WebServer.start(settings, new Pulse(opening, CLOCK), surfaces);
            return running(config, new Surfaces(server, messengers, key), opening);
        } catch (JavalinBindException unbound) {
            await(opening).close();
            throw new CannotOpen(why(config, unbound));
        }
    }

    private static AuthorKey authorKey(Config config) {
        var set = config.get(Setting.AUTHOR_KEY);
        return set.isEmpty() ? AuthorKey.fresh() : AuthorKey.of(set);
    }

    /// The pages of the team.
    private static Inbox inbox(Config config, WebSettings settings, FutureTask<Assembly> opening) {
        var service = StaffSettings.service(config);
        var rules = new SignInRules(settings, StaffSettings.idle(config), CLOCK, service);
        var parts = List.<Part>of(new InboxParts(() -> opened(opening).means(config)));
        Supplier<Staff> staff = () -> Staff.over(opened(opening).database());
        return new Inbox(staff, rules, config.zone(), parts);
    }

    private static String why(Config config, JavalinBindException unbound) {
        Throwable cause = unbound;
        while (cause.getCause() != null) cause = cause.getCause();
        var port = config.get(Setting.PORT);
        return String.valueOf(cause.getMessage()).contains("in use")
                ? "PORT: " + port + " ist schon belegt."
                : "BIND, PORT: an " + config.get(Setting.BIND) + ":" + port + " geht es nicht.";
    }

    private static Service running(Config config, Surfaces made, FutureTask<Assembly> opening)
            throws CannotOpen {
        try {
            var assembly = await(opening);
            assembly.forward(config, made.messengers());
            assembly.outbox().start();
            assembly.scanner().ifPresent(Scanner::start);
            var conversations = assembly.conversations();
            var wakeUps = WakeUps.start(conversations, assembly.database(), CLOCK);
            var room = config.get(Setting.STAFF_MATRIX_ROOM);
            made.messengers()
                    .start(
                            conversations,
                            assembly::dialogs,
                            (notice, text, member) ->
                                    assembly.answered(
                                            room, notice, new TeamPlaces.Answer(text, member)));
            return new Service(config, assembly, wakeUps, made);
        } catch (CannotOpen why) {
            made.server().close();
            throw why;
        } catch (IOException unusable) {
            made.server().close();
            throw new CannotOpen("DATA: der Ordner " + config.data() + " ist nicht nutzbar.");
        }
    }

    private static Assembly await(FutureTask<Assembly> opening) throws CannotOpen {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CannotOpen why) throw why;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CannotOpen("Der Start wurde unterbrochen.");
        }
    }

    /// For requests, which only come through once it is open or the server is about to end.
    private static Assembly opened(FutureTask<Assembly> opening) {
        try {
            return await(opening);
        } catch (CannotOpen why) {
            throw new IllegalStateException(why);
        }
    }

    /// One line: the address, and where data and mails go.
    String where() {
        var mails =
                config.smtp()
                        .map(server -> "über " + server)
                        .orElse("als Dateien in " + config.data().resolve("mail"));
        return "Skizzenlotse: %s – Daten in %s, Mails %s"
                .formatted(address(), config.data(), mails);
    }

    /// Every route, as method and pattern.
    List<String> routes() {
        return server.routes();
    }

    private String address() {
        var bind = server.bind();
        var host = bind.contains(":") ? "[" + bind + "]" : bind;
        var here = "http://%s:%d/".formatted(host, server.port());
        var known = config.get(Setting.PUBLIC_URL);
        return known.isEmpty() ? here : known + "/";
    }

    /// Where the first of the team gets an account, once, while nobody has one; empty afterwards.
    String firstAccount() {
        var staff = Staff.over(assembly.database());
        if (staff.accounts().any()) return "";
        var secret = StaffCookie.fresh();
        if (!(staff.links().first(secret, CLOCK.instant()) instanceof Written.Done)) return "";
        return "Noch hat niemand vom Team ein Konto. Das erste, einmal und 24 Stunden lang: "
                + address()
                + Gate.INVITATION.substring(1)
                + "/"
                + secret;
    }

    /// Where dialogs are read and worded, and the key to it where nobody set one.
    String authors() {
        var where = "Dialoge lesen und schreiben: " + address() + "author";
        return config.get(Setting.AUTHOR_KEY).isEmpty()
                ? where + ", Schlüssel bis zum nächsten Start: " + key.told()
                : where;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        server.close();
        messengers.close();
        wakeUps.close();
        cleaner.close();
        reloading.close();
        assembly.close();
    }
}
