// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.talk.Coverage.Point;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.turn.Scenario;

class ExplorerTest {
    private static final Engine ENGINE = new Engine(PhrasesFile.load());

    /// A question of every type, under conditions that go well together and that do not.
    private static final Dialog MANY =
            Scenario.inline(
                    """
                    personal: true
                    facts: {stufe: {type: number, label: Stufe}, ort: {type: text, label: Ort}}
                    conditions:
                      viele: {means: Es sind viele, is: "anzahl > 10"}
                    """,
                    Scenario.CONSENT
                            + """
                            - ask: anzahl
                              type: number
                              text: Wie viele?
                              min: 0
                              max: 50
                              check:
                                - {must: "value != 13", say: Dreizehn nicht.}
                                - {should: "value < 40", say: So viele?}
                            - ask: summe
                              type: money
                              text: Wie viel?
                              when: {viele: true}
                            - ask: dinge
                              type: multi
                              text: Was?
                              min: 1
                              options:
                                - {id: a, text: Erstes}
                                - {id: b, text: Zweites, note: required}
                                - {id: nichts, text: Nichts}
                              check:
                                - must: "!('nichts' in value && 'a' in value)"
                                  say: Nicht beides.
                            - ask: tag
                              type: date
                              text: Wann?
                              when: "stufe > 40"
                            - ask: dauer
                              type: period
                              text: Wie lange?
                            - ask: tabelle
                              type: table
                              text: Welche?
                              columns: [{id: name, text: Name}]
                            - ask: danach
                              type: text
                              text: Und dann?
                              when: "rows(tabelle) > 2"
                            - ask: papiere
                              type: file
                              text: Habt ihr Papiere?
                            - ask: seite
                              type: url
                              text: Welche Seite?
                              when: "ort == 'netz' && files(papiere) > 1"
                            - ask: sicher
                              type: confirm
                              text: Sicher?
                            """);

    @Test
    void everyTypeIsAnswered() {
        var explored = Explorer.explore(ENGINE, MANY);

        assertThat(explored.unreachable()).isEmpty();
        assertThat(explored.byHand()).isEmpty();
        assertThat(explored.coverage().missed()).isEmpty();
        assertThat(explored.talks()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void whatNothingLeadsToIsSaid() {
        var explored = Explorer.explore(ENGINE, withAStepForNobody());

        assertThat(explored.unreachable())
                .extracting(Point::id)
                .containsExactlyInAnyOrder("nie", "nie.yes", "nie.no", "nie.when:true");
        assertThat(explored.coverage().missed())
                .containsExactlyInAnyOrderElementsOf(explored.unreachable());
    }

    /// What is checked before a dialog is published would not let it pass.
    private static Dialog withAStepForNobody() {
        var group = MANY.groups().getFirst();
        var steps = new ArrayList<>(group.steps());
        var last = MANY.questions().getLast();
        var sure = new Condition.Holds(new Term.AnswerOf(last.id()));
        var both = new Condition.And(List.of(sure, new Condition.Not(sure)));
        steps.add(
                new Step.Question(
                        new StepId("nie"),
                        last.type(),
                        both,
                        last.rules(),
                        last.origin(),
                        last.wording(),
                        last.variants()));
        var longer = new Dialog.Group(group.id(), group.words(), steps);
        return new Dialog(MANY.head(), List.of(longer), MANY.parts());
    }

    @Test
    void theSameDialogGivesTheSameTalks() {
        assertThat(TalkFiles.of(Explorer.explore(ENGINE, MANY)))
                .isEqualTo(TalkFiles.of(Explorer.explore(ENGINE, MANY)));
    }

    @Test
    void aTalkReadsLikeOneThatWasWrittenByHand(@TempDir Path folder) {
        var dialog = DialogText.sound().dialog(folder);

        var talks = TalkFiles.of(Explorer.explore(ENGINE, dialog));

        assertThat(talks.get("erkundet_01.talk.yaml"))
                .contains("# Erkundet, nicht von Hand geschrieben.", "explore probe --write")
                .contains("given:\n  einwilligung: \"ja\"\n  _scope: full\n  traeger: ")
                .contains("  - bot: {asks: _review}\n  - user: {tap: submit}\n")
                .contains("expect:\n  asks: _submitted\n  light: ");
    }

    @Test
    void anEarlierExplorationIsReplacedAndWhatWasWrittenByHandStays(@TempDir Path folder)
            throws IOException {
        var byHand = folder.resolve("erkundet_von_uns.talk.yaml");
        Files.writeString(byHand, "talk: Unseres\ndialog: probe\n");
        Files.writeString(folder.resolve("erkundet_77.talk.yaml"), TalkText.MARK + "\n");
        var explored = Explorer.explore(ENGINE, MANY);

        TalkFiles.write(folder, explored);

        assertThat(TalkFiles.in(folder)).isEqualTo(TalkFiles.of(explored));
        assertThat(byHand).exists();
    }

    @Test
    void aMissingWayOutIsFound() {
        var visited = Explorer.explore(ENGINE, MANY).visited();

        var withContact = new World(ENGINE, MANY, Elsewhere.NONE, World.CONTACT);
        var without = new World(ENGINE, MANY, Elsewhere.NONE, Map.of());

        assertThat(Exits.tried(withContact, visited).missing()).isEmpty();
        assertThat(Exits.tried(without, visited).missing())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.command()).isEqualTo(Command.PERSON));
    }
}
