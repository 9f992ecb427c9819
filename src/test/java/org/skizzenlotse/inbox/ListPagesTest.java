// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.staff.Role;

class ListPagesTest {
    @TempDir Path folder;
    @AutoClose Desked desked;

    @BeforeEach
    void open() throws Exception {
        desked = new Desked(folder);
        desked.signIn("kim", "Kim", Role.ADVISER);
    }

    @Test
    void anEmptyListIsKind() throws Exception {
        assertThat(desked.page("/staff")).contains("Hier ist es noch ruhig.");
    }

    @Test
    void whatWasHandedInStandsThereWithItsTitleAndItsLightInWords() throws Exception {
        var reference = desked.handIn(Map.of("licht", "yellow", "titel", "Tafel <b>Vorschau</b>"));
        assertThat(desked.page("/staff"))
                .contains("Tafel &lt;b>Vorschau&lt;/b>")
                .contains("/staff/skizzen/" + reference)
                .contains("gemeinsam anschauen")
                .contains("angekommen")
                .contains("1 Skizze");
    }

    @Test
    void aSearchFindsWordsOfTheAnswersAndKeepsThemInItsField() throws Exception {
        desked.handIn(Map.of());
        desked.handIn(Map.of("titel", "Schimmelkarte"));
        assertThat(desked.page("/staff?suche=schimmelkarte"))
                .contains("Schimmelkarte")
                .doesNotContain("Tafel-Vorschau")
                .contains("1 Skizze gefunden");
        assertThat(desked.page("/staff?suche=gibtesnicht")).contains("Dazu gibt es gerade nichts.");
    }
}
