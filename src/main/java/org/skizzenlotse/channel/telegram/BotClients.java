// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/// Three clients, so that neither a waiting poll nor a file keeps an answer to a person waiting.
/// OkHttp's own limits, ten seconds and five calls at once, would.
final class BotClients implements AutoCloseable {
    /// More than the thirty messages a second that Telegram allows a bot, should each take a
    /// second, and typing signs and answers to taps beside them.
    private static final int CALLS_AT_ONCE_MAX = 64;

    /// A hundred updates of the longest text with all its marks, its reply and its keyboard stay
    /// below a tenth of a megabyte each.
    private static final long UPDATES_BYTES_MAX = 32L << 20;

    /// The longest answer is a message of ours, sent back.
    private static final long ANSWER_BYTES_MAX = 1L << 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient polling;
    private final OkHttpClient calling;
    private final OkHttpClient moving;

    /// How long connecting, waiting for more bytes and a whole call may take, how much longer than
    /// asked for a poll may take, and how long a file.
    record Limits(
            Duration connect, Duration silence, Duration call, Duration pollSlack, Duration file) {
        /// Telegram answers within a second; its gateway gives up after half a minute or so. A file
        /// of 20 MB takes three minutes on a line of one megabit.
        static final Limits USUAL =
                new Limits(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(25),
                        Duration.ofMinutes(10));
    }

    BotClients(Limits limits) {
        var any =
                new OkHttpClient.Builder()
                        .connectTimeout(limits.connect())
                        .writeTimeout(limits.silence())
                        .readTimeout(limits.silence())
                        .followRedirects(false)
                        .addInterceptor(BotClients::onceOnly)
                        .build();
        var poll = BotApi.POLL_MAX.plus(limits.pollSlack());
        polling =
                any.newBuilder()
                        .dispatcher(dispatcher())
                        .readTimeout(poll)
                        .callTimeout(poll.plus(limits.connect()))
                        .addInterceptor(capped(UPDATES_BYTES_MAX))
                        .build();
        calling =
                any.newBuilder()
                        .dispatcher(dispatcher())
                        .callTimeout(limits.call())
                        .addInterceptor(capped(ANSWER_BYTES_MAX))
                        .build();
        moving = any.newBuilder().dispatcher(dispatcher()).callTimeout(limits.file()).build();
    }

    /// For waiting for updates.
    OkHttpClient polling() {
        return polling;
    }

    /// For everything small.
    OkHttpClient calling() {
        return calling;
    }

    /// For files, both ways; what it reads is not limited here.
    OkHttpClient moving() {
        return moving;
    }

    /// Ends what is under way.
    @Override
    public void close() {
        for (var one : new OkHttpClient[] {polling, calling, moving}) {
            one.dispatcher().cancelAll();
            one.connectionPool().evictAll();
        }
        threads.shutdown();
    }

    private Dispatcher dispatcher() {
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CALLS_AT_ONCE_MAX);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE_MAX);
        return dispatcher;
    }

    /// OkHttp sends a request again by itself when a kept connection breaks, which could double a
    /// message without anybody knowing. A body that can be sent only once keeps it from that, and
    /// still lets it try the host's next address when one cannot be reached.
    private static Response onceOnly(Interceptor.Chain chain) throws IOException {
        var request = chain.request();
        var body = request.body();
        return chain.proceed(body == null ? request : once(request, body));
    }

    private static Request once(Request request, RequestBody body) {
        var once =
                new RequestBody() {
                    @Override
                    public @Nullable MediaType contentType() {
                        return body.contentType();
                    }

                    @Override
                    public long contentLength() throws IOException {
                        return body.contentLength();
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        body.writeTo(sink);
                    }

                    @Override
                    public boolean isOneShot() {
                        return true;
                    }
                };
        return request.newBuilder().method(request.method(), once).build();
    }

    private static Interceptor capped(long bytesMax) {
        return chain -> {
            var response = chain.proceed(chain.request());
            var body = response.body();
            return body == null
                    ? response
                    : response.newBuilder().body(capped(body, bytesMax)).build();
        };
    }

    private static ResponseBody capped(ResponseBody body, long bytesMax) {
        var source =
                new ForwardingSource(body.source()) {
                    private long left = bytesMax;

                    @Override
                    public long read(Buffer sink, long bytes) throws IOException {
                        var read = super.read(sink, bytes);
                        if (read > left) throw new IOException("the answer is too long");
                        left -= Math.max(0, read);
                        return read;
                    }
                };
        return ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength());
    }
}
