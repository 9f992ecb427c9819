// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Effect.Write.About;
import org.skizzenlotse.engine.Lifecycle;

/// The addresses that applicants gave for mails of the program, and what is written there beside
/// what the conversation says by itself: nothing where none was given for it.
final class Addressing {
    private final Draft draft;

    Addressing(Draft draft) {
        this.draft = draft;
    }

    /// The address that was given at that question, where it still counts.
    Optional<String> at(StepId step) {
        return draft.journey()
                .stop(step)
                .flatMap(stop -> {
                    var answer = stop.answer();
                    if (answer == null || !stop.applies()) return Optional.empty();
                    if (answer.value() instanceof Value.Text(var text)) return Optional.of(text);
                    return answer.value() instanceof Value.Contact contact
                            ? Optional.of(contact.email()).filter(email -> !email.isEmpty())
                            : Optional.empty();
                });
    }

    /// Writes the same by mail. Whoever took it back hears of it in the conversation only.
    void write(About about, String day) {
        var withdrawn = draft.now().lifecycle() instanceof Lifecycle.Withdrawn;
        if (withdrawn || !draft.journey().isConsented()) return;
        draft.dialog()
                .head()
                .timing()
                .mailTo()
                .flatMap(this::at)
                .ifPresent(to -> draft.effect(new Effect.Write(to, about, day, number(about))));
    }

    /// Nothing is said by itself twice on one day; staff say something whenever they do, so that
    /// counts by seconds.
    private int number(About about) {
        if (about == About.STAFF) return (int) draft.given().now().getEpochSecond();
        var today = draft.given().now().atZone(draft.given().zone()).toLocalDate();
        return (int) today.toEpochDay();
    }
}
