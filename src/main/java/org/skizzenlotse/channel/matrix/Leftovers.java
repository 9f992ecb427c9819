// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// Copies of vodozemac's library in the temporary folder: each run makes some, and one that is
/// killed leaves them there.
final class Leftovers {
    private static final Pattern NAME = Pattern.compile("libvodozemac[0-9]+\\.(so|dylib)");

    /// A copy is loaded at once after it is made; by then it is needed no more, also where another
    /// process still runs with it.
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private Leftovers() {}

    static void delete() {
        var before = Instant.now().minus(YOUNG);
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var copies = Files.newDirectoryStream(folder, "libvodozemac*")) {
            for (var copy : copies) {
                if (NAME.matcher(copy.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(copy).toInstant().isBefore(before)) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException kept) {
            // another user's; it takes only room
        }
    }
}
