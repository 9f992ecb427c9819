// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.file.DialogText;

class CompatibilityTest {
    private static final String HEAD = "probe/dialog.yaml";
    private static final String START = "probe/groups/start.yaml";
    private static final String IDEA = "probe/groups/idee.yaml";

    @TempDir Path folder;
    private int read;

    @Test
    void otherWordsAnOptionAnOptionalStepAndARelaxedCheckExplainThemselves() throws Exception {
        assertThat(explains(one -> one)).isTrue();
        assertThat(replaced(IDEA, "Was soll es bringen?", "Wozu das alles?")).isTrue();
        assertThat(replaced(HEAD, "Das ist eure Skizze.", "So sieht sie aus.")).isTrue();
        assertThat(replaced(HEAD, "remind: [P3D]", "remind: [P5D]")).isTrue();
        assertThat(
                        replaced(
                                IDEA,
                                "- {id: staat, text: Eine Behörde}",
                                "- {id: staat, text: Amt}\n      - {id: person, text: Wir selbst}"))
                .isTrue();
        assertThat(replaced(IDEA, "max: 60", "max: 80")).isTrue();
        assertThat(replaced(IDEA, "open: [unknown, later]", "open: [unknown, later, refused]"))
                .isTrue();
        assertThat(
                        replaced(
                                IDEA,
                                "    check:\n      - {should: \"value >= 2\", say: \"Das ist knapp."
                                        + " Stimmt das?\"}\n",
                                ""))
                .isTrue();
        assertThat(replaced(IDEA, "  - ask: beginn", optional() + "  - ask: beginn")).isTrue();
        assertThat(replaced(HEAD, "means: Eine staatliche", "means: Irgendeine staatliche"))
                .isTrue();
    }

    @Test
    void whatMayMakeAnAnswerInvalidOrChangeItsMeaningDoesNot() throws Exception {
        assertThat(replaced(IDEA, "      - {id: staat, text: Eine Behörde}\n", "", HEAD)).isFalse();
        assertThat(replaced(IDEA, "max: 60", "max: 40")).isFalse();
        assertThat(replaced(IDEA, "min: 0", "min: 1")).isFalse();
        assertThat(replaced(IDEA, "open: [unknown, later]", "open: [unknown]")).isFalse();
        assertThat(replaced(IDEA, "value >= 2", "value >= 3")).isFalse();
        assertThat(replaced(IDEA, "when: monat >= 8 &&", "when: monat >= 9 &&")).isFalse();
        assertThat(replaced(HEAD, "stunden * 4", "stunden * 5")).isFalse();
        assertThat(replaced(IDEA, "unit: Stunden", "unit: Tage")).isFalse();
        assertThat(
                        replaced(
                                IDEA,
                                "    catalogue: A2\n    type: multi",
                                "    needed: submit\n" + "    catalogue: A2\n    type: multi"))
                .isFalse();
        assertThat(
                        replaced(
                                IDEA,
                                "  - ask: beginn",
                                optional().replace("type: text", "type: text\n    needed: submit")
                                        + "  - ask: beginn"))
                .isFalse();
    }

    @Test
    void otherWordsOfAConsentAreAnotherConsent() throws Exception {
        assertThat(replaced(START, "Dürfen wir eure Antworten speichern?", "Ist das recht?"))
                .isFalse();
    }

    private static String optional() {
        return """
          - ask: ort
            detail_of: ziele
            type: text
            text: Wo ist das?
            short: Ort
            why: Damit wir euch finden.
            privacy: {personal: false, purpose: skizze, keep: P1Y}
        """;
    }

    private boolean replaced(String file, String passage, String by) throws Exception {
        return explains(text -> text.replaced(file, passage, by));
    }

    /// The same, with the condition that names the option that goes.
    private boolean replaced(String file, String passage, String by, String head) throws Exception {
        return explains(text ->
                text.replaced(file, passage, by)
                        .replaced(head, "traeger: [staat, firma]", "traeger: [firma]"));
    }

    private boolean explains(UnaryOperator<DialogText> change) throws Exception {
        return Compatibility.explainsItself(
                dialog(DialogText.sound()), dialog(change.apply(DialogText.sound())));
    }

    private Dialog dialog(DialogText text) throws Exception {
        return text.dialog(Files.createDirectory(folder.resolve("d" + read++)));
    }
}
