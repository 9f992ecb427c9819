// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.file.DialogText;

class OverlapsTest {
    @TempDir Path folder;

    @Test
    void rulesOfDifferentLightsThatHoldTogetherAreToldWithWhoGetsThem() {
        var dialog = DialogText.sound().dialog(folder);

        var overlaps = Overlaps.of(dialog, dialog.parts().outcomes().getFirst());

        assertThat(overlaps)
                .extracting(one -> one.worse().id() + "+" + one.better().id())
                .containsExactly("amt+zeit", "amt+klein");
        assertThat(overlaps.getFirst().toText())
                .contains("bei 'Stunden' 0 angibt")
                .endsWith("bekommt 'amt' (Rot) und 'zeit' (Gelb): Es zählt Rot.");
    }
}
