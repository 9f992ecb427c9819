// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.database.StoreUnavailable;

/// Takes single answers and files out of a conversation as staff, in a turn of its own that tells
/// the applicants so.
public final class Redacting {
    private static final String BY = "staff";

    private final Circumstances circumstances;
    private final Turns turns;
    private final Function<Recorder.Made, Optional<Outcome>> save;

    Redacting(
            Circumstances circumstances,
            Turns turns,
            Function<Recorder.Made, Optional<Outcome>> save) {
        this.circumstances = circumstances;
        this.turns = turns;
        this.save = save;
    }

    /// What can be taken out: answers by the ID of their step, files by step, a slash and their ID.
    /// Texts name questions and files, and hold no answers.
    public List<Expects.Choice> choices(ConversationId id) {
        if (!(turns.find(id) instanceof Found.Known(var stored, _))) return List.of();
        var given = circumstances.byItself(stored);
        return engine().look(circumstances.dialog(stored), stored.conversation(), given)
                .removable();
    }

    /// Takes out one of [#choices]; false where it is not there (any more).
    ///
    /// @throws StoreUnavailable when it is not known to be done; repeat it
    public boolean redact(ConversationId id, String choice) {
        for (int i = 0; i < Conversations.TRIES_MAX; i++) {
            if (!(turns.find(id) instanceof Found.Known(var stored, _))) return false;
            var dialog = circumstances.dialog(stored);
            var given = circumstances.byItself(stored).by(BY);
            if (choices(id).stream().noneMatch(one -> one.id().equals(choice))) return false;
            var input = Input.Removed.of(choice);
            var turn = engine().turn(dialog, stored.conversation(), input, given);
            if (turn.effects().stream().noneMatch(Effect.Remove.class::isInstance)) return false;
            var none = Optional.<Change.Request>empty();
            var made =
                    new Recorder.Made(
                            stored,
                            dialog,
                            given,
                            input,
                            turn,
                            none,
                            Optional.empty(),
                            List.of(),
                            Heard.NOTHING);
            if (save.apply(made).filter(Outcome.Done.class::isInstance).isPresent()) return true;
        }
        throw new StoreUnavailable("not taken out yet");
    }

    private Engine engine() {
        return circumstances.installation().engine();
    }
}
