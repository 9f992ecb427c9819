// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.stream.IntStream;
import org.skizzenlotse.dialog.QuietHours;
import org.skizzenlotse.dialog.source.Part;

/// Nobody is written to at night, an end can be announced before it comes, and no reminder comes
/// behind it.
final class TimingCheck {
    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final int NIGHT_MINUTES = 9 * 60;

    /// The last announcement comes three days before the end.
    private static final int DRAFT_DAYS_MIN = 4;

    /// The first announcement comes thirty days before the end.
    private static final int SUBMITTED_DAYS_MIN = 31;

    private static final Period SUBMITTED_MAX = Period.ofMonths(24);

    /// The fact in which the installation says how long what was handed in is kept.
    private static final String MONTHS = "aufbewahrung_monate";

    private final Draft draft;

    TimingCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        var timing = draft.head().at("timing");
        var meant = draft.dialog().head().timing();
        if (timing.has("quiet")) quiet(timing.at("quiet"), meant.quiet());
        long kept = days(meant.draft());
        if (draft.dialog().head().personal() && kept < DRAFT_DAYS_MIN)
            timing.at("draft")
                    .wrong(
                            "So früh lässt sich das Ende eines Entwurfs nicht ankündigen.",
                            "Nehmt mindestens P" + DRAFT_DAYS_MIN + "D.");
        meant.submitted().ifPresent(period -> submitted(timing.at("submitted"), period));
        var paces = timing.list("remind");
        if (paces.size() == meant.remind().size())
            for (int i = 0; i < paces.size(); i++) pace(paces.get(i), meant.remind().get(i), kept);
    }

    private static void quiet(Part part, QuietHours hours) {
        var covered =
                IntStream.range(0, NIGHT_MINUTES)
                        .mapToObj(NIGHT::plusMinutes)
                        .allMatch(hours::contain);
        if (!covered)
            part.wrong(
                    "Nachts wird niemand angeschrieben.",
                    "Die Ruhezeit geht wenigstens von 22:00 bis 07:00, etwa 20:00-09:00.");
    }

    private void submitted(Part part, Period period) {
        if (days(period) < SUBMITTED_DAYS_MIN)
            part.wrong(
                    "So früh lässt sich das Löschen nicht 30 Tage vorher ankündigen.",
                    "Nehmt mindestens P" + SUBMITTED_DAYS_MIN + "D.");
        if (days(period) > days(SUBMITTED_MAX))
            part.wrong(
                    "Länger als zwei Jahre nach dem Einreichen bleibt nichts.",
                    "Nehmt höchstens P24M.");
        if (draft.dialog().parts().facts().containsKey(MONTHS))
            part.wrong(
                    "Hier gilt eine eigene Frist, aber " + MONTHS + " nennt die der Installation.",
                    "Nehmt die Vorgabe unter facts weg, und nennt die Frist in euren Worten.");
    }

    private static void pace(Part part, Period pace, long kept) {
        if (days(pace) >= kept)
            part.wrong(
                    "Diese Erinnerung käme erst, wenn der Entwurf schon gelöscht ist.",
                    "Nehmt weniger als " + kept + " Tage.");
    }

    /// From a January on.
    private static long days(Period period) {
        return LocalDate.EPOCH.plus(period).toEpochDay();
    }
}
