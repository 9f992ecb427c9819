// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server in a bad mood: answers as its manners say, which may be a refusal, silence, or the
/// end of the connection. What it takes over it keeps.
final class RoughServer implements AutoCloseable {
    /// Says nothing any more, and keeps the connection.
    static final String SILENCE = "silence";

    /// Ends the connection.
    static final String DROP = "drop";

    /// One character every now and then, and never a whole line.
    static final String DRIBBLE = "dribble";

    /// Asked when a line of a mail's content comes, of which a server says nothing.
    static final String CONTENT = "CONTENT";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Manners manners;

    /// What is answered to a command; empty for the usual.
    @FunctionalInterface
    interface Manners {
        String answer(String command) throws InterruptedException;
    }

    RoughServer(Manners manners) throws IOException {
        this.manners = manners;
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    SmtpUrl url() throws SmtpUrl.Unusable {
        return SmtpUrl.of("smtp://localhost:" + port());
    }

    /// All commands of all connections.
    List<String> heard() {
        return List.copyOf(heard);
    }

    /// The mails that it took over, each after its recipients.
    List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) socket.close();
    }

    private void welcome() {
        while (true) {
            try {
                var socket = door.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                var out = socket.getOutputStream()) {
            if (!say(out, "GREETING", "220 here")) return;
            var recipients = new ArrayList<String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (line.startsWith("MAIL")) recipients.clear();
                var usual = line.startsWith("DATA") ? "354 go on" : "250 fine";
                if (!say(out, line, usual)) return;
                if (line.startsWith("RCPT") && answer(line).isEmpty()) recipients.add(line);
                if (line.equals("DATA") && answer(line).isEmpty() && !take(in, out, recipients))
                    return;
            }
        } catch (IOException | InterruptedException gone) {
            // it is theirs to notice
        }
    }

    private boolean take(BufferedReader in, OutputStream out, List<String> recipients)
            throws IOException, InterruptedException {
        var content = new StringBuilder(String.join("\n", recipients)).append("\n\n");
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
            if (answer(CONTENT).equals(DROP)) return false;
        }
        if (answer(".").isEmpty()) taken.add(content.toString());
        return say(out, ".", "250 taken");
    }

    private boolean say(OutputStream out, String command, String usual)
            throws IOException, InterruptedException {
        var answer = answer(command);
        switch (answer) {
            case DROP -> {
                return false;
            }
            case SILENCE -> Thread.sleep(Long.MAX_VALUE);
            case DRIBBLE -> {
                while (true) {
                    out.write('2');
                    out.flush();
                    Thread.sleep(20);
                }
            }
            default -> {
                out.write(((answer.isEmpty() ? usual : answer) + "\r\n").getBytes(UTF_8));
                out.flush();
            }
        }
        return true;
    }

    private String answer(String command) throws InterruptedException {
        return manners.answer(command);
    }
}
