// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.turn.Scenario;

/// What a person sees in the chat.
class ComposerTest {
    private static final ChatWords GERMAN = ChatWords.in("de");

    private static List<Bubble> told(Scenario scenario) {
        return Composer.of(Phone.telling(scenario, "de"));
    }

    private static Scenario agreed() {
        return Scenario.shipped("skizze").taps("yes");
    }

    private static Scenario at(String step) {
        var scenario = agreed().taps("full");
        for (int i = 0; i < 60 && !scenario.expects().step().value().equals(step); i++) {
            var asked = scenario.expects();
            if (asked.options().isEmpty()) scenario.says(words(asked.type()));
            else scenario.says("1");
            if (scenario.expects().step().equals(asked.step())) scenario.says("Worte dazu");
        }
        return scenario.asks(step);
    }

    private static String words(String type) {
        return switch (type) {
            case "number" -> "3";
            case "contact", "email" -> "kim@verein.example";
            default -> "Worte";
        };
    }

    @Test
    void aQuestionAndWhatStandsBeforeItAreOneMessage() {
        var bubbles = told(Scenario.shipped("vorpruefung"));

        assertThat(Phone.screen(bubbles))
                .isEqualTo(
                        """
                        Ihr und eure Idee

                        Schön, dass ihr da seid! In etwa zwei Minuten seht ihr, wie gut eure Idee\
                         zu uns passt.

                        • Es sind höchstens zehn Fragen, alle zum Antippen. Nach Namen fragt hier\
                         niemand.
                        • Kein Programm lehnt euch ab. Was ihr uns später schickt, liest ein Mensch.
                        • Wir zahlen kein Geld aus. Für eine Umsetzung beauftragen wir Fachleute.
                        • „Wissen wir noch nicht“ ist immer eine gute Antwort.

                        Wer bringt das Vorhaben ein?

                        1. Ein Verein oder eine andere gemeinnützige Organisation
                        2. Eine Initiative oder Gruppe ohne eigene Rechtsform
                        3. Eine oder mehrere Einzelpersonen
                        4. Ein Bündnis, auch mit Verwaltung oder Firma
                        5. Genossenschaft, Sozialunternehmen, Kirche, Stiftung oder Hochschule
                        6. Eine staatliche Stelle, zum Beispiel ein Amt
                        7. Ein Unternehmen
                        8. Etwas anderes
                        9. Steht noch nicht fest

                        Noch 3 bis 4 Fragen in diesem Teil
                        [Verein] [Initiative]
                        [Einzelpersonen] [Bündnis]
                        [Kirche, Stiftung …]
                        [Staatliche Stelle] [Unternehmen]
                        [Etwas anderes]
                        [Steht noch nicht fest]
                        [In Einfacher Sprache]
                        [In English]
                        [Warum?] [Mehr …]\
                        """);
    }

    @Test
    void aConsentSaysWhatTelegramIsAndOffersTheBrowser() {
        var bubbles = told(Scenario.shipped("skizze"));

        assertThat(bubbles).hasSize(1);
        assertThat(bubbles.getFirst().plain())
                .contains(GERMAN.say("foreign"))
                .contains("Dürfen wir eure Antworten dafür speichern");
        assertThat(Phone.texts(bubbles.getFirst().keyboard()))
                .containsExactly(
                        "Ja",
                        "Nein",
                        "Genau nachlesen",
                        "Lieber im Browser weiter",
                        "In Einfacher Sprache",
                        "In English",
                        "Warum?",
                        "Mehr …");
        var keyboard = bubbles.getFirst().keyboard();
        assertThat(Phone.tap(keyboard, "Lieber im Browser weiter"))
                .isEqualTo(new Tap.Commanded(Command.MOVE, ""));
        assertThat(Phone.tap(keyboard, "Genau nachlesen"))
                .isEqualTo(new Tap.Notice(new StepId("einwilligung")));
    }

