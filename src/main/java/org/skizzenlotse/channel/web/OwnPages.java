// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.conversation.MyData;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.json.MyDataJson;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;

/// What is kept of the conversation of this browser: a page to read, and a file to take along.
public final class OwnPages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d.M.yyyy, HH:mm");

    private final Talk talk;
    private final Sessions sessions;

    OwnPages(Talk talk, Sessions sessions) {
        this.talk = talk;
        this.sessions = sessions;
    }

    void addTo(RoutesConfig routes, Templates templates) {
        routes.get("/d/{dialog}/meine-daten", context -> show(context, templates));
        routes.get("/d/{dialog}/meine-daten.json", this::send);
    }

    /// What the page shows, with the times of the place where the installation is.
    public record Shown(MyData data, ZoneId zone, Texts texts) {
        /// A time in words.
        public String when(Instant at) {
            return WHEN.format(at.atZone(zone));
        }

        /// The key of the words for what somebody said to the other.
        public String remark(MyData.Remarked remark) {
            return "own_remark_" + remark.kind();
        }

        /// A message as HTML.
        public String html(MyData.Told told) {
            return DialogText.html(told.text());
        }

        /// A channel in words; its name where there are none.
        public String channel(String channel) {
            return channel.equals(Talk.CHANNEL) ? texts.say("own_browser") : channel;
        }

        /// Whether others work along, or did.
        public boolean isShared() {
            return data.people().size() > 1;
        }

        /// How somebody stands to the conversation, in words.
        public String standing(MyData.Someone someone) {
            return texts.say(
                    someone.responsible()
                            ? "own_people_responsible"
                            : "own_people_" + someone.standing().name().toLowerCase(Locale.ROOT));
        }

        /// By whom something is, after a dot; nothing where only one could be.
        public String names(Answer.Provenance from) {
            if (!isShared()) return "";
            var numbers = Person.numbers(from.by());
            var names =
                    data.people().stream()
                            .filter(one -> numbers.contains(one.number()))
                            .map(MyData.Someone::name)
                            .toList();
            return names.isEmpty() ? "" : " · " + String.join(", ", names);
        }
    }

    private void show(Context context, Templates templates) {
        var data = data(context);
        var texts = Texts.in(data.about().variant());
        var shown = new Shown(data, talk.zone(), texts);
        context.header("Cache-Control", "no-store");
        templates.show(context, "meinedaten.jte", Map.of("shown", shown, "texts", texts));
    }

    private void send(Context context) {
        var data = data(context);
        context.header("Content-Disposition", "attachment; filename=\"meine-daten.json\"");
        context.header("Cache-Control", "no-store");
        context.result(MyDataJson.text(data, talk.conversations().ownData().now()))
                .contentType("application/json");
    }

    private MyData data(Context context) {
        return sessions.token(context, context.pathParam("dialog"))
                .flatMap(token -> talk.conversations().ownData().of(token))
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "In diesem Browser ist gerade kein Gespräch offen."));
    }
}
