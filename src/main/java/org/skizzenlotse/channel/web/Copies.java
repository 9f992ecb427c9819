// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.http.Context;
import org.skizzenlotse.web.Refusal;

/// The sketch of this browser's conversation as a file to take along.
final class Copies {
    private final Talk talk;
    private final Sessions sessions;

    Copies(Talk talk, Sessions sessions) {
        this.talk = talk;
        this.sessions = sessions;
    }

    /// The meeting that is agreed, for a calendar.
    void meeting(Context context) {
        var token = sessions.token(context, context.pathParam("dialog"));
        talk.meeting(context, token.orElse(""));
    }

    void send(Context context, SketchFile form) {
        var dialog = context.pathParam("dialog");
        var sketch =
                sessions.token(context, dialog)
                        .flatMap(talk::sketch)
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.NOT_FOUND,
                                        "In diesem Browser ist gerade keine Skizze offen."));
        var name = sketch.reference().isEmpty() ? dialog : sketch.reference();
        var file = name.replaceAll("[^A-Za-z0-9_-]", "_") + "." + form.ending();
        context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        talk.answer(context, sketch, form);
    }
}
