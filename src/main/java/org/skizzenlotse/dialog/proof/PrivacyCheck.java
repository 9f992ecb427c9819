// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.source.Nearest;

/// Consent comes before the first personal datum, every answer has its purpose, and a dialog
/// without personal data asks for none.
final class PrivacyCheck {
    /// The first layer of a consent stays short enough to be read (DESIGN section 6).
    private static final int CONSENT_LENGTH_MAX = 600;

    /// Consent to data of special categories is explicit (Art. 9 (2) (a) GDPR).
    private static final Pattern EXPLICIT = Pattern.compile("(?i)ausdrücklich|explicit");

    private final Draft draft;

    PrivacyCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        if (draft.dialog().head().personal()) personal();
        else for (var question : draft.dialog().questions()) impersonal(question);
    }

    private void personal() {
        var consented = false;
        for (var question : draft.dialog().questions()) {
            consented |= question.isRequiredConsent();
            if (question.type() instanceof AnswerType.Consent) consent(question);
            privacy(question);
            purpose(question);
            if (!consented && question.asksPersonal())
                draft.step(question.id())
                        .at("ask")
                        .wrong(
                                "'"
                                        + question.id()
                                        + "' fragt nach Persönlichem, bevor jemand"
                                        + " eingewilligt hat.",
                                "Stellt die Einwilligung (type: consent, required: true) davor.");
        }
        if (!consented && !draft.dialog().questions().isEmpty())
            draft.head()
                    .at("personal")
                    .wrong(
                            "Diesem Dialog fehlt eine Einwilligung.",
                            "Ergänzt einen Schritt mit type: consent und required: true, oder"
                                    + " schreibt personal: false.");
    }

    private void consent(Question question) {
        var part = draft.step(question.id());
        var text = question.wording().text();
        var length = text.codePointCount(0, text.length());
        if (length > CONSENT_LENGTH_MAX)
            part.at("text")
                    .wrong(
                            "Der Text der Einwilligung hat " + length + " Zeichen.",
                            "Höchstens " + CONSENT_LENGTH_MAX + "; das Genaue gehört in notice.");
        if (question.isRequiredConsent()
                && draft.dialog().questions().stream().anyMatch(PrivacyCheck::isSpecial)
                && !EXPLICIT.matcher(text).find())
            part.at("text")
                    .wrong(
                            "Hier wird nach besonders Geschütztem gefragt (special: true), aber die"
                                    + " Einwilligung sagt es nicht ausdrücklich.",
                            "Ergänzt einen eigenen Satz, etwa: Das gilt ausdrücklich auch für"
                                    + " Angaben zur Gesundheit.");
        if (question.isRequiredConsent() && !question.when().equals(Condition.always()))
            part.at("when")
                    .wrongKey(
                            "Eine nötige Einwilligung hängt von nichts ab.",
                            "Nehmt 'when' heraus.");
        if (question.isRequiredConsent()
                && draft.dialog().offersScope()
                && !question.rules().core()
                && !question.rules().neededToSubmit())
            part.at("ask")
                    .wrong("Diese Einwilligung fehlt auf dem kurzen Weg.", "Ergänzt core: true.");
    }

    private static boolean isSpecial(Question question) {
        return question.rules().privacy().special();
    }

    private void privacy(Question question) {
        var part = draft.step(question.id());
        if (!part.has("privacy"))
            part.at("ask")
                    .wrong(
                            "Diesem Schritt fehlt 'privacy'.",
                            "Ergänzt etwa: privacy: {personal: false, purpose: "
                                    + draft.dialog().id()
                                    + ", keep: P1Y}");
    }

    /// Where the head words any purpose, it words each.
    private void purpose(Question question) {
        var known = draft.dialog().parts().purposes().keySet();
        var purpose = question.rules().privacy().purpose();
        if (!known.isEmpty() && !purpose.isEmpty() && !known.contains(purpose))
            draft.step(question.id())
                    .at("privacy")
                    .at("purpose")
                    .wrong(
                            "Den Zweck '" + purpose + "' erklärt dialog.yaml nicht.",
                            "Ergänzt ihn dort unter 'purposes'. "
                                    + Nearest.question(purpose, known));
    }

    private void impersonal(Question question) {
        var part = draft.step(question.id());
        if (isFree(question.type()))
            part.at("type")
                    .wrong(
                            "Dieser Dialog fragt nichts Persönliches (personal: false), also auch"
                                    + " kein '"
                                    + question.type().id()
                                    + "'.",
                            "Nehmt eine Auswahl, oder schreibt personal: true.");
        for (var option : part.list("options"))
            if (option.has("note"))
                option.at("note")
                        .wrongKey(
                                "Dieser Dialog fragt nichts Persönliches, also auch keine Worte zur"
                                        + " Auswahl.",
                                "Nehmt 'note' heraus.");
        if (question.rules().privacy().personal())
            part.at("privacy")
                    .at("personal")
                    .wrong(
                            "Dieser Dialog fragt nichts Persönliches (personal: false).",
                            "Schreibt hier personal: false.");
    }

    private static boolean isFree(AnswerType type) {
        return switch (type) {
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Email _ -> true;
            case AnswerType.Url _, AnswerType.Contact _, AnswerType.File _ -> true;
            case AnswerType.Consent _, AnswerType.Table _ -> true;
            case AnswerType.Choice _, AnswerType.Multi _, AnswerType.Numeric _ -> false;
            case AnswerType.Money _, AnswerType.Date _, AnswerType.Period _ -> false;
            case AnswerType.Confirm _ -> false;
        };
    }
}
