// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.store.Change;

/// Which files a conversation holds: those of its answers, whether they apply or not, and those of
/// an answer that is proposed or could be undone.
final class HeldFiles {
    private final Set<String> ids = new HashSet<>();

    private HeldFiles() {}

    /// What a turn changed about that, if anything.
    static Optional<Change.Held> changed(Conversation before, Conversation after) {
        var then = of(before);
        var now = of(after);
        if (now.equals(then)) return Optional.empty();
        var fresh = new HashSet<>(now);
        fresh.removeAll(then);
        return Optional.of(new Change.Held(now, fresh));
    }

    private static Set<String> of(Conversation conversation) {
        var held = new HeldFiles();
        conversation.answers().values().forEach(held::add);
        var position = conversation.position();
        if (position.undo() != null) held.add(position.undo().before());
        switch (position.aside()) {
            case Aside.Noting(_, var proposed) -> held.add(proposed);
            case Aside.Impact(_, var proposed) -> held.add(proposed);
            case Aside.AskingBack back -> held.add(back.proposed());
            case Aside.None _, Aside.Changing _, Aside.Choosing _ -> {}
            case Aside.Confirming _, Aside.Stopping _ -> {}
            case Aside.Removing _, Aside.Parting _ -> {}
        }
        return held.ids;
    }

    private void add(@Nullable Answer answer) {
        if (answer != null && answer.value() instanceof Value.Files(var files))
            for (var file : files) ids.add(file.id());
    }
}
