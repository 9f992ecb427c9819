// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Problem;

/// What a variant leaves out or says too much, in words that belong to no step.
class VariantFaultsTest {
    private static final String FILE = "probe/texts/en.yaml";
    private static final String WORDS =
            """
            variant: en
            title: Sample
            review: {text: This is your sketch.}
            submit: {text: Send it?, done: "Thanks, until {frist}."}
            scope: {short: Short, full: Long}
            conditions: {staatlich: A public body brings it in}
            groups: {start: {title: Before we start}, idee: {title: Idea, intro: Let’s go.}}
            outcomes:
              rules: {amt: Not alone., zeit: Scarce., klein: Small.}
              lights: {green: Fits., yellow: Perhaps., red: Rather not.}
            """;
    private static final String CATALOGUE =
            """
            variant: en
            criteria: {actor: Civil society, capacity: Time, sparing: Sparing, breadth: Mix}
            offers: {sprechstunde: {title: Consultation, text: A talk.}}
            """;

    @TempDir Path folder;

    private List<Problem> problems(String words, String catalogue) {
        return DialogText.sound()
                .with(FILE, words)
                .with("catalogue.en.yaml", catalogue)
                .read(folder)
                .problems();
    }

    private static void says(List<Problem> problems, boolean error, String... words) {
        assertThat(problems)
                .filteredOn(one -> one.isError() == error)
                .as(problems.toString())
                .anySatisfy(one ->
                        assertThat(one.message() + one.proposal() + one.excerpt()).contains(words));
    }

    @Test
    void whatIsThereIsRead() {
        var dialog =
                DialogText.sound()
                        .with(FILE, WORDS)
                        .with("catalogue.en.yaml", CATALOGUE)
                        .dialog(folder);
        var english = dialog.translation("en");
        var outcomes = dialog.parts().outcomes().getFirst();
        var offer = dialog.parts().catalogue().offers().getFirst();
        assertThat(english.say(outcomes.rules().getFirst())).isEqualTo("Not alone.");
        assertThat(
                        english.text(
                                Light.RED,
                                Objects.requireNonNull(outcomes.lights().get(Light.RED))))
                .isEqualTo("Rather not.");
        assertThat(english.offer(offer).title()).isEqualTo("Consultation");
        assertThat(dialog.translation("de").offer(offer)).isEqualTo(offer);
        assertThat(dialog.frame("en").done()).isEqualTo("Thanks, until {frist}.");
    }

    @Test
    void whatIsLeftOutIsSaidAndDoesNoHarm(@TempDir Path other) {
        says(problems(WORDS.replace("title: Sample\n", ""), CATALOGUE), false, "fehlt: title.");
        says(
                problems(WORDS.replace(", done: \"Thanks, until {frist}.\"", ""), CATALOGUE),
                false,
                "done");
        says(problems(WORDS.replace(", intro: Let’s go.", ""), CATALOGUE), false, "intro");
        says(problems(WORDS.replace(", klein: Small.", ""), CATALOGUE), false, "klein");
        says(problems(WORDS.replace(", red: Rather not.", ""), CATALOGUE), false, "red");
        says(problems(WORDS, CATALOGUE.replace("actor: Civil society, ", "")), false, "actor");
        says(
                DialogText.sound().with(FILE, WORDS).read(other).problems(),
                false,
                "keine catalogue.en.yaml");
    }

    @Test
    void whatThereIsNotCannotBeTranslated() {
        says(problems(WORDS.replace("klein:", "kline:"), CATALOGUE), true, "'kline'", "'klein'");
        says(problems(WORDS.replace("staatlich:", "statlich:"), CATALOGUE), true, "'statlich'");
        says(problems(WORDS, CATALOGUE.replace("actor:", "aktor:")), true, "'aktor'", "'actor'");
        says(problems(WORDS, CATALOGUE.replace("sprechstunde:", "talk:")), true, "'talk'");
    }

    @Test
    void placeholdersAreTheSame() {
        says(problems(WORDS.replace("{frist}", "{plaetze}"), CATALOGUE), true, "{frist}");
    }

    @Test
    void openAnswersAndChecksAreTranslatedToo() {
        var words = WORDS + "steps: {traeger: {text: Who are you?}}\n";
        says(problems(words, CATALOGUE), false, "open_text.unknown");
    }

    @Test
    void unitsAndPartsOfTheSketchAreTranslatedToo(@TempDir Path other) {
        says(problems(WORDS + "steps: {stunden: {text: How long?}}\n", CATALOGUE), false, "unit");
        says(problems(WORDS, CATALOGUE), false, "fehlt unter /sections: wer, ziele");
        var words = WORDS + "sections: {wer: Who, zile: Aims}\n";
        says(problems(words, CATALOGUE), true, "'zile'", "'ziele'");
        var dialog =
                DialogText.sound()
                        .with(FILE, WORDS + "sections: {wer: Who, ziele: Aims}\n")
                        .with("catalogue.en.yaml", CATALOGUE)
                        .dialog(other);
        var section = dialog.parts().sketch().sections().getFirst();
        assertThat(dialog.translation("en").title(section)).isEqualTo("Who");
        assertThat(dialog.translation("de").title(section)).isEqualTo("Wer");
    }

    @Test
    void placeholdersOfEveryTextAreTheSame() {
        var steps = "steps: {traeger: {options: {verein: {text: \"A club of {frist}\"}}}}\n";
        says(problems(WORDS + steps, CATALOGUE), true, "andere Platzhalter", "Dort gibt es keine");
        steps = "steps: {traeger: {open_text: {unknown: \"Until {frist}\"}}}\n";
        says(problems(WORDS + steps, CATALOGUE), true, "andere Platzhalter");
        steps = "steps: {stunden: {check: [\"Short until {frist}\"]}}\n";
        says(problems(WORDS + steps, CATALOGUE), true, "andere Platzhalter");
    }

    @Test
    void wordsThatTheGlossaryExplainsAreExplainedInEveryVariant(@TempDir Path other) {
        var text =
                DialogText.sound()
                        .with(FILE, WORDS)
                        .with("catalogue.en.yaml", CATALOGUE)
                        .with(
                                "glossary.yaml",
                                "glossary: {Karte: Ein Bild., Liste: Viele Zeilen.}\n");
        says(text.read(other).problems(), false, "keine glossary.en.yaml");
        text.with(
                "glossary.en.yaml",
                "variant: en\nglossary: {Karte: {word: Map, text: A picture.}}\n");
        says(text.read(other).problems(), false, "fehlt unter /glossary: Liste");
        text.with(
                "glossary.en.yaml",
                "variant: en\nglossary: {Kart: {word: Map, text: A picture.}}\n");
        says(text.read(other).problems(), true, "'Kart' gibt es", "'Karte'");
    }

    @Test
    void whatIsBorrowedIsKnown(@TempDir Path other) {
        var steps = "steps: {hallo: {text: Welcome.}, traeger: {text: Who are you?}}\n";
        var dialog =
                DialogText.sound()
                        .with(FILE, WORDS + steps)
                        .with("catalogue.en.yaml", CATALOGUE)
                        .dialog(other);
        assertThat(dialog.placed().getFirst().step().wording("en").marks().borrowed()).isFalse();
        assertThat(dialog.placed().get(2).step().wording("en").marks().borrowed()).isTrue();
        assertThat(dialog.placed().get(2).step().wording().marks().borrowed()).isFalse();
    }
}
