// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.WakeUpStore;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.database.Database;

/// In what a turn happens: the dialog that counts for it, and all that it may know of the world.
record Circumstances(Installation installation, Published published, Neighbours neighbours) {
    Dialog dialog(Stored stored) {
        return published.forNextTurn(stored.conversation());
    }

    /// On that channel, by a person who gives a sign of life now.
    Given alive(Stored stored, String channel) {
        var now = installation.now();
        return given(stored, channel, now, now);
    }

    /// The same with the version that counts from this turn on.
    Step step(Stored stored, String channel) {
        var next = published.next(stored.conversation());
        var now = installation.now();
        var plain = installation.given(next.dialog(), channel, now, now);
        var given = neighbours.beside(plain, stored.conversation());
        return new Step(next.dialog(), next.upgrade().map(given::upgrading).orElse(given));
    }

    /// The dialog of a turn, and what it may know.
    record Step(Dialog dialog, Given given) {}

    /// Without a sign of life, on the channel of the last one.
    Given byItself(Stored stored) {
        var marks = stored.marks();
        return given(stored, marks.channel(), installation.now(), marks.lastSignAt());
    }

    /// What a wake-up that this owner leased does if it comes now.
    Recorder.Made woken(Stored stored, WakeUpStore.Due due, String owner) {
        var dialog = dialog(stored);
        var given = byItself(stored);
        var input = new Input.TimedOut(due.kind());
        var turn = installation.engine().turn(dialog, stored.conversation(), input, given);
        var answered = Optional.of(new Change.WakeUp(due.kind(), given.now(), owner));
        var none = Optional.<Change.Request>empty();
        return new Recorder.Made(
                stored, dialog, given, input, turn, none, answered, List.of(), Heard.NOTHING);
    }

    /// Who gives everything its end by the periods in force.
    Ends ends(Database database) {
        return new Ends(installation, published, database);
    }

    private Given given(Stored stored, String channel, Instant now, Instant lastSign) {
        var plain = installation.given(dialog(stored), channel, now, lastSign);
        return neighbours.beside(plain, stored.conversation());
    }
}
