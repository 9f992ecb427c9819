// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;

/// Which language is spoken: offered before anything is answered, changed at any time, and kept to.
class VariantsTest {
    private static final Dialog DIALOG = TwoLanguages.dialog();
    private static final Pattern GERMAN =
            Pattern.compile(
                    "[äöüÄÖÜß„]|(?iu)\\b(und|oder|nicht|ihr|euch|eure?|ist|das|ein|eine|mit|wir"
                            + "|noch|bitte|schon|kurz|wer|amt|staat|zeit|frage|titel)\\b");

    private static Scenario english() {
        return Scenario.in("en", DIALOG);
    }

    private static Scenario commanded(Scenario scenario, Command command) {
        return scenario.commands(command, command == Command.LANGUAGE ? "en" : "");
    }

    private static void isEnglish(Scenario scenario) {
        var expects = scenario.expects();
        var hints = expects.hints();
        var all = new ArrayList<>(List.of(scenario.text(), expects.text(), hints.group()));
        all.addAll(List.of(hints.shortText(), hints.why(), hints.help(), hints.notice()));
        all.addAll(hints.examples());
        all.add(scenario.progress().group());
        expects.options().forEach(one -> all.addAll(List.of(one.text(), one.button())));
        expects.open().forEach(one -> all.add(one.text()));
        expects.fields().forEach(one -> all.add(one.label()));
        for (var text : all) assertThat(GERMAN.matcher(text).find()).as(text).isFalse();
        for (var message : scenario.last().messages()) assertThat(message.lang()).isEqualTo("en");
    }

    @Test
    void theWordsThatAreLookedForAreSaidInGerman() {
        assertThat(GERMAN.matcher(Scenario.of(DIALOG).text()).find()).isTrue();
    }

    @Test
    void aTalkInEnglishIsInEnglishToItsEnd() {
        walk(english());
        var handingIn = Scenario.in("en", TwoLanguages.handingIn());
        walk(handingIn);
        assertThat(handingIn.state().lifecycle().isOpen()).isFalse();
    }

