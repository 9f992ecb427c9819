// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.skizzenlotse.channel.web.Pages;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.channel.web.api.Api;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.conversation.WakeUps;
import org.skizzenlotse.web.WebServer;

/// The running service: web surface, outbox and wake-ups over one assembly.
final class Service implements AutoCloseable {
    private final Config config;
    private final Assembly assembly;
    private final WakeUps wakeUps;
    private final WebServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Service(Config config, Assembly assembly, WakeUps wakeUps, WebServer server) {
        this.config = config;
        this.assembly = assembly;
        this.wakeUps = wakeUps;
        this.server = server;
    }

    /// Starts everything; ready on return.
    static Service start(Config config, boolean inPublic) throws CannotOpen {
        var assembly = Assembly.open(config);
        try {
            assembly.outbox().start();
            var wakeUps =
                    WakeUps.start(
                            assembly.conversations(), assembly.database(), Clock.systemUTC());
            var settings = config.web(inPublic);
            var talk = new Talk(assembly.conversations(), assembly::dialogs, config.zone());
            var surfaces =
                    List.<WebServer.Surface>of(
                            new Api(talk, settings.limits()), new Pages(talk, settings));
            return new Service(
                    config, assembly, wakeUps, WebServer.start(settings, () -> true, surfaces));
        } catch (JavalinBindException taken) {
            assembly.close();
            throw new CannotOpen("PORT: " + config.get(Setting.PORT) + " ist schon belegt.");
        } catch (IOException unusable) {
            assembly.close();
            throw new CannotOpen("DATA: der Ordner " + config.data() + " ist nicht nutzbar.");
        }
    }

    /// One line: the address, and where data and mails go.
    String where() {
        var bind = server.port();
        var host = config.bindsBeyondLoopback() ? config.get(Setting.BIND) : "127.0.0.1";
        return "Skizzenlotse: http://%s:%d/ – Daten in %s, Mails als Dateien in %s"
                .formatted(host, bind, config.data(), config.data().resolve("mail"));
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        server.close();
        wakeUps.close();
        assembly.close();
    }
}