    @Test
    void theWholeTextOfAConsentIsThere() {
        var notice = Composer.notice(Scenario.shipped("skizze").expects());

        Phone.takes(notice);
        assertThat(notice).hasSizeLessThanOrEqualTo(2);
        assertThat(notice.getFirst().html()).startsWith("<b>Wer verantwortlich ist</b>");
        assertThat(notice.getLast().html()).endsWith("woran man sie erkennt.");
    }

    @Test
    void whatATapChoosesIsAnOptionOfTheQuestion() {
        var scenario = Scenario.shipped("vorpruefung");
        var keyboard = told(scenario).getLast().keyboard();

        var tap = (Tap.Choice) Phone.tap(keyboard, "Bündnis");
        assertThat(Marks.find(scenario.expects(), tap.mark()).map(Expects.Choice::id))
                .contains("buendnis");
        assertThat(Phone.tap(keyboard, "Steht noch nicht fest"))
                .isEqualTo(new Tap.Open(new StepId("traeger"), OpenStatus.UNKNOWN));
        assertThat(Phone.tap(keyboard, "In English"))
                .isEqualTo(new Tap.Commanded(Command.LANGUAGE, "en"));
    }

    @Test
    void severalAreTickedAndCountedAndSaidInWords() {
        var scenario = at("feld");
        var telling = Phone.telling(scenario, "de").picking(Set.of("familie", "umwelt", "fort"));
        var texts = Phone.texts(Composer.of(telling).getLast().keyboard());

        assertThat(texts).contains("✓ Kinder und Familien", "✓ Umwelt und Klima", "Gesundheit");
        assertThat(texts).contains("Fertig (2 gewählt)").doesNotContain("Fertig");
        assertThat(Phone.texts(told(scenario).getLast().keyboard())).contains("Fertig");
        var told = Composer.confirmation(scenario.expects(), Set.of("umwelt", "familie"), GERMAN);
        assertThat(told)
                .isEqualTo(
                        new Message(
                                Message.Kind.NOTED,
                                "Gewählt: Familien, Kinder und Jugend; Umwelt und Klima.",
                                true,
                                new StepId("feld"),
                                "de"));
    }

    @Test
    void whatWasChosenBeforeIsTickedWhenItIsAskedAgain() {
        var scenario = at("feld").taps("familie", "sport").commands(Command.CHANGE, "feld");
        var view = view(scenario);

        assertThat(Phone.texts(Composer.of(Telling.of(view)).getLast().keyboard()))
                .contains("✓ Kinder und Familien", "✓ Sport und Freizeit", "Fertig (2 gewählt)");
    }

    private static View view(Scenario scenario) {
        var messages = new ArrayList<View.Numbered>();
        for (var message : scenario.last().messages())
            messages.add(new View.Numbered(messages.size() + 1, Instant.EPOCH, message));
        return new View(
                new ConversationId("c1"),
                "skizze",
                "de",
                scenario.state().lifecycle(),
                "",
                1,
                messages,
                scenario.expects(),
                scenario.progress(),
                Optional.empty(),
                new View.Once("", "https://lotse.example/umzug/abc", "ABC"),
                false,
                1,
                false);
    }

    @Test
    void theWayIntoTheBrowserIsAButton() {
        var bubbles = Composer.of(Telling.of(view(agreed().commands(Command.MOVE))));

        assertThat(bubbles).hasSize(1);
        assertThat(bubbles.getFirst().keyboard().getFirst())
                .containsExactly(
                        Button.link("Im Browser öffnen", "https://lotse.example/umzug/abc"));
    }

    @Test
    void freeTextHasNoNumbersAndAButtonToGoOn() {
        var bubbles = told(at("loesung"));

        assertThat(Phone.screen(bubbles))
                .isEqualTo(
                        """
                        Wie wollt ihr das Problem lösen?

                        Auch in mehreren Nachrichten · Noch 4 Fragen in diesem Teil
                        [Das überlegen wir gemeinsam]
                        [Schreiben wir später]
                        [Weiter]
                        [Warum?] [Zurück] [Mehr …]\
                        """);
        assertThat(Phone.tap(bubbles.getLast().keyboard(), "Weiter"))
                .isEqualTo(new Tap.Done(new StepId("loesung")));
    }

