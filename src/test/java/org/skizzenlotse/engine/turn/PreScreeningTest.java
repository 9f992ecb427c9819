// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.engine.turn.PreScreening.DIALOG;
import static org.skizzenlotse.engine.turn.PreScreening.PARTS;
import static org.skizzenlotse.engine.turn.PreScreening.TABLE;
import static org.skizzenlotse.engine.turn.PreScreening.combinations;
import static org.skizzenlotse.engine.turn.PreScreening.ids;
import static org.skizzenlotse.engine.turn.PreScreening.light;
import static org.skizzenlotse.engine.turn.PreScreening.said;
import static org.skizzenlotse.engine.turn.PreScreening.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Catalogue.Weight;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;

/// The shipped pre-screening over every combination of answers. There are some 200 million of them.
/// They need not all be walked, because the light is the worst of what single rules say, and no
/// rule reads answers of two parts: the parts are the questions that rules or conditions tie
/// together (`everyRuleReadsOnePart` shows that they are apart). So a combination's light is the
/// worst of the lights of its parts, and each part is walked through completely.
/// `PreScreeningWalksTest` confirms the composition through the whole engine.
class PreScreeningTest {
    @Test
    void everyRuleReadsOnePart() {
        for (var rule : TABLE.rules()) {
            var reads = Reads.of(rule.when());
            assertThat(PARTS.stream().filter(part -> ids(part).containsAll(reads))).hasSize(1);
        }
        for (var question : DIALOG.questions())
            for (var part : PARTS)
                if (ids(part).contains(question.id()))
                    assertThat(ids(part)).containsAll(Reads.of(question.when()));
        assertThat(PARTS.stream().mapToInt(List::size).sum()).isEqualTo(DIALOG.questions().size());
    }

    @Test
    void redComesFromAnExplicitNoToAGateAndFromNothingElse() {
        var red = new ArrayList<String>();
        for (var part : PARTS)
            for (var one : combinations(part)) if (light(one) == Light.RED) red.add(said(one));
        assertThat(red)
                .containsExactlyInAnyOrder(
                        "partner=nein traeger=staat",
                        "partner=nein traeger=firma",
                        "uebertragbar=nur_wir",
                        "gemeinwohl=eigene");
    }

    @Test
    void anOpenAnswerIsNeverWorseThanANo() {
        for (var part : PARTS)
            for (var one : combinations(part))
                for (var open : one.entrySet()) {
                    if (open.getValue().value() != null) continue;
                    var worst =
                            alternatives(part, one, open.getKey()).stream()
                                    .map(PreScreening::light)
                                    .reduce(Light.GREEN, Light::worse);
                    assertThat(light(one).worse(worst)).as(said(one)).isEqualTo(worst);
                }
    }

    /// The same with every other answer to that step, and everything that this makes asked.
    private static List<Map<StepId, Answer>> alternatives(
            List<Question> part, Map<StepId, Answer> one, StepId step) {
        return combinations(part).stream()
                .filter(other ->
                        one.entrySet().stream()
                                .filter(entry -> !entry.getKey().equals(step))
                                .allMatch(entry ->
                                        !other.containsKey(entry.getKey())
                                                || word(other.get(entry.getKey()))
                                                        .equals(word(entry.getValue()))))
                .toList();
    }

    @Test
    void openAnswersAreYellowForGatesAndNeedsAndGreenForWhatIsWorkedOutTogether() {
        var yellow = new ArrayList<String>();
        for (var part : PARTS)
            for (var one : combinations(part))
                if (light(one) == Light.YELLOW
                        && one.values().stream().anyMatch(answer -> answer.value() == null))
                    yellow.add(said(one));
        assertThat(yellow)
                .containsExactlyInAnyOrder(
                        "traeger=unknown",
                        "partner=unknown traeger=staat",
                        "partner=unknown traeger=firma",
                        "uebertragbar=unknown",
                        "gemeinwohl=unknown",
                        "betreuung=unknown",
                        "offen_teilen=unknown");
    }

    @Test
    void everyExplicitNoToANeedIsYellow() {
        var yellow = new HashSet<String>();
        for (var part : PARTS)
            for (var one : combinations(part))
                if (light(one) == Light.YELLOW
                        && one.values().stream().allMatch(answer -> answer.value() != null)
                        && !said(one).contains("+")) yellow.add(said(one));
        assertThat(yellow)
                .containsExactlyInAnyOrder(
                        "partner=ja traeger=staat",
                        "partner=ja traeger=firma",
                        "partner=suchen traeger=staat",
                        "partner=suchen traeger=firma",
                        "betreuung=suchen",
                        "betreuung=nein",
                        "offen_teilen=nein",
                        "daten=besondere",
                        "daten=nein",
                        "rahmen=zu_wenig",
                        "bedenken=ohne_technik",
                        "bedenken=schaden",
                        "bedenken=danach",
                        "bedenken=barrieren");
    }

    @Test
    void noPlusAndNoMissingPlusChangesTheLight() {
        var steps = new HashSet<StepId>();
        for (var rule : TABLE.rules())
            if (weight(rule) == Weight.PLUS) steps.addAll(Reads.of(rule.when()));
        assertThat(steps).isNotEmpty();
        for (var part : PARTS)
            if (ids(part).stream().anyMatch(steps::contains))
                for (var one : combinations(part)) {
                    assertThat(ids(part)).as("asked for nothing else").hasSize(1);
                    assertThat(light(one)).as(said(one)).isEqualTo(Light.GREEN);
                }
    }

    @Test
    void everyCriterionOfTheCatalogueIsLookedAtByItsWeight() {
        for (var criterion : DIALOG.parts().catalogue().criteria()) {
            var lights =
                    TABLE.rules().stream()
                            .filter(rule -> rule.criterion().equals(criterion.id()))
                            .map(Outcomes.Rule::light)
                            .max(Comparator.naturalOrder());
            var wanted =
                    switch (criterion.weight()) {
                        case GATE -> Optional.of(Light.RED);
                        case NEED -> Optional.of(Light.YELLOW);
                        case PLUS -> Optional.of(Light.GREEN);
                        case INFO -> Optional.<Light>empty();
                    };
            assertThat(lights).as(criterion.id()).isEqualTo(wanted);
        }
    }

    @Test
    void twoMinutesAreTenChoicesAtMost() {
        assertThat(DIALOG.questions()).hasSizeLessThanOrEqualTo(10);
        assertThat(DIALOG.questions().stream().map(one -> one.type().id()))
                .containsOnly("choice", "multi");
        assertThat(DIALOG.questions()).allMatch(one -> !Open.to(one).isEmpty());
        assertThat(Scenario.of(DIALOG).progress().most()).isLessThanOrEqualTo(10);
    }

    @Test
    void firstWordsSayThatNobodyIsRefusedByAProgram() {
        Scenario.of(DIALOG)
                .hearsBack("Kein Programm lehnt euch ab")
                .hearsBack("liest ein Mensch")
                .hearsBack("kein Geld");
    }

    private static Weight weight(Outcomes.Rule rule) {
        var criterion = DIALOG.parts().catalogue().criterion(rule.criterion());
        return criterion.orElseThrow().weight();
    }
}
