// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.http.Context;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Lifecycle;

/// What this browser holds already. A conversation that would be put away by opening another one of
/// the same dialog is asked about first.
record Elsewhere(Talk talk, Sessions sessions) {

    /// Whether the browser's cookie is that of another conversation that still has something to
    /// lose: not an erased one, and not one that is unknown here.
    boolean isOpen(Context context, View wanted) {
        return sessions.token(context, wanted.dialog())
                .filter(token -> isAnother(token, wanted))
                .isPresent();
    }

    private boolean isAnother(String token, View wanted) {
        return talk.conversations().view(token) instanceof Outcome.Done(var known)
                && !known.id().equals(wanted.id())
                && !(known.lifecycle() instanceof Lifecycle.Erased);
    }
}
