// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileFault;
import org.skizzenlotse.conversation.FileOverview;
import org.skizzenlotse.conversation.View;
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

    /// How the files of a form come in.
    private sealed interface Way {
        FileDesk.Begun begin(MultipartForm form, String name);

        FileDesk.Appended append(String id, InputStream bytes);

        FileDesk.Appended finish(String id);
    }

    private record ByPage(FileDesk desk, String token) implements Way {
        @Override
        public FileDesk.Begun begin(MultipartForm form, String name) {
            Sessions.check(form.member("csrf"), token);
            var step = form.member("step");
            if (!StepId.isOne(step)) {
                throw new Refusal(Refusal.Kind.MALFORMED, "Das Formular ist nicht lesbar.");
            }
            var announced =
                    new FileDesk.Announced(new StepId(step), "", name, -1, form.member("replaces"));
            return desk.begin(token, announced);
        }

        @Override
        public FileDesk.Appended append(String id, InputStream bytes) {
            return desk.append(token, id, 0, bytes);
        }

        @Override
        public FileDesk.Appended finish(String id) {
            return desk.finish(token, id);
        }
    }

    private record ByLink(FileDesk desk, String secret) implements Way {
        @Override
        public FileDesk.Begun begin(MultipartForm form, String name) {
            return desk.beginByLink(secret, name, -1);
        }

        @Override
        public FileDesk.Appended append(String id, InputStream bytes) {
            return desk.appendByLink(secret, id, 0, bytes);
        }

        @Override
        public FileDesk.Appended finish(String id) {
            return desk.finishByLink(secret, id);
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

    /// What could not be taken of a form, in words, and what else was typed in it.
    record Taken(List<String> problems, Kept kept) {}

    /// Takes the files of a form, whose token is checked before the first.
    Taken take(Context context, String token, String variant) {
        var problems = new Problems(variant, new ArrayList<>());
        var form = MultipartForm.of(context);
        take(form, new ByPage(desk(), token), problems);
        return new Taken(problems.all(), Sent.of(form.members()).kept());
    }

    /// How many files there were.
    private int take(MultipartForm form, Way way, Problems problems) {
        int files = 0;
        for (var sent = form.next(); sent.isPresent(); sent = form.next()) {
            files++;
            take(sent.get(), way.begin(form, sent.get().name()), way, problems);
        }
        if (files == 0) {
            problems.add(Texts.in(problems.variant()).say("file_none"));
        }
        return files;
    }

    private void take(MultipartForm.Sent sent, FileDesk.Begun begun, Way way, Problems problems) {
        switch (begun) {
            case FileDesk.Begun.Ready(var id) -> {
                var now = way.append(id, sent.content());
                if (now instanceof FileDesk.Appended.Now) {
                    now = way.finish(id);
                }
                if (now instanceof FileDesk.Appended.Refused(var fault, var details)) {
                    refused(sent, fault, details, problems);
                }
            }
            case FileDesk.Begun.Refused(var fault, var details) ->
                    refused(sent, fault, details, problems);
            case FileDesk.Begun.NotThere(_) -> throw Talk.unavailable();
        }
    }

    private void refused(
            MultipartForm.Sent sent, FileFault fault, List<String> details, Problems problems) {
        problems.add(sent.name() + ": " + words.why(fault, details, problems.variant()));
    }

    /// The files that the page of this view shows.
    FileOverview overview(View view, String token) {
        return FileList.asksForFiles(view) ? desk().overview(token) : FileOverview.NONE;
    }

    /// Removes a file that no answer holds, if it is there; false for one that goes by a turn.
    boolean isGone(String token, String file) {
        return desk().remove(token, file) || desk().file(token, file).isEmpty();
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
            Notice.show(context.status(410), templates, Texts.wanted(context), "file_link_over");
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
        int files = take(MultipartForm.of(context), new ByLink(desk(), secret), problems);
        if (files > problems.all().size()) {
            desk().useUp(secret);
        }
        if (problems.all().isEmpty()) {
            Notice.show(context, templates, Texts.in(variant), "file_link_done");
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
