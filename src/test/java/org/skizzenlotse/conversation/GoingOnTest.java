// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;

/// A conversation that comes from another one, over a real database.
class GoingOnTest {
    private static final StepId CARRIER = new StepId("traeger");

    @TempDir Path folder;
    @AutoClose private Running running;

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        running.publish(
                DialogText.sound()
                        .with(
                                "vorher/dialog.yaml",
                                """
                                dialog: vorher
                                title: Vorher
                                language: de
                                audience: ihr
                                personal: false
                                groups: [eins]
                                hands_over: {probe: {traeger: wer}}
                                """)
                        .with(
                                "vorher/groups/eins.yaml",
                                """
                                group: eins
                                title: Eins
                                steps:
                                  - ask: wer
                                    catalogue: none
                                    type: choice
                                    text: Wer seid ihr?
                                    short: Wer
                                    why: Damit wir es wissen.
                                    needed: optional
                                    open: [unknown]
                                    options:
                                      - {id: verein, text: Ein Verein}
                                      - {id: firma, text: Eine Firma}
                                """));
    }

    @Test
    void answersComeAlongBehindTheConsentAndNotBefore() {
        var token = from(said("firma"));
        assertThat(running.everything(token)).doesNotContain("firma", "Eine Firma");

        var view = running.taps(token, "einwilligung", "yes");
        assertThat(view.expects().step().value()).isEqualTo("_taken_over");
        assertThat(view.expects().text()).contains("Eine Firma");
        assertThat(running.stored(token).conversation().answers()).doesNotContainKey(CARRIER);

        running.taps(token, "_taken_over", "take");
        var answer = running.stored(token).conversation().answer(CARRIER).orElseThrow();
        assertThat(answer.provenance().by()).isEqualTo("taken_over");
        assertThat(running.taps(token, "_scope", "full").expects().step().value())
                .isEqualTo("partner");
        var stored = running.stored(token);
        assertThat(Happened.fold(stored.conversation().id(), running.history(token)))
                .isEqualTo(stored.conversation());
    }

    @Test
    void theOtherConversationStaysWhatItWas() {
        var source = said("firma");
        var before = running.state(source);
        var token = from(source);
        running.taps(token, "einwilligung", "yes");
        running.taps(token, "_taken_over", "take");
        assertThat(running.state(source)).isEqualTo(before);
    }

    @Test
    void aChangeBeforeTheConsentIsWhatComesAlong() {
        var source = said("firma");
        var token = from(source);
        running.commands(source, Command.CHANGE, "wer");
        running.taps(source, "wer", "verein");
        assertThat(running.taps(token, "einwilligung", "yes").expects().text())
                .contains("Ein Verein");
    }

    @Test
    void whatWasErasedMeanwhileIsNotOfferedAndBreaksNothing() {
        var source = said("firma");
        var token = from(source);
        running.conversations.erase(running.id(source));

        var view = running.taps(token, "einwilligung", "yes");
        assertThat(view.expects().step().value()).isEqualTo("_scope");
        var origin = running.stored(token).conversation().origin();
        assertThat(Objects.requireNonNull(origin).settled()).isTrue();
    }

    @Test
    void whatIsErasedWhileItIsOfferedIsNotTaken() {
        var source = said("firma");
        var token = from(source);
        running.taps(token, "einwilligung", "yes");
        running.conversations.erase(running.id(source));
        running.taps(token, "_taken_over", "take");
        assertThat(running.stored(token).conversation().answers()).doesNotContainKey(CARRIER);
        assertThat(running.view(token).expects().step().value()).isEqualTo("_scope");
    }

    @Test
    void aTokenThatIsOfNothingBeginsAnEmptyConversation() {
        var source = said("firma");
        running.conversations.erase(running.id(source));
        for (var none : new String[] {source, "nie-gesehen", ""})
            assertThat(running.stored(from(none)).conversation().origin()).isNull();
    }

    @Test
    void anAnswerIsSafeFromErasingWhereItCameFrom() {
        var source = said("firma");
        var token = from(source);
        running.taps(token, "einwilligung", "yes");
        running.taps(token, "_taken_over", "take");
        running.conversations.erase(running.id(source));
        assertThat(running.stored(token).conversation().answers()).containsKey(CARRIER);
    }

    private String said(String option) {
        var token = running.conversations.open("vorher", "de", "web").token();
        running.taps(token, "wer", option);
        return token;
    }

    private String from(String token) {
        var beginning = new Conversations.Beginning("probe", "de", "web", token);
        return running.conversations.open(beginning).token();
    }
}
