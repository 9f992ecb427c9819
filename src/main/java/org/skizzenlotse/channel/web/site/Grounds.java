// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.render.DialogText;

/// What allows the processing and who gets what is told, in the words of the privacy notice.
final class Grounds {
    private static final String SPECIAL =
            "Für Angaben, die das Gesetz besonders schützt, etwa zu Gesundheit oder Herkunft, gilt"
                    + " eure ausdrückliche Einwilligung (Artikel 9 Absatz 2 Buchstabe a DSGVO).";

    private Grounds() {}

    static String of(Operator operator, List<Dialog> dialogs) {
        var basis = operator.legal().basis();
        var text = new StringBuilder(standard(basis.standard()));
        if (!basis.exceptions().isEmpty())
            text.append(" Wo für einen Zweck etwas anderes gilt, steht es oben bei dem Zweck.");
        if (basis.standard() != LegalBasis.CONSENT)
            text.append(
                    "\n\nTrotzdem beginnen wir erst, wenn ihr Ja sagt, und hören auf, wenn ihr das"
                            + " Ja zurücknehmt.");
        if (dialogs.stream().anyMatch(Grounds::asksSpecial)) text.append("\n\n").append(SPECIAL);
        return text.append(impersonal(dialogs)).toString();
    }

    private static String standard(LegalBasis basis) {
        return basis == LegalBasis.CONSENT
                ? "Allein eure Einwilligung (Artikel 6 Absatz 1 Buchstabe a der"
                        + " Datenschutz-Grundverordnung, kurz DSGVO)."
                : "Grundlage ist %s nach der Datenschutz-Grundverordnung, kurz DSGVO."
                        .formatted(basis.words());
    }

    private static boolean asksSpecial(Dialog dialog) {
        return dialog.questions().stream().anyMatch(one -> one.rules().privacy().special());
    }

    private static String impersonal(List<Dialog> dialogs) {
        var impersonal =
                dialogs.stream()
                        .filter(dialog -> !dialog.head().personal())
                        .map(dialog -> dialog.frame(dialog.head().language()).title())
                        .map(title -> "„" + DialogText.escaped(title) + "“")
                        .collect(Collectors.joining(" und "));
        return impersonal.isEmpty()
                ? ""
                : "\n\nIn %s fragen wir nichts, was sagt, wer ihr seid, und bitten deshalb"
                                .formatted(impersonal)
                        + " um keine Einwilligung. Damit ihr dort weitermachen und zurück"
                        + " könnt, merken wir uns eure Auswahl; das erlaubt Artikel 6"
                        + " Absatz 1 Buchstabe f DSGVO.";
    }

    /// One more right, where something else than consent allows it (Art. 21 GDPR).
    static String objection(Operator operator) {
        var basis = operator.legal().basis();
        var onlyConsent =
                basis.standard() == LegalBasis.CONSENT
                        && basis.exceptions().values().stream()
                                .allMatch(one -> one == LegalBasis.CONSENT);
        return onlyConsent
                ? ""
                : "- **Widerspruch:** Ihr könnt der Nutzung jederzeit widersprechen, auch wo wir"
                        + " keine Einwilligung brauchen.\n";
    }

    static String list(List<Recipient> recipients) {
        return recipients.stream()
                .map(one -> "- %s: %s".formatted(DialogText.escaped(one.name()), one.purpose()))
                .collect(Collectors.joining("\n"));
    }
}
