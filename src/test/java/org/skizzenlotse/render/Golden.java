// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares with a file that somebody has read and found good. With `-Dgolden.rewrite=true` the
/// file is written instead.
public final class Golden {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));

    private Golden() {}

    public static void check(String name, String text) throws IOException {
        checkFile(PROJECT.resolve("src/test/resources/golden").resolve(name), text);
    }

    public static void checkFile(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) Files.writeString(file, text);
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
