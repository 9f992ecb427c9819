// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

/// The privacy notice in short, for whoever came by a dialog in English: the notice itself is
/// German, like every dialog that asks for personal data.
final class EnglishSummary {
    private EnglishSummary() {}

    static Item of(Operator operator) {
        return new Item("english", "In English, in short", text(operator), "en");
    }

    private static String text(Operator operator) {
        return """
        The notice above is in German. This is what it says, in short. If anything is unclear, write
        to %s, in English if you like.

        - **Who is responsible:** %s, %s
        - **Questions about privacy:** %s
        - **Just looking:** we do not count you, load nothing from other servers and do not write
          your internet address down.
        - **Why:** we turn your answers into a sketch, read it, advise you and answer you. Where we
          ask for your consent, nothing of what you say is stored before you agree.
        - **Who gets it:** only those named above under “Wer die Angaben bekommt”. We sell and give
          away nothing.
        - **How long:** drafts %s days after your last sign of life; what you sent in %s months
          after our advice has ended, at most %s months after sending it; what you took back 30
          days. We tell you before.
        - **Your rights:** you can see, correct, take along and delete everything, have its use
          restricted, and take your consent back at any time: in the conversation with the words “my
          data”, “delete” and “withdraw”, or by mail. What we did until then stays lawful. You can
          complain to: %s.
        - **Voluntary:** you do not have to tell us anything, and no program decides about you.
        """
                .formatted(
                        operator.markdown("kontakt"),
                        operator.markdown("stelle"),
                        operator.markdown("anschrift"),
                        operator.markdown("datenschutz_kontakt"),
                        operator.fact("entwurf_tage"),
                        operator.fact("aufbewahrung_monate"),
                        operator.fact("aufbewahrung_hoechstens"),
                        operator.markdown("aufsicht"));
    }
}
