// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.web.SketchFile;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.render.json.MyDataJson;
import org.skizzenlotse.render.document.Odt;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// The JSON API of DESIGN section 12, described by `/api/v1/openapi.json`.
public final class Api implements WebServer.Surface {
    static final String ROOT = "/api/v1";
    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_-]{20,200})");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Talk talk;
    private final Streams streams;
    private final Comings comings;
    private final Uploads uploads;

    /// The API over these conversations.
    public Api(Talk talk, WebSettings settings) {
        this.talk = talk;
        this.streams = new Streams(talk, settings.limits());
        this.comings = new Comings(talk);
        this.uploads = new Uploads(talk, settings.publicUrl());
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var rates = shared.rates();
        routes.before(ROOT + "/*", context -> count(context, rates));
        routes.get(ROOT + "/openapi.json", Api::describe);
        routes.get(ROOT + "/dialogs", this::dialogs);
        routes.post(ROOT + "/conversations", context -> open(context, rates));
        routes.get(ROOT + "/conversation", this::view);
        routes.post(ROOT + "/conversation/turns", this::turn);
        routes.get(ROOT + "/conversation/messages", this::stream);
        routes.get(ROOT + "/conversation/sketch", this::sketch);
        routes.get(ROOT + "/conversation/meeting", this::meeting);
        routes.get(ROOT + "/conversation/data", this::data);
        routes.get(ROOT + "/conversation/open-questions", this::openQuestions);
        comings.addTo(routes, rates);
        uploads.addTo(routes);
    }

    @Override
    public void close() {
        streams.close();
    }

    private static void count(Context context, Rates rates) {
        if (context.method().equals(HandlerType.OPTIONS)) {
            return;
        }
        rates.request(context);
        var header = context.header("Authorization");
        if (header != null) {
            rates.conversation(Talk.digest(header));
        }
    }

    private static void describe(Context context) {
        try (var document = Api.class.getResourceAsStream("/openapi.json")) {
            if (document == null) {
                throw new IllegalStateException("not packaged: openapi.json");
            }
            context.result(document.readAllBytes())
                    .contentType("application/json")
                    .header("Cache-Control", "public, max-age=3600");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void dialogs(Context context) {
        json(context, JsonAnswers.dialogs(talk.dialogs().get()));
    }

    private void open(Context context, Rates rates) {
        var beginning = JsonRequests.beginning(Bodies.json(context));
        var dialog =
                talk.dialog(beginning.dialog())
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.UNKNOWN_DIALOG,
                                        "Welche es gibt, steht unter /api/v1/dialogs."));
        var asked = beginning.variant();
        if (!asked.isEmpty() && beginning.from().isEmpty() && !dialog.variants().contains(asked)) {
            throw new Refusal(Refusal.Kind.MALFORMED, "`variant` gibt es für diesen Dialog nicht.");
        }
        var variant = asked.isEmpty() ? talk.unasked(context, dialog) : asked;
        rates.start(context);
        var opened =
                talk.conversations()
                        .open(
                                new Conversations.Beginning(
                                        dialog.id(), variant, Talk.CHANNEL, beginning.from()));
        var answer = JsonAnswers.view(opened.view()).put("token", opened.token());
        json(context.status(201), answer);
    }

    private void view(Context context) {
        json(context, JsonAnswers.view(Talk.done(talk.conversations().view(token(context)))));
    }

    private void turn(Context context) {
        var token = token(context);
        var key = idempotencyKey(context);
        var body = Bodies.json(context);
        var request =
                new TurnRequest(
                        JsonRequests.input(body),
                        Talk.CHANNEL,
                        key,
                        Talk.digest(body),
                        JsonRequests.seen(body));
        var view = Talk.done(talk.conversations().turn(token, request));
        var answer = JsonAnswers.view(view);
        var elsewhere = talk.elsewhere(view);
        if (!elsewhere.telegram().isEmpty()) answer.put("telegram", elsewhere.telegram());
        if (!elsewhere.matrix().isEmpty()) answer.put("matrix", elsewhere.matrix());
        json(context, answer);
    }

    static String idempotencyKey(Context context) {
        var key = context.header("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new Refusal(
                    Refusal.Kind.KEY_MISSING,
                    "Idempotency-Key: 1 bis 200 sichtbare ASCII-Zeichen, neu für jede Anfrage.");
        }
        return key;
    }

    private void stream(Context context) throws IOException {
        streams.serve(context, token(context));
    }

    private void data(Context context) {
        var token = token(context);
        Talk.done(talk.conversations().view(token));
        var own = talk.conversations().ownData();
        var data = own.of(token).orElseThrow(Talk::unavailable);
        context.header("Cache-Control", "no-store");
        context.result(MyDataJson.text(data, own.now())).contentType("application/json");
    }

    private void openQuestions(Context context) {
        var token = token(context);
        var type =
                Accepted.best(
                        context.header("Accept"),
                        List.of("text/plain", "text/markdown", Odt.MEDIA_TYPE));
        var view = Talk.done(talk.conversations().view(token));
        var step = Objects.requireNonNullElse(context.queryParam("step"), "");
        var asked =
                talk.forOthers(token, step)
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.NOT_FOUND,
                                        "Gerade ist nichts offen, was andere beantworten"
                                                + " könnten."));
        context.header("Vary", "Origin, Accept");
        switch (type) {
            case "text/markdown" ->
                    context.result(asked.markdown()).contentType(type + "; charset=utf-8");
            case Odt.MEDIA_TYPE -> context.result(asked.document(view.variant())).contentType(type);
            default -> context.result(asked.plain()).contentType(type + "; charset=utf-8");
        }
    }

    private void sketch(Context context) {
        var token = token(context);
        var forms = List.of(SketchFile.values());
        var types = forms.stream().map(SketchFile::mediaType).toList();
        var form = forms.get(types.indexOf(Accepted.best(context.header("Accept"), types)));
        Talk.done(talk.conversations().view(token));
        var sketch =
                talk.sketch(token)
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.NOT_FOUND,
                                        "Aus diesem Dialog entsteht keine Skizze."));
        context.header("Vary", "Origin, Accept");
        talk.answer(context, sketch, form);
    }

    private void meeting(Context context) {
        var token = token(context);
        Talk.done(talk.conversations().view(token));
        talk.meeting(context, token);
    }

    static String token(Context context) {
        var header = context.header("Authorization");
        var bearer = BEARER.matcher(header == null ? "" : header);
        if (!bearer.matches()) {
            throw new Refusal(Refusal.Kind.UNKNOWN_TOKEN, "Es fehlt `Authorization: Bearer …`.");
        }
        return bearer.group(1);
    }

    static void json(Context context, JsonNode answer) {
        context.result(answer.toString()).contentType("application/json");
    }
}
