// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.turn.Scenario;

class TapTest {
    private static final String LONGEST = "a".repeat(40);

    /// Every kind of tap with the longest IDs.
    private static List<Tap> longest() {
        var step = new StepId(LONGEST);
        var taps = new ArrayList<Tap>();
        taps.add(new Tap.Choice(step, "Ab_-9"));
        taps.add(new Tap.Toggle(step, "Ab_-9"));
        taps.add(new Tap.Done(step));
        for (var status : OpenStatus.values()) taps.add(new Tap.Open(step, status));
        for (var command : Command.values()) {
            taps.add(new Tap.Commanded(command, LONGEST));
            taps.add(new Tap.Commanded(command, ""));
        }
        taps.add(new Tap.Commanded(Command.LANGUAGE, "de-einfach"));
        taps.add(new Tap.Change(step));
        taps.add(new Tap.Earlier(step));
        taps.add(new Tap.Dialog(LONGEST));
        taps.add(new Tap.Resume(LONGEST));
        taps.add(new Tap.More(step));
        taps.add(new Tap.Page(step, 999));
        taps.add(new Tap.Changes(step, 999));
        taps.add(new Tap.Notice(step));
        taps.add(new Tap.Upload(step));
        taps.add(new Tap.Show());
        taps.add(new Tap.Choice(new StepId("_" + "a".repeat(20)), "Ab_-9"));
        return taps;
    }

    @Test
    void everyTapFitsIntoAButtonAndIsReadAsItWasWritten() {
        for (var tap : longest()) {
            assertThat(tap.data().getBytes(UTF_8).length).isLessThanOrEqualTo(64);
            assertThat(Tap.read(tap.data())).contains(tap);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "x",
                "c:traeger",
                "c:traeger:kurz",
                "c:Träger:Ab_-9",
                "c:traeger:Ab_-9:mehr",
                "o:traeger:vielleicht",
                "k:destroy:",
                "k:help:UND",
                "p:traeger:-1",
                "p:traeger:1000",
                "s:mehr",
                "g:",
                "d:",
                "ccc:traeger:Ab_-9"
            })
    void whatNoButtonOfOursSaysIsNoTap(String data) {
        assertThat(Tap.read(data)).isEmpty();
        assertThat(Tap.read(data + "x".repeat(64))).isEmpty();
    }

    @Test
    void aButtonDoesOneThing() {
        assertThatThrownBy(() -> new Button("Text", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Button("Text", "d:x", "https://example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Button("Text", "ü".repeat(33), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOldButtonOfAConfirmationConfirmsNothingElse() {
        var scenario = Scenario.shipped("skizze").taps("yes").taps("full");
        var erasing = scenario.commands(Command.ERASE).expects();
        var old = Marks.of(erasing, "yes");
        assertThat(Marks.find(erasing, old)).isPresent();

        var withdrawing = scenario.taps("no").commands(Command.WITHDRAW).expects();
        assertThat(withdrawing.step()).isEqualTo(erasing.step());
        assertThat(Marks.find(withdrawing, old)).isEmpty();
    }

    @Test
    void anOldYesIsNoConsentToAnotherText() {
        var skizze = Scenario.shipped("skizze").expects();
        var sprechstunde = Scenario.shipped("sprechstunde").expects();

        assertThat(sprechstunde.step()).isEqualTo(skizze.step());
        assertThat(Marks.find(sprechstunde, Marks.of(skizze, "yes"))).isEmpty();
    }

    @Test
    void aMarkIsTheSameInEveryLanguage() {
        var dialog = Scenario.shippedDialog("vorpruefung");

        assertThat(Marks.of(Scenario.in("en", dialog).expects(), "verein"))
                .isEqualTo(Marks.of(Scenario.of(dialog).expects(), "verein"));
    }
}
