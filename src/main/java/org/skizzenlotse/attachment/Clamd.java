// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// Talks to a clamd: the command `INSTREAM` takes pieces, each after its length in four bytes, and
/// after an empty one says what it found. Nothing of a file is written anywhere.
public final class Clamd {
    /// What clamd reads at once.
    private static final int PIECE_BYTES = 64 * 1024;

    /// Its answer is a word or two and the name of what it found.
    private static final int ANSWER_BYTES_MAX = 1_000;

    private final InetSocketAddress address;
    private final Limits limits;

    /// How long connecting, waiting for the answer, and all together may take.
    public record Limits(Duration connect, Duration answer, Duration whole) {
        /// A hundred megabytes take clamd two seconds, on a busy machine some more.
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(5));
    }

    /// At this address, which is looked up anew for each file.
    public Clamd(InetSocketAddress address, Limits limits) {
        this.address = address;
        this.limits = limits;
    }

    /// The longest that a look takes.
    public Duration takesAtMost() {
        return limits.connect().plus(limits.whole());
    }

    /// Whether it answers at all.
    public boolean isThere() {
        try (var socket = new Socket()) {
            var there = new InetSocketAddress(address.getHostString(), address.getPort());
            socket.connect(there, (int) limits.connect().toMillis());
            socket.setSoTimeout((int) limits.connect().toMillis());
            socket.getOutputStream().write("zPING\0".getBytes(US_ASCII));
            return new String(answer(socket.getInputStream()), US_ASCII).equals("PONG");
        } catch (IOException away) {
            return false;
        }
    }

    /// Looks at these bytes.
    ///
    /// @throws IOException when the bytes themselves cannot be read
    public Finding look(InputStream bytes) throws IOException {
        try (var socket = new Socket()) {
            var there = new InetSocketAddress(address.getHostString(), address.getPort());
            socket.connect(there, (int) limits.connect().toMillis());
            socket.setSoTimeout((int) limits.answer().toMillis());
            var end = Thread.ofVirtual().name("clamd-limit").start(() -> endLater(socket));
            try {
                return talk(socket, bytes);
            } finally {
                end.interrupt();
            }
        } catch (Unread file) {
            throw file.why;
        } catch (IOException away) {
            return new Finding.Unknown("away");
        }
    }

    /// The bytes could not be read, which is nothing of the scanner's.
    private static final class Unread extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException why;

        Unread(IOException why) {
            super(why);
            this.why = why;
        }
    }

    private Finding talk(Socket socket, InputStream bytes) throws IOException {
        boolean told = tell(socket, bytes);
        try {
            var answer = new String(answer(socket.getInputStream()), US_ASCII).strip();
            if (answer.contains("size limit")) return new Finding.Unknown("size_limit");
            if (!told) return new Finding.Unknown("cut_off");
            if (answer.equals("stream: OK")) return new Finding.Clean();
            return answer.endsWith(" FOUND")
                    ? new Finding.Infected()
                    : new Finding.Unknown(answer.isEmpty() ? "no_answer" : "error");
        } catch (IOException cut) {
            return new Finding.Unknown(told ? "no_answer" : "cut_off");
        }
    }

    /// False when it did not hear to the end, as it does with what is bigger than its limit.
    private static boolean tell(Socket socket, InputStream bytes) throws IOException {
        var buffer = new byte[PIECE_BYTES];
        try {
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(US_ASCII));
            while (true) {
                int read = piece(bytes, buffer);
                if (read < 0) break;
                out.writeInt(read);
                out.write(buffer, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return true;
        } catch (Unread file) {
            throw file;
        } catch (IOException cut) {
            return false;
        }
    }

    private static int piece(InputStream bytes, byte[] buffer) throws Unread {
        try {
            return bytes.read(buffer);
        } catch (IOException unreadable) {
            throw new Unread(unreadable);
        }
    }

    private static byte[] answer(InputStream from) throws IOException {
        var answer = from.readNBytes(ANSWER_BYTES_MAX);
        int end = 0;
        while (end < answer.length && answer[end] != 0) end++;
        return java.util.Arrays.copyOf(answer, end);
    }

    private void endLater(Socket socket) {
        try {
            Thread.sleep(limits.whole());
            socket.close();
        } catch (InterruptedException | IOException done) {
            // it ended in time, or is closed already
        }
    }
}
