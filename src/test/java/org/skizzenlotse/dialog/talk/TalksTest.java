// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.talk.Coverage.Measure;
import org.skizzenlotse.engine.turn.Engine;

class TalksTest {
    private static final String FILE = "probe/talks/weg.talk.yaml";

    private static final String TALK =
            """
            talk: Ein Verein kommt bis zum Beginn
            dialog: probe
            start: {channel: web, at: "2026-11-23T10:00"}
            given:
              einwilligung: ja
              _scope: full
              traeger: verein
            turns:
              - bot: {asks: ziele, says: Was soll es bringen?}
              - user: {taps: [zeit]}
              - bot: {asks: stunden}
              - user: "100"
              - bot: {asks: stunden, error: true}
              - user: "3"
              - bot: {asks: beginn}
              - user: {command: change, step: traeger}
              - user: {tap: staat}
              - bot: {asks: _impact, impact: {park: [], ask: [partner]}}
              - user: {tap: keep}
              - switch: telegram
              - wait: P3D
              - user: {command: why}
              - bot: {asks: beginn, says: rechtzeitig}
            expect:
              asks: beginn
              open: []
              parked: []
              sketch: {/fit/actor: answered, /fit/aim: answered}
            """;

    @TempDir Path folder;

    private Talks.Result run(String talk) {
        var loaded = DialogText.sound().with(FILE, talk).read(folder);
        assertThat(loaded.problems()).isEmpty();
        var dialog = loaded.dialogs().getFirst();
        return new Talks(new Engine(PhrasesFile.load())).run(dialog.dialog(), dialog.talks());
    }

    @Test
    void aTalkThatGoesAsWrittenFindsNothing() {
        var result = run(TALK);

        assertThat(result.problems()).isEmpty();
        assertThat(result.talks()).isEqualTo(1);
        assertThat(missed(result, Measure.STEPS)).containsExactly("partner");
        assertThat(missed(result, Measure.OPTIONS))
                .containsExactly(
                        "einwilligung.no", "traeger.staat", "traeger.firma", "ziele.wissen");
        assertThat(result.coverage().share(Measure.OPEN).covered()).isZero();
        assertThat(missed(result, Measure.CONDITIONS))
                .containsExactly(
                        "staatlich:true",
                        "partner.when:true",
                        "beginn.when:false",
                        "eignung.amt.when:true",
                        "eignung.zeit.when:true",
                        "eignung.klein.when:false");
        assertThat(missed(result, Measure.RULES))
                .containsExactly("eignung.amt", "eignung.zeit", "eignung.klein");
        assertThat(missed(result, Measure.CHECKS)).containsExactly("stunden.should.0");
    }

    private static List<String> missed(Talks.Result result, Measure measure) {
        return result.coverage().share(measure).missed().stream().map(Coverage.Point::id).toList();
    }

    private void goesAstray(String passage, String by, String place, String message) {
        assertThat(TALK).contains(passage);
        var problems = run(TALK.replace(passage, by)).problems();

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo(FILE);
                    assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
                    assertThat(problem.message()).contains(message);
                });
    }

    @Test
    void anotherQuestionIsNamedWhereItWasExpected() {
        goesAstray("asks: ziele", "asks: partner", "9:17", "Gefragt wird 'ziele'");
    }

    @Test
    void wordsThatAreNotSaidAreNamed() {
        goesAstray("bringen?", "kosten?", "9:30", "nicht gesagt");
    }

    @Test
    void anAnswerThatWasTakenThoughAnErrorWasExpectedIsNamed() {
        goesAstray("\"100\"", "\"10\"", "13:17", "Gefragt wird 'beginn'");
    }

    @Test
    void anotherImpactIsNamed() {
        goesAstray("ask: [partner]", "ask: [beginn]", "18:45", "andere Schritte");
    }

    @Test
    void aGivenAnswerThatIsNotAskedIsNamed() {
        goesAstray("traeger: verein", "partner: wir", "7:3", "wird hier nicht gefragt");
    }

    @Test
    void aGivenAnswerThatCannotBeTakenIsNamed() {
        goesAstray("traeger: verein", "traeger: vereim", "7:12", "nicht angenommen");
    }

    @Test
    void theEndIsCompared() {
        goesAstray("/fit/aim: answered", "/fit/aim: open", "28:44", "answered");
        goesAstray("/fit/aim: answered", "/fit/aims: open", "28:34", "hat die Skizze nicht");
        goesAstray("open: []", "open: [ziele]", "26:3", "andere Schritte");
    }

    private String updated(String talk) {
        var loaded = DialogText.sound().read(folder);
        return new Talks(new Engine(PhrasesFile.load()))
                .updated(loaded.dialogs().getFirst().dialog(), FILE, talk)
                .orElseThrow();
    }

    @Test
    void whatDoesNotHoldIsRewrittenAndAllElseStaysAsItWasWritten() {
        var comment = "  # Hier geht es los 😀\n  - bot: {asks: ziele";
        var talk = TALK.replace("  - bot: {asks: ziele", comment);
        var wrong =
                talk.replace(
                                "asks: ziele, says: Was soll es bringen?",
                                "asks: partner, says: Was soll es kosten?")
                        .replace("ask: [partner]", "ask: [beginn, ziele]")
                        .replace("  asks: beginn\n  open: []", "  asks:   ziele\n  open: [stunden]")
                        .replace("asks: stunden, error: true", "asks: stunden, error: false")
                        .replace("/fit/aim: answered", "/fit/aim: open");

        assertThat(updated(wrong))
                .isEqualTo(
                        talk.replace("ask: [partner]", "ask: [partner]")
                                .replace(
                                        "  asks: beginn\n  open: []",
                                        "  asks:   beginn\n  open: []"));
        assertThat(updated(talk)).isEqualTo(talk);
        assertThat(run(updated(wrong)).problems()).isEmpty();
    }

    @Test
    void aListThatIsWrittenInLinesIsReplacedAsAWhole() {
        var talk = TALK.replace("  open: []\n", "  open:\n    - ziele\n    - stunden\n");

        assertThat(updated(talk)).contains("  open:\n    []\n  parked: []\n");
    }

    @Test
    void timePassesAndTheChannelChangesInTheMiddle() {
        var talk =
                """
                talk: Am Handy angefangen, nach der Erinnerung im Netz weiter
                dialog: probe
                start: {channel: telegram, at: "2026-11-23T10:00"}
                given: {einwilligung: ja, _scope: full}
                turns:
                  - bot: {asks: traeger}
                  - wait: P2D
                  - user: {command: reminders}
                  - wait: P3D
                  - bot: {asks: traeger, says: "Was ihr hier begonnen habt"}
                  - switch: web
                  - user: {tap: verein}
                  - bot: {asks: ziele}
                  - wait: P60D
                  - bot: {asks: _closed}
                expect: {asks: _closed}
                """;

        assertThat(run(talk).problems()).isEmpty();
        assertThat(run(talk.replace("wait: P3D", "wait: P2D")).problems())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("nicht gesagt"));
    }

    @Test
    void factsOfEveryKindAreGivenByATalk() {
        var talk =
                """
                talk: Mit eigenen Vorgaben
                dialog: probe
                start: {facts: {frist: "2027-03-01", plaetze: 7}}
                turns: [{bot: {asks: einwilligung}}]
                """;

        assertThat(run(talk).problems()).isEmpty();
        assertThat(run(talk.replace("plaetze: 7", "plaetze: viele")).problems())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("kein Wert vom type: number"));
        assertThat(run(talk.replace("plaetze: 7", "sitze: 7")).problems())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("'sitze' ist hier keine"));
    }
}
