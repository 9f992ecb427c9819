// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/// What GreenMail cannot: speaks STARTTLS, and hands on all that comes inside of it to a server
/// behind.
final class StartTlsDoor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();
    private final int behind;

    StartTlsDoor(int behind) throws IOException {
        this.behind = behind;
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /// The commands before TLS, which anybody could have read.
    List<String> inTheClear() {
        return List.copyOf(inTheClear);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void welcome() {
        while (true) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            line(server.getInputStream());
            say(socket, "220 here");
            for (var line = line(socket.getInputStream()); ; line = line(socket.getInputStream())) {
                inTheClear.add(line.split(" ", -1)[0]);
                if (line.isEmpty()) return;
                if (line.equals("STARTTLS")) break;
                say(socket, "250-here\r\n250 STARTTLS");
            }
            say(socket, "220 go on");
            handOn(secured(socket), server);
        } catch (IOException | GeneralSecurityException | InterruptedException gone) {
            // it is theirs to notice
        }
    }

    private static SSLSocket secured(Socket socket) throws IOException, GeneralSecurityException {
        var tls = (SSLSocket) Certificate.showing().createSocket(socket, null, true);
        tls.setUseClientMode(false);
        return tls;
    }

    private static void handOn(SSLSocket client, Socket server)
            throws IOException, InterruptedException {
        var back = Thread.ofVirtual().start(() -> pour(server, client));
        pour(client, server);
        server.close();
        back.join();
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // so is the talk
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }

    /// One line and not a byte more: what follows may be TLS.
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read())
            if (one != '\r') line.append((char) one);
        return line.toString();
    }
}
