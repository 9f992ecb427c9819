// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;

/// Files are attached where they are asked for, and at any other time.
class AttachedFilesTest {
    private static final String STEPS =
            """
            - ask: gibt_es
              type: choice
              text: Gibt es etwas?
              options: [{id: ja, text: Ja}, {id: nein, text: Nein}]
            - ask: papiere
              type: file
              when: {gibt_es: ja}
              text: Was habt ihr?
              accept: [pdf, .JPEG]
              max_size: 2 MB
              max_files: 2
            - ask: problem
              type: long_text
              text: Problem?
            """;

    private static Scenario asked() {
        return Scenario.of(STEPS).taps("ja").asks("papiere");
    }

    private static Scenario atProblem() {
        return attached(asked(), file("a")).asks("problem");
    }

    private static Scenario submitted() {
        return atProblem().says("Zu wenig").taps("submit").asks("_submitted");
    }

    private static Value.File file(String id) {
        return new Value.File(id, id + ".pdf", 2_048, "application/pdf", "", "");
    }

    private static Scenario attached(Scenario scenario, Value.File... files) {
        return scenario.hears(new Input.Attached(new StepId("papiere"), List.of(files)));
    }

    @Test
    void theLimitsAreSaidBeforeAnythingIsChosen() {
        var expects = asked().expects();
        assertThat(expects.text()).contains("Höchstens 2 Dateien, je bis 2 MB: PDF, JPG");
        var taken = new Expects.Uploads(List.of("pdf", "jpg"), 2 * 1_024 * 1_024, 2);
        assertThat(expects.hints().uploads()).isEqualTo(taken);
        assertThat(atProblem().expects().hints().uploads()).isNull();
    }

    @Test
    void withoutKindsOfItsOwnAQuestionTakesAllThatThereAre() {
        var scenario = Scenario.of("- ask: a\n  type: file\n  text: A?\n  max_files: 1");
        assertThat(scenario.expects().text()).contains("Höchstens eine Datei, bis 96 MB: PDF");
    }

    @Test
    void filesAreTheAnswerWhereTheyAreAskedFor() {
        atProblem().isFine().has("papiere", "a.pdf (2 KB)");
    }

    @Test
    void aListWithFilesOfTwoIsByBoth() {
        var scenario = atProblem().commands(Command.INVITE).says("Ben").says("Aische");
        scenario.as(2).hears(new Input.Joined(2, "Ayşe"));
        attached(scenario, file("a"), file("b")).commands(Command.OVERVIEW);
        assertThat(scenario.answer("papiere").provenance().by()).isEqualTo("applicant,person_2");
        attached(scenario, file("b"), file("c"));
        assertThat(scenario.answer("papiere").provenance().by()).isEqualTo("applicant,person_2");
        attached(scenario, file("d"));
        assertThat(scenario.answer("papiere").provenance().by()).isEqualTo("person_2");
    }

    @Test
    void atAnyOtherTimeTheyChangeTheAnswerQuietly() {
        attached(atProblem(), file("a"), file("b"))
                .isFine()
                .hearsBack("Angehängt bei „Kurz papiere“: a\\.pdf \\(2 KB\\); b\\.pdf")
                .asks("problem")
                .has("papiere", "a.pdf (2 KB); b.pdf (2 KB)");
        attached(atProblem().commands(Command.PAUSE), file("b")).asks("_paused").isFine();
    }

    @Test
    void theLastOneCanBeTakenAway() {
        attached(atProblem()).hearsBack("keine Datei mehr").hasNo("papiere").asks("papiere");
        attached(atProblem().commands(Command.FILES)).hasNo("papiere").isFine().asks("papiere");
        attached(asked()).isRefused().hearsBack("mindestens eine Datei");
    }

    @Test
    void tooManyGoneAndTooBigAreRefusedKindly() {
        var many = IntStream.range(0, 3).mapToObj(i -> file("f" + i)).toArray(Value.File[]::new);
        var big = new Value.File("b", "b.pdf", 3_000_000, "application/pdf", "", "");
        var gone = Value.File.named("g", "", "");
        for (var scenario : List.of(asked(), atProblem(), submitted())) {
            var place = scenario.expects().step().value();
            var before = scenario.state().answers();
            attached(scenario, many).isRefused().hearsBack("höchstens 2").asks(place);
            attached(scenario, big).isRefused().hearsBack("zu groß: höchstens 2 MB").asks(place);
            attached(scenario, gone).isRefused().hearsBack("nicht mehr da").asks(place);
            assertThat(scenario.state().answers()).isEqualTo(before);
        }
    }

