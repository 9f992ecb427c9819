// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.web.Rates;

/// From the pages of one dialog to those of the one in which somebody chose to go on.
record Onward(Talk talk, Sessions sessions) {

    /// Begins it with what was said here, and shows it. A draft with answers that this browser has
    /// of it already is not put away for that: it goes on.
    void go(Context context, View from, String token, Rates rates) {
        var dialog = from.next().orElseThrow().dialog();
        if (sessions.token(context, dialog).filter(this::isUnderWay).isEmpty()) {
            rates.start(context);
            var beginning =
                    new Conversations.Beginning(dialog, from.variant(), Talk.CHANNEL, token);
            sessions.begin(context, dialog, talk.conversations().open(beginning).token());
        }
        context.redirect("/d/" + dialog, HttpStatus.SEE_OTHER);
    }

    private boolean isUnderWay(String token) {
        return talk.conversations().view(token) instanceof Outcome.Done(var view)
                && view.lifecycle() instanceof Lifecycle.Draft
                && view.progress().answered() > 0;
    }
}
