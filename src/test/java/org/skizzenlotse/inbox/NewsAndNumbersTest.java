// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.staff.Role;

class NewsAndNumbersTest {
    @TempDir Path folder;
    @AutoClose Desked desked;

    @BeforeEach
    void open() throws Exception {
        desked = new Desked(folder);
        desked.signIn("kim", "Kim", Role.READER);
    }

    @Test
    @Timeout(40)
    void anOpenPageIsToldOfSomethingNewAndOfTheEndOfItsSession() throws Exception {
        try (var lines =
                new BufferedReader(new InputStreamReader(desked.stream("/staff/neues"), UTF_8))) {
            await(lines, ": still here");
            desked.handIn(Map.of());
            await(lines, "event: news");
            desked.database.write(
                    Job.of(handle -> handle.createUpdate("delete from staff_session").execute()));
            await(lines, "event: end");
        }
    }

    @Test
    void smallNumbersAreHidden() throws Exception {
        for (int i = 0; i < 2; i++) desked.handIn(Map.of());
        assertThat(desked.page("/staff/statistik"))
                .contains("weniger als 5")
                .contains("Eure Projektskizze")
                .doesNotContain("<td>2</td>");
    }

    private static void await(BufferedReader lines, String wanted) throws Exception {
        for (var line = lines.readLine(); line != null; line = lines.readLine())
            if (line.equals(wanted)) return;
        throw new AssertionError("the stream ended before " + wanted);
    }
}