    @Test
    void aDescriptionFitsAndAFileBelongsToAQuestionThatThereIs() {
        var tooLong = "x".repeat(5_000);
        attached(
                        asked(),
                        new Value.File("a", "a.pdf", 1, "application/pdf", tooLong, "nirgends"),
                        new Value.File("b", "b.pdf", 1, "application/pdf", "", "problem"),
                        new Value.File("b", "b.pdf", 1, "application/pdf", "zweimal", ""))
                .isFine();
        var scenario = asked();
        attached(scenario, new Value.File("b", "b.pdf", 1, "application/pdf", "Plan", "problem"));
        scenario.commands(Command.OVERVIEW).hearsBack("zu „Kurz problem“: Plan");
    }

    @Test
    void beforeConsentNothingIsKept() {
        var dialog = Scenario.inline("personal: true", Scenario.CONSENT + STEPS);
        var scenario = Scenario.of(dialog);
        attached(scenario, file("geheim")).asks("ja_nein").hearsNothingOf("geheim");
        assertThat(scenario.state().answers()).isEmpty();
        assertThat(scenario.history().toString() + scenario.last()).doesNotContain("geheim");
        scenario.commands(Command.FILES).hearsBack("zuerst euer Ja").asks("ja_nein");
        scenario.doesNotOffer(Command.FILES).says("ja").offers(Command.FILES);
    }

    @Test
    void afterSubmittingTheyBeginTheNextRevision() {
        var scenario = attached(submitted(), file("a"), file("b")).asks("_review");
        assertThat(scenario.state().lifecycle()).isInstanceOf(Lifecycle.Reopened.class);
        scenario.taps("submit");
        assertThat(scenario.last().effects()).contains(new Effect.Submit("PR-1", 2));
        var same = attached(submitted(), file("a")).asks("_submitted");
        assertThat(same.state().lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
    }

    @Test
    void theCommandLeadsToTheFilesAndBack() {
        for (var words : Stream.of("dateien", "/dateien", "datei anhängen", "/files").toList()) {
            var scenario = atProblem().says("/pause").says(words).asks("papiere");
            scenario.hearsBack("Bisher steht da: a\\.pdf");
            attached(scenario, file("c")).hearsBack("Angehängt").asks("problem");
            scenario.has("papiere", "c.pdf (2 KB)");
        }
        atProblem().commands(Command.FILES).commands(Command.CONTINUE).asks("problem");
        var submitted = submitted().commands(Command.FILES, "papiere").asks("papiere");
        assertThat(submitted.state().lifecycle()).isInstanceOf(Lifecycle.Submitted.class);
        attached(submitted, file("a"), file("c")).asks("_review");
    }

    @Test
    void whereAnAnswerDecidesAboutFilesItIsAskedFirst() {
        var scenario = Scenario.of(STEPS).taps("nein").asks("problem");
        scenario.commands(Command.FILES).hearsBack("hängt von dieser Frage ab").asks("gibt_es");
        scenario.taps("ja").taps("take").asks("papiere");
        Scenario.of(STEPS).commands(Command.FILES).asks("gibt_es").taps("nein").asks("problem");
        attached(Scenario.of(STEPS).taps("nein"), file("a")).isRefused().hasNo("papiere");
    }

    @Test
    void aQuestionForFilesCanBeAnsweredBeforeItsTurn() {
        var steps =
                "- ask: problem\n  type: text\n  text: P?\n"
                        + "- ask: papiere\n  type: file\n  text: D?";
        var scenario = Scenario.of(steps).commands(Command.FILES).asks("papiere");
        scenario.commands(Command.BACK).asks("problem").commands(Command.FILES);
        attached(scenario, file("a")).asks("problem").says("Zu wenig").asks("_review");
    }

    @Test
    void aDialogWithoutFilesSaysSo() {
        Dialogs.atChoice()
                .doesNotOffer(Command.FILES)
                .commands(Command.FILES)
                .hearsBack("brauchen wir keine Dateien")
                .asks("traeger")
                .commands(Command.MORE)
                .hearsNothingOf("dateien");
        asked().commands(Command.MORE).hearsBack("- **dateien**");
    }

    @Test
    void wordsAreNoFile() {
        asked().says("anbei").isRefused().hearsBack("Datei").asks("papiere");
    }
}