    @Test
    void whatCameTooLateCanStillBelongToTheAnswerBefore() {
        var telling = Phone.telling(at("loesung"), "de").after(new StepId("veraenderung"));

        assertThat(
                        Phone.tap(
                                Composer.of(telling).getLast().keyboard(),
                                "Das gehörte noch zur vorigen Frage"))
                .isEqualTo(new Tap.Earlier(new StepId("veraenderung")));
    }

    @Test
    void aSensitiveQuestionOffersTheBrowserFirst() {
        var bubbles = told(at("bedarfe"));

        assertThat(bubbles.getLast().plain()).contains("Das ist eher vertraulich.");
        assertThat(Phone.texts(bubbles.getLast().keyboard()).getFirst())
                .isEqualTo("Lieber im Browser weiter");
    }

    @Test
    void filesComeHereOrByALink() {
        var scenario = agreed().taps("full").taps("ja");
        var bubbles = told(scenario);

        assertThat(bubbles.getLast().plain()).contains("Dateien bis 20 MB einfach hier");
        var keyboard = bubbles.getLast().keyboard();
        assertThat(Phone.tap(keyboard, "Link zum Hochladen"))
                .isEqualTo(new Tap.Upload(scenario.expects().step()));
        assertThat(Phone.tap(keyboard, "Fertig"))
                .isEqualTo(new Tap.Done(scenario.expects().step()));
    }

    @Test
    void aQuestionThatStillStandsThereIsRepeatedShortly() {
        var scenario = Scenario.shipped("skizze").commands(Command.WHY);
        var bubbles = Composer.of(Phone.telling(scenario, "de").again(true));

        assertThat(bubbles).hasSize(1);
        assertThat(bubbles.getFirst().plain())
                .startsWith("Ohne euer Ja dürfen und wollen wir nichts")
                .contains("Dürfen wir eure Antworten")
                .contains("1. Ja, einverstanden")
                .doesNotContain("Wer fragt")
                .doesNotContain("Telegram");
    }

    @Test
    void whatIsNotInSightIsBehindMore() {
        var asked = at("loesung").expects();
        var more = Composer.more(asked, GERMAN);

        Phone.takes(List.of(more));
        assertThat(Phone.tap(told(at("loesung")).getLast().keyboard(), "Mehr …"))
                .isEqualTo(new Tap.More(asked.step()));
        assertThat(Phone.texts(more.keyboard()))
                .contains("Hilfe", "Überblick", "Alles löschen …")
                .doesNotContain("Warum?", "Zurück", "Mehr …", "Weiß nicht");
    }

    @Test
    void allAnswersAreThereToBeChanged() {
        var scenario = at("_review").commands(Command.CHANGE);
        var bubbles = told(scenario);
        var telling = Phone.telling(scenario, "de");
        var pages = new HashSet<String>();
        for (int page = 0; page < 3; page++) pages.addAll(Phone.texts(Keyboard.of(telling, page)));

        Phone.takes(bubbles);
        assertThat(bubbles).hasSize(1);
        assertThat(scenario.expects().options()).hasSizeGreaterThan(Keyboard.PAGE_MAX);
        assertThat(Phone.tap(bubbles.getLast().keyboard(), "Weiter zu Seite 2 von 2"))
                .isEqualTo(new Tap.Page(new StepId("_change"), 1));
        for (var option : scenario.expects().options())
            assertThat(pages).contains(Labels.cut(option.button()));
    }

    @Test
    void aPageThatIsNotThereIsTheLast() {
        var telling = Phone.telling(at("_review").commands(Command.CHANGE), "de");

        assertThat(Keyboard.of(telling, 99)).isEqualTo(Keyboard.of(telling, 1));
    }

