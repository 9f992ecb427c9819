// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A clamd of Debian on a free port, which knows one thing: the harmless file that scanners agreed
/// on. It refuses to run as root, so there it runs as its own user.
public final class RealClamd implements AutoCloseable {
    private static final String HARMLESS =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final Duration START_MAX = Duration.ofSeconds(30);

    private final Path folder;
    private final Process process;
    private final int port;

    private RealClamd(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /// What every scanner finds.
    public static byte[] harmless() {
        return HARMLESS.getBytes(US_ASCII);
    }

    /// One that takes streams of so many megabytes.
    public static RealClamd start(int megabytesMax) throws Exception {
        return start(megabytesMax, freePort());
    }

    /// The same on this port.
    public static RealClamd start(int megabytesMax, int port) throws Exception {
        var program = program();
        if (program.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) fail("clamd is not installed");
            Assumptions.abort("clamd is not installed: nothing is scanned here");
        }
        var rights = PosixFilePermissions.fromString("rwxr-xr-x");
        var all = PosixFilePermissions.asFileAttribute(rights);
        var folder = Files.createTempDirectory("clamd", all);
        var data = Files.createDirectory(folder.resolve("signatures"), all);
        var known = HexFormat.of().formatHex(harmless());
        Files.writeString(data.resolve("own.ndb"), "Own.Eicar:0:*:" + known + "\n");
        var text = settings(data, port, megabytesMax);
        var settings = Files.writeString(folder.resolve("clamd.conf"), text);
        var log = folder.resolve("log").toFile();
        var process =
                new ProcessBuilder(program.get().toString(), "-c", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        var clamd = new RealClamd(folder, process, port);
        if (!clamd.answers()) {
            var said = Files.readString(log.toPath());
            clamd.close();
            fail("clamd did not start: " + said);
        }
        return clamd;
    }

    /// Where it is.
    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("127.0.0.1", port);
    }

    /// A port that nobody listens at.
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(10))) process.destroyForcibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String settings(Path data, int port, int megabytes) {
        var lines =
                """
                Foreground yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                StreamMaxLength %dM
                MaxScanSize %dM
                MaxFileSize %dM
                """
                        .formatted(port, data, megabytes, megabytes, megabytes);
        return isRoot() ? lines + "User clamav\n" : lines;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private boolean answers() throws InterruptedException {
        var until = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("zPING\0".getBytes(US_ASCII));
                var answer = new String(socket.getInputStream().readNBytes(4), US_ASCII);
                assertThat(answer).isEqualTo("PONG");
                return true;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        return false;
    }
}
