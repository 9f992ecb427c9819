// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command lines of the image, without a container: in an empty folder, with nothing in the
/// environment but what the image and the page for operators put there.
@Timeout(120)
class ImageIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of(System.getProperty("skizzenlotse.jar"));

    @TempDir Path folder;

    @Test
    void itIsReadyAndItsHealthCheckSeesIt() throws Exception {
        var image = Image.read();
        var environment = new HashMap<>(image.environment());
        environment.putAll(Image.example());
        environment.put("PORT", freePort());
        put(image);
        assertThat(run(image.health(), environment).start().waitFor()).isEqualTo(1);
        var service = run(image.command(), environment).start();
        try {
            while (run(image.health(), environment).start().waitFor() != 0)
                assertThat(service.isAlive()).as(said("errors")).isTrue();
            assertThat(said("out")).contains("https://lotse.example/");
            assertThat(folder.resolve(Setting.DATA.standard())).isDirectory();
        } finally {
            service.destroy();
        }
        assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void withoutTheSettingsItNamesThemAndEnds() throws Exception {
        var image = Image.read();
        put(image);
        var service = run(image.command(), image.environment()).start();
        assertThat(service.waitFor()).isEqualTo(2);
        for (var setting : Image.example().keySet())
            assertThat(said("errors")).contains(setting + " ist nicht gesetzt.");
    }

    /// The jar lies in the working folder under the name that the image gives it.
    private void put(Image image) throws Exception {
        var copied = image.the("COPY").split(" ", -1);
        assertThat(JAR.toString()).endsWith(copied[0]);
        Files.createSymbolicLink(folder.resolve(copied[1]), JAR);
    }

    private ProcessBuilder run(List<String> command, Map<String, String> environment) {
        assertThat(command.getFirst()).isEqualTo("java");
        var words = new ArrayList<>(command);
        words.set(0, JAVA.toString());
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(file("errors")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file("out")));
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    private String said(String name) throws Exception {
        return Files.readString(folder.resolve(name));
    }

    private static String freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
