// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong in the principles and in the glossary.
class GuidanceFaultsTest {
    private static final String PRINCIPLES =
            """
            title: Prinzipien
            promises: [Ein Mensch liest alles.]
            principles:
              - id: wir
                title: Wir
                brief: In einem Satz.
                text: Ihr seid dabei.
                criteria: [actor, breadth]
                questions: [A1]
              - id: machbar
                title: Machbar
                text: Zeit gehört dazu.
                criteria: [capacity, sparing]
                questions: [A2]
            """;

    private static final String GLOSSARY =
            """
            glossary:
              Skizze: Eine kurze Beschreibung.
              API: Eine Schnittstelle.
            """;

    @TempDir Path folder;

    private static DialogText sound() {
        return DialogText.sound()
                .with("principles.yaml", PRINCIPLES)
                .with("glossary.yaml", GLOSSARY);
    }

    @Test
    void theyAreReadInTheirOrder() {
        var loaded = sound().read(folder);

        assertThat(loaded.problems()).isEmpty();
        var guidance = loaded.guidance();
        assertThat(guidance.principles().all())
                .extracting(one -> one.id() + one.criteria() + one.questions())
                .containsExactly("wir[actor, breadth][A1]", "machbar[capacity, sparing][A2]");
        assertThat(guidance.ofQuestion("A2")).map(one -> one.title()).contains("Machbar");
        assertThat(guidance.glossary().words().keySet()).containsExactly("Skizze", "API");
        assertThat(guidance.catalogue().offers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "principles.yaml|[actor, breadth]|[aktor, breadth]|aktor|'aktor' gibt es|'actor'",
                "principles.yaml|[actor, breadth]|[actor]|principles|Kriterium breadth|Ergänzt",
                "principles.yaml|[A1]|[A1, A2]|A2|schon beim Grundsatz 'wir'|heraus",
                "principles.yaml|[A1]|[A7]|A7|'A7' gibt es|A",
                "principles.yaml|questions: [A1]|examples: [x]|principles|Frage A1|Ergänzt",
                "principles.yaml|id: machbar|id: wir|wir|'wir' gibt es schon|eigene",
                "principles.yaml|[actor, breadth]|[]|wir|gehört kein Kriterium|mindestens",
                "principles.yaml|brief:|breif:|breif|'breif' kennt|'brief'",
                "principles.yaml|text: Zeit gehört dazu.|examples: [x]|id: machbar|'text'|",
                "glossary.yaml|API: Eine Schnittstelle.|API: ''|API|fehlt die Erklärung|Sätzen",
                "glossary.yaml|glossary:|glosary:|glosary|'glosary' kennt|'glossary'",
            })
    void everyFaultIsNamedAtItsPlace(
            String file, String passage, String by, String at, String message, String proposal) {
        var text = sound().replaced(file, passage, by);

        var loaded = text.read(folder);

        var lines = text.content(file).lines().toList();
        assertThat(loaded.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.isError()).isTrue();
                    assertThat(problem.file()).isEqualTo(file);
                    assertThat(problem.message()).contains(message);
                    assertThat(problem.proposal()).contains(proposal == null ? "" : proposal);
                    var line = lines.get(problem.line() - 1);
                    assertThat(line.substring(problem.column() - 1)).startsWith(at);
                });
    }

    @Test
    void theDialogsAreReadAllTheSame() {
        var loaded = sound().replaced("principles.yaml", "[A1]", "[A9]").read(folder);

        assertThat(loaded.hasErrors()).isTrue();
        assertThat(loaded.dialogs()).hasSize(1);
    }

    @Test
    void withoutThemNothingIsMissing() {
        var loaded = DialogText.sound().read(folder);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.guidance().hasPrinciples()).isFalse();
    }
}
