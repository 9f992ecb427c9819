// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.WebSettings;

/// The messages of a conversation as server-sent events. Every stream is a virtual thread that
/// sleeps until it is nudged; after each heartbeat it looks for itself, because another process may
/// have written too.
final class Streams implements AutoCloseable {
    /// Shorter than the patience of common proxies (30 s).
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final int RETRY_MILLIS = 3_000;

    private final Talk talk;
    private final WebSettings.Limits limits;
    private final Semaphore free;
    private final Map<String, Deque<Stream>> open = new HashMap<>();
    private volatile boolean closing;

    Streams(Talk talk, WebSettings.Limits limits) {
        this.talk = talk;
        this.limits = limits;
        this.free = new Semaphore(limits.streamsOverall());
    }

    /// Writes events until the reader, the conversation or the server is gone.
    void serve(Context context, String token) throws IOException {
        int after = lastSeen(context.header("Last-Event-ID"));
        var view = Talk.done(talk.conversations().view(token));
        var conversation = view.id().value() + "/" + view.person();
        var stream = enter(conversation);
        try (var _ = listening(token, stream.nudge)) {
            write(context, token, after, stream);
        } catch (StoreUnavailable notNow) {
            // The stream simply ends: its reader comes back with the last number it saw.
            if (!context.res().isCommitted()) {
                throw notNow;
            }
        } finally {
            leave(conversation, stream);
        }
    }

    /// Tells every reader that this is the end, and waits a moment until they were told: the server
    /// cuts whatever is open after that.
    @Override
    public void close() {
        if (closing) return;
        closing = true;
        synchronized (open) {
            open.values().forEach(all -> all.forEach(one -> one.nudge.release()));
        }
        try {
            var all = limits.streamsOverall();
            if (free.tryAcquire(all, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) free.release(all);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// One that is open: nudged when there may be something to write, `over` once a newer one has
    /// taken its place.
    private static final class Stream {
        private final Semaphore nudge = new Semaphore(0);
        private volatile boolean over;

        void end() {
            over = true;
            nudge.release();
        }
    }

    private Listening listening(String token, Semaphore nudge) {
        var ear = talk.conversations().listen(token, nudge::release);
        return () -> {
            try {
                ear.close();
            } catch (Exception stuck) {
                throw new IllegalStateException("a listener could not be taken away", stuck);
            }
        };
    }

    /// A listener that is taken away without a checked exception.
    @FunctionalInterface
    private interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    private void write(Context context, String token, int seen, Stream stream) throws IOException {
        var response = context.res();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        put(out, "retry: " + RETRY_MILLIS + "\n\n");
        int after = seen;
        while (!isOver(stream) && isThere(token)) {
            var messages = talk.conversations().messagesAfter(token, after);
            for (var message : messages) {
                after = message.number();
                var data = JsonAnswers.message(message).toString();
                put(out, "id: " + after + "\nevent: message\ndata: " + data + "\n\n");
            }
            if (messages.isEmpty()) {
                put(out, ": still here\n\n");
            }
            out.flush();
            if (messages.size() < Conversations.MESSAGES_MAX) await(stream.nudge);
        }
        put(out, "event: " + (stream.over ? "replaced" : "end") + "\ndata: {}\n\n");
        out.close();
    }

    private boolean isOver(Stream stream) {
        return closing || stream.over || Thread.currentThread().isInterrupted();
    }

    /// Erased, or not any more for whoever reads: both end a stream at once.
    private boolean isThere(String token) {
        return talk.conversations().knows(token);
    }

    private static void await(Semaphore nudge) {
        try {
            if (nudge.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) nudge.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    private static int lastSeen(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,9}") ? Integer.parseInt(header) : 0;
    }

    /// One more than one person may have ends the oldest: that is a window that nobody looks at.
    private Stream enter(String conversation) {
        if (!free.tryAcquire()) {
            throw tooMany();
        }
        var stream = new Stream();
        synchronized (open) {
            var streams = open.computeIfAbsent(conversation, _ -> new ArrayDeque<>());
            while (streams.size() >= limits.streamsPerConversation()) {
                streams.removeFirst().end();
            }
            streams.addLast(stream);
        }
        return stream;
    }

    private void leave(String conversation, Stream stream) {
        synchronized (open) {
            var streams = open.getOrDefault(conversation, new ArrayDeque<>());
            streams.remove(stream);
            if (streams.isEmpty()) {
                open.remove(conversation);
            }
        }
        free.release();
    }

    private static Refusal tooMany() {
        return new Refusal(
                Refusal.Kind.TOO_MANY_STREAMS,
                "Gerade sind sehr viele Fenster offen. Bitte versucht es gleich noch einmal.");
    }
}
