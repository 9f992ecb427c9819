// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.skizzenlotse.render.question.QuestionSheet;
import org.skizzenlotse.render.question.QuestionsForOthers;
import org.skizzenlotse.render.document.Odt;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;

/// Texts for others: the sketch, and open questions, to be passed on by people themselves. Nobody
/// is written to from here.
public final class SharePages {
    /// Longer links are cut or refused by mail programs.
    private static final int LINK_LENGTH_MAX = 1_800;

    private final Talk talk;
    private final Sessions sessions;

    SharePages(Talk talk, Sessions sessions) {
        this.talk = talk;
        this.sessions = sessions;
    }

    void addTo(RoutesConfig routes, Templates templates) {
        routes.get("/d/{dialog}/teilen", context -> show(context, templates));
        routes.get(
                "/d/{dialog}/fragen.md",
                context -> {
                    file(context, "md");
                    var text = asked(context).markdown();
                    context.result(text).contentType("text/markdown; charset=utf-8");
                });
        routes.get(
                "/d/{dialog}/fragen.odt",
                context -> {
                    file(context, "odt");
                    var bytes = asked(context).document(texts(context).language());
                    context.result(bytes).contentType(Odt.MEDIA_TYPE);
                });
    }

    /// What the page shows: the mail to copy, a link that opens it in a mail program (empty where
    /// it would be too long), the open questions one by one, and whether there is a sketch.
    public record Share(
            String dialog,
            String step,
            String mail,
            String link,
            List<QuestionSheet.Asked> open,
            boolean sketch) {
        /// Copies the list.
        public Share {
            open = List.copyOf(open);
        }
    }

    private void show(Context context, Templates templates) {
        var step = step(context);
        var all = talk.forOthers(token(context), "");
        var asked = talk.forOthers(token(context), step);
        var mail = asked.map(QuestionsForOthers::plain).orElse("");
        var open =
                all.map(one -> one.sheet().groups()).orElse(List.of()).stream()
                        .flatMap(group -> group.asked().stream())
                        .toList();
        var share =
                new Share(
                        context.pathParam("dialog"),
                        asked.isPresent() ? step : "",
                        mail,
                        link(asked.map(QuestionsForOthers::title).orElse(""), mail),
                        open,
                        talk.sketch(token(context)).isPresent());
        templates.show(context, "teilen.jte", Map.of("share", share, "texts", texts(context)));
    }

    private static String link(String subject, String mail) {
        var link = "mailto:?subject=" + encoded(subject) + "&body=" + encoded(mail);
        return mail.isEmpty() || link.length() > LINK_LENGTH_MAX ? "" : link;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words.replace("\n", "\r\n"), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private QuestionsForOthers asked(Context context) {
        return talk.forOthers(token(context), step(context))
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "Gerade ist nichts offen, was andere beantworten könnten."));
    }

    private static void file(Context context, String ending) {
        var name = "offene-fragen." + ending;
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private Texts texts(Context context) {
        return talk.conversations()
                .openQuestions(token(context))
                .map(open -> Texts.in(open.display().variant()))
                .orElseGet(() -> Texts.wanted(context));
    }

    private static String step(Context context) {
        return Objects.requireNonNullElse(context.queryParam("frage"), "");
    }

    private String token(Context context) {
        return sessions.token(context, context.pathParam("dialog"))
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "In diesem Browser ist gerade keine Skizze offen."));
    }
}
