// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.web.Refusal;

/// A stream of server-sent events that only says that something came in: no page moves while
/// somebody reads. It ends with the session. Another process may have written it too, so each
/// stream looks for itself.
public final class NewsPages implements Part {
    /// Shorter than the patience of common proxies (30 s), and soon enough for people.
    private static final Duration LOOK = Duration.ofSeconds(5);

    /// Six people with some windows each.
    private static final int STREAMS_MAX = 40;

    private static final int RETRY_MILLIS = 15_000;

    private final Supplier<Office> office;
    private final Duration look;
    private final Semaphore free = new Semaphore(STREAMS_MAX);
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Over what is known once it is asked for.
    public NewsPages(Supplier<Office> office) {
        this(office, LOOK);
    }

    NewsPages(Supplier<Office> office, Duration look) {
        this.office = office;
        this.look = look;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, "/staff/neues", Role.READER, visit -> stream(visit, gate));
    }

    private void stream(Visit visit, Gate gate) {
        if (!free.tryAcquire())
            throw new Refusal(
                    Refusal.Kind.TOO_MANY_STREAMS,
                    "Gerade sind sehr viele Fenster offen. Bitte versucht es gleich noch einmal.");
        try {
            write(visit, gate);
        } catch (IOException | StoreUnavailable gone) {
            // the stream ends; its reader comes back if it is still there
            visit.context().res().setStatus(200);
        } finally {
            free.release();
        }
    }

    private void write(Visit visit, Gate gate) throws IOException {
        var response = visit.context().res();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        put(out, "retry: " + RETRY_MILLIS + "\n\n");
        var seen = office.get().desk().newestNews();
        boolean ended = false;
        while (!ended && gate.stillLets(visit, Role.READER)) {
            var newest = office.get().desk().newestNews();
            put(out, newest.isAfter(seen) ? "event: news\ndata: {}\n\n" : ": still here\n\n");
            seen = newest;
            ended = waited();
        }
        put(out, "event: end\ndata: {}\n\n");
    }

    /// Waits for the next look; true when the server ends.
    private boolean waited() {
        try {
            return closing.await(look.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
