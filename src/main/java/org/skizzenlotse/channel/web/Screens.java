// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;

/// Shows a conversation as a page, or why there is none any more.
final class Screens {
    private final Talk talk;
    private final Sessions sessions;
    private final FilePages files;

    Screens(Talk talk, Sessions sessions, FilePages files) {
        this.talk = talk;
        this.sessions = sessions;
        this.files = files;
    }

    /// What the page of a conversation is made of.
    PageMaker.Of of(View view, Dialog dialog, String token, Kept kept) {
        Optional<Sketch> sketch =
                PageMaker.showsSketch(view) ? talk.sketch(token) : Optional.empty();
        return new PageMaker.Of(
                view,
                dialog.frame(view.variant()).title(),
                sessions.returnAddress(),
                Sessions.csrf(token),
                kept,
                false,
                List.of(),
                sketch,
                files.overview(view, token),
                talk.language(view),
                talk.elsewhere(view));
    }

    /// Shows it.
    void show(Context context, Templates templates, PageMaker.Of of) {
        templates.show(context, "gespraech.jte", Map.of("page", PageMaker.page(of)));
    }

    /// The page of somebody who has just come in, with the key that they were given.
    void arrived(Context context, Templates templates, String token, View view) {
        var dialog = talk.dialog(view.dialog()).orElseThrow(Talk::unavailable);
        show(context, templates, of(view, dialog, token, Kept.NOTHING));
    }

    /// The page of a conversation that is no more.
    void gone(Context context, Templates templates, Dialog dialog) {
        sessions.end(context, dialog.id());
        Notice.gone(context, templates);
    }

    /// The page of somebody who does not work along any more.
    void revoked(Context context, Templates templates, Dialog dialog) {
        sessions.end(context, dialog.id());
        Notice.show(context, templates, Texts.wanted(context), "revoked");
    }
}
