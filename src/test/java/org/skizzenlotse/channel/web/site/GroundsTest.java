// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.turn.Scenario;

/// The notice says what the operator has decided.
class GroundsTest {
    private static String notice(LegalBasis.ByPurpose basis, Recipient... recipients) {
        var legal = new Operator.Legal("", "", basis, List.of(recipients));
        var operator = new Operator(Scenario.FACTS, legal, true, null, ZoneId.of("Europe/Berlin"));
        var dialogs =
                List.of(Scenario.shippedDialog("skizze"), Scenario.shippedDialog("vorpruefung"));
        var text = new StringBuilder();
        for (var item : PrivacyNotice.of(operator, dialogs)) text.append(item.markdown());
        return text.toString();
    }

    @Test
    void consentAloneIsSaidAsSuch() {
        assertThat(notice(LegalBasis.ByPurpose.CONSENT))
                .contains("Allein eure Einwilligung (Artikel 6 Absatz 1 Buchstabe a")
                .contains("ausdrückliche Einwilligung (Artikel 9 Absatz 2 Buchstabe a DSGVO)")
                .contains("das erlaubt Artikel 6 Absatz 1 Buchstabe f DSGVO")
                .doesNotContain("Widerspruch:");
    }

    @Test
    void anotherBasisAndItsExceptionsStandWithTheirPurposes() {
        var basis =
                new LegalBasis.ByPurpose(LegalBasis.TASK, Map.of("kontakt", LegalBasis.INTEREST));
        assertThat(notice(basis))
                .contains("Grundlage ist unsere Aufgabe im öffentlichen Interesse")
                .containsPattern("auf dem Weg, den ihr wählt.*berechtigtes Interesse")
                .containsPattern("öffentlich von eurem Vorhaben.*Grundlage ist eure Einwilligung")
                .contains("Trotzdem beginnen wir erst, wenn ihr Ja sagt")
                .contains("ausdrückliche Einwilligung")
                .contains("Widerspruch:");
    }

    @Test
    void everyRecipientStandsThereWithWhatItDoes() {
        var mail = new Recipient("der Mailserver m.example", Recipient.Kind.PROCESSOR, "stellt zu");
        assertThat(notice(LegalBasis.ByPurpose.CONSENT, mail)).contains("m\\.example: stellt zu");
    }
}
