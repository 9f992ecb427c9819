// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.web.MultipartForm;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;
import org.skizzenlotse.web.WebServer;

/// Files handed over without JavaScript: by the page of the question, or by a link that somebody
/// opens on another device.
final class FilePages {
    private static final String LINK = "/hochladen/{secret}";

    private final Talk talk;
    private final Sessions sessions;
    private final FileWords words;

    /// What could not be taken, in words of the variant.
    private record Problems(String variant, List<String> all) {
        void add(String words) {
            all.add(words);
        }
    }

    FilePages(Talk talk, Sessions sessions) {
        this.talk = talk;
        this.sessions = sessions;
        this.words = new FileWords(talk);
    }

    void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var templates = shared.templates();
        routes.before("/hochladen/*", shared.rates()::request);
        routes.get(LINK, context -> show(context, templates, List.of()));
        routes.post(LINK, context -> byLink(context, templates));
        routes.get("/d/{dialog}/dateien/{file}", this::download);
    }

    /// Takes the files of a form; what could not be taken, in words. The form's token was checked
    /// when this returns.
    List<String> take(Context context, String token, String variant) {
        var form = MultipartForm.of(context);
        var problems = new Problems(variant, new ArrayList<>());
        var any = false;
        for (var sent = form.next(); sent.isPresent(); sent = form.next()) {
            any = true;
            Sessions.check(form.member("csrf"), token);
            var step = form.member("step");
            if (!StepId.isOne(step)) {
                throw new Refusal(Refusal.Kind.MALFORMED, "Das Formular ist nicht lesbar.");
            }
            var announced = new FileDesk.Announced(new StepId(step), "", sent.get().name(), -1);
            var begun = desk().begin(token, announced);
            taken(
                    sent.get(),
                    begun,
                    (id, file) -> {
                        var now = desk().append(token, id, 0, file.content());
                        return now instanceof FileDesk.Appended.Now
                                ? desk().finish(token, id)
                                : now;
                    },
                    problems);
        }
        if (!any) {
            problems.add(Texts.in(variant).say("file_none"));
        }
        return problems.all();
    }

    private void taken(
            MultipartForm.Sent sent,
            FileDesk.Begun begun,
            BiFunction<String, MultipartForm.Sent, FileDesk.Appended> receive,
            Problems problems) {
        switch (begun) {
            case FileDesk.Begun.Ready(var id) -> {
                if (receive.apply(id, sent)
                        instanceof FileDesk.Appended.Refused(var fault, var details)) {
                    problems.add(
                            sent.name() + ": " + words.why(fault, details, problems.variant()));
                }
            }
            case FileDesk.Begun.Refused(var fault, var details) ->
                    problems.add(
                            sent.name() + ": " + words.why(fault, details, problems.variant()));
            case FileDesk.Begun.NotThere(_) -> throw Talk.unavailable();
        }
    }

    private void download(Context context) {
        var token =
                sessions.token(context, context.pathParam("dialog"))
                        .orElseThrow(FilePages::nothingOpen);
        var download =
                desk().open(token, context.pathParam("file")).orElseThrow(FilePages::nothingOpen);
        words.send(context, download);
    }

    private void show(Context context, Templates templates, List<String> problems) {
        var link = desk().lookAtLink(context.pathParam("secret"));
        if (link.isEmpty()) {
            Pages.note(context.status(410), templates, Texts.wanted(context), "file_link_over");
            return;
        }
        var texts = Texts.in(link.get().variant());
        templates.show(
                context,
                "hochladen.jte",
                Map.of("texts", texts, "path", context.path(), "problems", problems));
    }

    private void byLink(Context context, Templates templates) {
        sessions.checkOrigin(context);
        var secret = context.pathParam("secret");
        var link = desk().lookAtLink(secret);
        if (link.isEmpty()) {
            context.redirect(context.path(), HttpStatus.SEE_OTHER);
            return;
        }
        var variant = link.get().variant();
        var problems = new Problems(variant, new ArrayList<>());
        var form = MultipartForm.of(context);
        int files = 0;
        for (var sent = form.next(); sent.isPresent(); sent = form.next()) {
            files++;
            taken(
                    sent.get(),
                    desk().beginByLink(secret, sent.get().name(), -1),
                    (id, file) -> {
                        var now = desk().appendByLink(secret, id, 0, file.content());
                        return now instanceof FileDesk.Appended.Now
                                ? desk().finishByLink(secret, id)
                                : now;
                    },
                    problems);
        }
        if (files == 0) {
            problems.add(Texts.in(variant).say("file_none"));
        }
        if (files > problems.all().size()) {
            desk().useUp(secret);
        }
        if (problems.all().isEmpty()) {
            Pages.note(context, templates, Texts.in(variant), "file_link_done");
        } else {
            show(context.status(422), templates, problems.all());
        }
    }

    private FileDesk desk() {
        return talk.conversations().files();
    }

    private static Refusal nothingOpen() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "Diese Datei gibt es hier nicht.");
    }
}