    @Test
    void labelsThatWouldBeAlikeBeginWithTheirNumbers() {
        var long1 = "Ein sehr langer Text der vorn immer gleich ist bis eins";
        var long2 = "Ein sehr langer Text der vorn immer gleich ist bis zwei";

        assertThat(Labels.of(List.of(long1, long2)))
                .allSatisfy(one -> assertThat(one).hasSizeLessThanOrEqualTo(Labels.LENGTH_MAX))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1. Ein sehr").endsWith("…"),
                        two -> assertThat(two).startsWith("2. Ein sehr").endsWith("…"));
    }

    @Test
    void aLongLabelIsItsFirstClause() {
        var stop = told(at("loesung").commands(Command.STOP));

        assertThat(stop.getLast().plain()).contains("1. Pause: später weitermachen, alles bleibt");
        assertThat(Phone.texts(stop.getLast().keyboard()))
                .containsExactly(
                        "Pause",
                        "Das Eingereichte zurückziehen",
                        "Die Einwilligung widerrufen",
                        "Alles löschen: sofort und endgültig",
                        "Doch weitermachen",
                        "Zurück",
                        "Mehr …");
    }

    @Test
    void longNoticesDoNotTearTheQuestionApart() {
        var scenario = Scenario.shipped("vorpruefung");
        var said =
                IntStream.range(0, 3)
                        .mapToObj(_ ->
                                new Message(
                                        Message.Kind.NOTICE,
                                        "Ein Satz aus Worten. ".repeat(180),
                                        false,
                                        null))
                        .toList();
        var bubbles = Composer.of(Phone.telling(scenario, "de").saying(said));

        Phone.takes(bubbles);
        assertThat(bubbles).hasSize(4);
        assertThat(bubbles.getLast().plain()).startsWith("Wer bringt das Vorhaben ein?");
        assertThat(bubbles.subList(0, 3)).allMatch(one -> one.keyboard().isEmpty());
    }

    @Test
    void whatThePersonSaidIsNotRepeated() {
        var said = List.of(new Message(Message.Kind.SAID, "geheim", true, null));
        var bubbles =
                Composer.of(Phone.telling(Scenario.shipped("vorpruefung"), "de").saying(said));

        assertThat(Phone.screen(bubbles)).doesNotContain("geheim");
    }

    @Test
    void besideAReminderStandsTheWayToEndThem() {
        var scenario = at("loesung");
        var said = List.of(new Message(Message.Kind.REMINDER, "Es wartet auf euch.", false, null));

        assertThat(
                        Phone.texts(
                                Composer.of(Phone.telling(scenario, "de").saying(said))
                                        .getLast()
                                        .keyboard()))
                .contains("Keine Erinnerungen mehr");
    }

    @Test
    void anAnsweredQuestionKeepsItsAnswerAndAWayToChangeIt() {
        var asked = Scenario.shipped("vorpruefung").expects();

        assertThat(Composer.answered(asked, "Verein", GERMAN))
                .containsExactly(
                        List.of(Button.of("Verein · ändern", new Tap.Change(asked.step()))));
        assertThat(Composer.answered(asked, "x".repeat(99), GERMAN).getFirst().getFirst().text())
                .hasSize(Labels.LENGTH_MAX)
                .endsWith("… · ändern");
        assertThat(Composer.answered(agreed().expects(), "Kurz", GERMAN)).isEmpty();
    }

    @Test
    void atTheBeginningDialogsAreChosenOrGoOn() {
        var bubble =
                Composer.welcome(
                        List.of(
                                new Composer.Offer("skizze", "Eure Projektskizze", true),
                                new Composer.Offer("vorpruefung", "Passt unsere Idee?", false)),
                        GERMAN);

        Phone.takes(List.of(bubble));
        assertThat(Phone.tap(bubble.keyboard(), "Weiter: Eure Projektskizze"))
                .isEqualTo(new Tap.Resume("skizze"));
        assertThat(Phone.tap(bubble.keyboard(), "Passt unsere Idee?"))
                .isEqualTo(new Tap.Dialog("vorpruefung"));
    }

    @Test
    void aGroupIsInvitedToWorkAlong() {
        var bubble = Composer.group("SkizzenBot", GERMAN);

        Phone.takes(List.of(bubble));
        assertThat(bubble.plain()).contains("einladen");
        assertThat(bubble.keyboard().getFirst().getFirst().url())
                .isEqualTo("https://t.me/SkizzenBot");
    }
}
