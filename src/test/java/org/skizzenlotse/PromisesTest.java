// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Each promise of `docs/datenschutz.md` names a test, and that test is there.
class PromisesTest {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final int FEWEST = 15;

    @Test
    void everyPromiseNamesATestThatIsThere() throws IOException {
        var page = Files.readString(PROJECT.resolve("docs/datenschutz.md"));
        var named = NAMED.matcher(page).results().toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(FEWEST);
        for (var one : named) {
            assertThat(source(one.group(1))).as(one.group()).contains("void " + one.group(2) + "(");
        }
    }

    private static String source(String name) throws IOException {
        try (var files = Files.walk(PROJECT.resolve("src/test/java"))) {
            var found = files.filter(file -> file.endsWith(name + ".java")).findAny();
            return found.isEmpty() ? "" : Files.readString(found.get());
        }
    }
}
