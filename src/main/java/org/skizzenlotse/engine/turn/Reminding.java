// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Effect.Write.About;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.parse.Words;

/// Reminders at the pace of the dialog, counted from the last sign of life: to whoever agreed and
/// has not handed in, until they say that they want none.
final class Reminding {
    static final String KIND = "remind_";

    /// In the set of what was shown, once somebody was reminded.
    private static final String REMINDED = "reminded";

    private static final Set<String> STOP_WORDS = Set.of("stopp", "stop");

    private final Draft draft;
    private final ByItself byItself;

    Reminding(Draft draft) {
        this.draft = draft;
        this.byItself = new ByItself(draft);
    }

    /// Sets the first one.
    void begin() {
        if (!paces().isEmpty())
            draft.wake(KIND + 0, byItself.after(draft.given().now(), paces().getFirst()));
    }

    /// The person wants no more of them. The conversation stays.
    void stop() {
        if (draft.now().reminders()) draft.note(new Happened.Reminders(false));
        draft.reply(Phrase.REMINDERS_OFF);
    }

    /// The person wants them again: from the first one on.
    void again() {
        if (!isPossible()) {
            draft.reply(Phrase.REMINDERS_NONE);
            return;
        }
        if (!draft.now().reminders()) {
            draft.note(new Happened.Reminders(true));
            begin();
        }
        draft.reply(Phrase.REMINDERS_ON);
    }

    /// What can be chosen about them, if anything.
    Optional<Command> offered() {
        if (!isPossible()) return Optional.empty();
        return Optional.of(draft.now().reminders() ? Command.NO_REMINDERS : Command.REMINDERS);
    }

    /// What a whole message means: who was reminded and says stop means the reminders, and need not
    /// be asked back, since nothing is lost by it.
    Optional<CommandWords.Found> meant(String text, Optional<CommandWords.Found> found) {
        var stops =
                isPossible()
                        && draft.now().reminders()
                        && draft.now().shown().contains(REMINDED)
                        && STOP_WORDS.contains(Words.normal(text));
        return stops
                ? Optional.of(
                        new CommandWords.Found(Command.NO_REMINDERS, OpenStatus.UNKNOWN, "", true))
                : found;
    }

    private List<Period> paces() {
        return draft.dialog().head().timing().remind();
    }

    /// A wake-up of this number came.
    void fired(String number) {
        int index = index(number);
        if (index < 0 || !draft.now().reminders() || !isPossible()) return;
        var kind = KIND + number;
        var due = byItself.after(draft.given().lastSign(), paces().get(index));
        if (due.isAfter(draft.given().now())) draft.wake(kind, due);
        else if (byItself.mayNow(kind)) {
            var words = new Calling(draft).reminder();
            byItself.say(words + "\n\n" + draft.phrase(Phrase.REMINDER_STOP));
            new Addressing(draft).write(About.REMINDER, "");
            draft.shown(Set.of(REMINDED));
            following(index + 1);
        }
    }

    /// The reminder of this number, -1 for none.
    private int index(String number) {
        for (int i = 0; i < paces().size(); i++) if (String.valueOf(i).equals(number)) return i;
        return -1;
    }

    private boolean isPossible() {
        return !paces().isEmpty()
                && draft.now().lifecycle() instanceof Lifecycle.Draft
                && draft.journey().isConsented()
                && !isAnswered();
    }

    /// Where nothing is handed in, all is done once nothing is left to ask.
    private boolean isAnswered() {
        return !draft.journey().asksConsent() && draft.journey().next().isEmpty();
    }

    /// The next one, a day from now at the earliest: a service that stood still does not catch up.
    private void following(int index) {
        if (index >= paces().size()) return;
        var due = byItself.after(draft.given().lastSign(), paces().get(index));
        var tomorrow = byItself.after(draft.given().now(), Period.ofDays(1));
        draft.wake(KIND + index, due.isAfter(tomorrow) ? due : tomorrow);
    }
}