    private static void walk(Scenario scenario) {
        isEnglish(scenario);
        var steps =
                List.<UnaryOperator<Scenario>>of(
                        one -> one.says("bananas"),
                        one -> one.taps("yes"),
                        one -> one.taps("short"),
                        one -> one.says("we will tell you later"),
                        one -> one.commands(Command.CHANGE, "wer"),
                        one -> one.taps("staat"),
                        one -> one.taps("take"),
                        one -> one.commands(Command.WHY),
                        one -> one.says("A club nearby"),
                        one -> one.commands(Command.FULL),
                        one -> one.says("lots"),
                        one -> one.says("400"),
                        one -> one.says("1"),
                        one -> one.says("1 December 2026"),
                        one -> one.taps("yes"),
                        one -> one.commands(Command.CHANGE, "wer"),
                        one -> one.taps("verein"),
                        one -> one.taps("keep"),
                        one -> one.commands(Command.OVERVIEW),
                        one -> one.commands(Command.CHANGE, "wer"),
                        one -> one.taps("verein"),
                        one -> one.taps("take"),
                        one -> one.commands(Command.UNDO),
                        one -> one.taps("submit"),
                        one -> one.commands(Command.MY_DATA),
                        one -> one.commands(Command.STOP),
                        one -> one.taps("retract"),
                        one -> one.taps("yes"));
        for (var step : steps) {
            isEnglish(step.apply(scenario));
        }
        for (var command : Command.values()) isEnglish(commanded(scenario, command));
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void everyCommandAnswersInEnglishEverywhere(Command command) {
        var places =
                Stream.<Consumer<Scenario>>of(
                        one -> {},
                        one -> one.taps("yes"),
                        one -> one.taps("yes").taps("full"),
                        one -> one.taps("yes").taps("full").taps("staat"),
                        one -> one.taps("yes").taps("short").taps("verein"),
                        one -> one.taps("no"));
        for (var place : places.toList()) {
            var scenario = english();
            place.accept(scenario);
            isEnglish(commanded(scenario, command));
        }
    }

    @Test
    void remindersAreInTheLanguageOfTheTalk() {
        var scenario = english().taps("yes").taps("full");
        scenario.waits(Duration.ofDays(3)).wakes("remind_0");
        scenario.hearsBack("waiting for you");
        isEnglish(scenario);
    }

    @Test
    void theResultAndItsReasonsAreInTheLanguageOfTheTalk() {
        var scenario = english().taps("yes").taps("full").taps("verein").says("1");
        scenario.leavesOpen(OpenStatus.UNKNOWN);
        scenario.hearsBack("Perhaps it fits.").hearsBack("You have little time.");
        scenario.hearsBack("A talk with us.");
        isEnglish(scenario);
        var engine = new Engine(Scenario.phrases());
        var result = engine.result(DIALOG, scenario.state(), scenario.given());
        assertThat(result.light())
                .isEqualTo("Probably a fit, with some things to work out together");
        assertThat(result.reasons()).containsExactly("You have little time.");
    }

    @Test
    void theVariantsAreOfferedUntilSomethingIsAnswered() {
        var scenario = Scenario.of(DIALOG).asks("ja_nein");
        assertThat(scenario.expects().variants())
                .containsExactly(
                        new Expects.Variant("de", "Deutsch", "Auf Deutsch"),
                        new Expects.Variant("en", "English", "In English"));
        scenario.commands(Command.HELP);
        assertThat(scenario.expects().variants()).hasSize(2);
        scenario.taps("yes").offers(Command.LANGUAGE);
        assertThat(scenario.expects().variants()).isEmpty();
    }

    @Test
    void oneVariantIsNoChoice() {
        var dialog = Scenario.inline("personal: true", Scenario.CONSENT);
        var scenario = Scenario.of(dialog).doesNotOffer(Command.LANGUAGE);
        assertThat(scenario.expects().variants()).isEmpty();
    }

    @Test
    void choosingBeforeTheFirstAnswerBeginsAnewInThatLanguage() {
        var scenario = Scenario.of(DIALOG).says("English").asks("ja_nein");
        scenario.hearsBack("We’ll go on in English").hearsBack("May we?");
        isEnglish(scenario);
        assertThat(scenario.state().variant()).isEqualTo("en");
        scenario.says("auf deutsch").hearsBack("Dürfen wir?").asks("ja_nein");
    }

    @Test
    void theCommandAloneTakesTheOtherOfTwo() {
        var scenario = Scenario.of(DIALOG).taps("yes").taps("full").taps("staat").asks("partner");
        scenario.commands(Command.LANGUAGE).asks("partner").hearsBack("Who of An office joins?");
        isEnglish(scenario);
        scenario.says("sprache deutsch").asks("_typo").taps("yes").asks("partner");
        scenario.hearsBack("Wer von Eine Behörde");
    }

    @Test
    void theNameOfALanguageIsAnAnswerWhereItCannotBeChosen() {
        Scenario.of("- ask: welche\n  type: text\n  text: Welche Sprache?\n")
                .says("English")
                .has("welche", "English");
    }

    @Test
    void whatInterruptsGoesOnInTheOtherLanguage() {
        var scenario = Scenario.of(DIALOG).taps("yes").taps("full").taps("staat").says("Ida");
        scenario.commands(Command.CHANGE, "wer").taps("verein").asks("_impact");
        scenario.commands(Command.LANGUAGE, "en").asks("_impact");
        isEnglish(scenario);
        scenario.taps("keep").asks("zeit");
        scenario.commands(Command.ERASE).commands(Command.LANGUAGE).asks("_confirm");
        assertThat(scenario.expects().text()).contains("Wirklich alles löschen?");
    }

    @Test
    void aLanguageThatTheDialogLacksIsSaidInThatLanguageAtTheStart() {
        var dialog = Scenario.inline("personal: true", Scenario.CONSENT);
        var beginning = Engine.Beginning.in(dialog, new ConversationId("c1"), "en", null);
        var engine = new Engine(Scenario.phrases());
        var turn = engine.start(dialog, beginning, Scenario.of(dialog).given());
        assertThat(turn.after().variant()).isEqualTo("de");
        assertThat(turn.messages())
                .filteredOn(one -> one.lang().equals("en"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Message.Kind.NOTICE);
                    assertThat(one.text()).contains("in German only");
                });
        assertThat(turn.messages().getLast().lang()).isEqualTo("de");
    }

    @Test
    void aLanguageThatNobodySpeaksHereIsSaidInTheDialogsOwn() {
        var dialog = Scenario.inline("personal: true", Scenario.CONSENT);
        var beginning = Engine.Beginning.in(dialog, new ConversationId("c1"), "tlh", null);
        var engine = new Engine(Scenario.phrases());
        var turn = engine.start(dialog, beginning, Scenario.of(dialog).given());
        assertThat(turn.messages()).allMatch(one -> one.lang().equals("de"));
        assertThat(turn.messages().getFirst().text()).contains("nur auf Deutsch");
    }

    @Test
    void askingForALanguageThatTheDialogLacksIsAnsweredInIt() {
        var scenario = Scenario.of(Scenario.inline("personal: true", Scenario.CONSENT));
        scenario.says("in English").hearsBack("in German only").asks("ja_nein");
        assertThat(scenario.state().variant()).isEqualTo("de");
        assertThat(scenario.expects().text()).isEqualTo("Dürfen wir?");
    }
}
