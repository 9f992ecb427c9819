// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;

class DialogFolderTest {
    @TempDir Path folder;

    @Test
    void aSoundDialogIsReadWithoutFindings() {
        var loaded = DialogText.sound().read(folder);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.dialogs()).hasSize(1);
        var dialog = loaded.dialogs().getFirst().dialog();
        assertThat(dialog.placed()).hasSize(7);
        assertThat(dialog.head().referencePrefix()).isEqualTo("PR");
        assertThat(dialog.frame("de").done()).isEqualTo("Danke, bis {frist}.");
        var firma = dialog.question(new StepId("traeger")).orElseThrow().type().options().get(2);
        assertThat(firma).isEqualTo(new AnswerType.Option("firma", AnswerType.Note.OPTIONAL));
        assertThat(dialog.parts().sketch().sections().getFirst().from())
                .containsExactly(new StepId("traeger"), new StepId("partner"));
    }

    @Test
    void theCanonicalFormRebuildsTheSameDialog() {
        var loaded = DialogText.sound().read(folder).dialogs().getFirst();

        var rebuilt = DialogFolder.fromCanonical(loaded.canonicalJson());

        assertThat(rebuilt.hash()).isEqualTo(loaded.dialog().hash()).hasSize(32);
        assertThat(rebuilt).usingRecursiveComparison(likeData()).isEqualTo(loaded.dialog());
    }

    @Test
    void commentsAndTheOrderOfKeysDoNotChangeTheHash(@TempDir Path other) {
        var plain = DialogText.sound().dialog(folder);
        var commented =
                DialogText.sound()
                        .replaced(
                                "probe/dialog.yaml",
                                "title: Probe\nlanguage: de\n",
                                "# ein Wort dazu\nlanguage: de\ntitle:   \"Probe\"\n")
                        .dialog(other);

        assertThat(commented.hash()).isEqualTo(plain.hash());
    }

    @Test
    void anotherWordChangesTheHashOfTheDialogAndOfThatWordingOnly(@TempDir Path other) {
        var plain = DialogText.sound().dialog(folder);
        var reworded =
                DialogText.sound()
                        .replaced("probe/groups/idee.yaml", "Wer seid ihr?", "Wer bringt es ein?")
                        .dialog(other);

        assertThat(reworded.hash()).isNotEqualTo(plain.hash());
        assertThat(wording(reworded, "traeger")).isNotEqualTo(wording(plain, "traeger"));
        assertThat(wording(reworded, "ziele")).isEqualTo(wording(plain, "ziele"));
    }

    @Test
    void aProvenDialogIsCompiledTheSameWithoutItsChecks() {
        var full = DialogText.sound().read(folder).dialogs().getFirst();

        var proven =
                DialogFolder.read(folder, Set.of(full.dialog().hash()), Versions.NONE)
                        .dialogs()
                        .getFirst();

        assertThat(proven.canonicalJson()).isEqualTo(full.canonicalJson());
        assertThat(proven.dialog()).usingRecursiveComparison(likeData()).isEqualTo(full.dialog());
    }

    private static String wording(Dialog dialog, String step) {
        return dialog.question(new StepId(step)).orElseThrow().wording().hash();
    }

    private static RecursiveComparisonConfiguration likeData() {
        return RecursiveComparisonConfiguration.builder()
                .withEqualsForType((a, b) -> a.pattern().equals(b.pattern()), Pattern.class)
                .build();
    }
}
