// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A bad connection to a server: of the turns that pass, some are lost on the way there, some are
/// taken but their answer is lost on the way back. By a seed, so that each run loses the same ones.
final class Flaky implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final String TURN = "POST /api/v1/conversation/turns";
    private static final double LOST_THERE = 0.3;
    private static final double LOST_BACK = 0.3;

    private final ServerSocket door;
    private final int target;
    private final RandomGenerator random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean bad;

    Flaky(int target, long seed) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// From now on connections are bad, or good again.
    void bad(boolean now) {
        bad = now;
    }

    /// How often a connection was cut.
    int cuts() {
        return cuts.get();
    }

    /// Cuts whatever is open, the stream of messages too.
    void cutAll() {
        cuts.incrementAndGet();
        for (var socket : open) cut(socket);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                var answerIsLost = new AtomicInteger();
                Thread.ofVirtual().start(() -> there(client, server, answerIsLost));
                Thread.ofVirtual().start(() -> back(client, server, answerIsLost));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void there(Socket client, Socket server, AtomicInteger answerIsLost) {
        var chunk = new byte[CHUNK];
        try {
            for (int n; (n = client.getInputStream().read(chunk)) > 0; ) {
                if (bad && new String(chunk, 0, n, ISO_8859_1).startsWith(TURN)) {
                    double luck = luck();
                    if (luck < LOST_THERE + LOST_BACK) cuts.incrementAndGet();
                    if (luck < LOST_THERE) break;
                    if (luck < LOST_THERE + LOST_BACK) answerIsLost.set(1);
                }
                server.getOutputStream().write(chunk, 0, n);
            }
        } catch (IOException gone) {
            // cut below
        }
        cut(client);
        cut(server);
    }

    private synchronized double luck() {
        return random.nextDouble();
    }

    private void back(Socket client, Socket server, AtomicInteger answerIsLost) {
        var chunk = new byte[CHUNK];
        try {
            for (int n; (n = server.getInputStream().read(chunk)) > 0; ) {
                if (answerIsLost.get() > 0) break;
                client.getOutputStream().write(chunk, 0, n);
            }
        } catch (IOException gone) {
            // cut below
        }
        cut(client);
        cut(server);
    }

    private void cut(Socket socket) {
        if (!open.remove(socket)) return;
        try {
            socket.close();
        } catch (IOException already) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        bad = false;
        door.close();
        cutAll();
    }
}
