// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.channel.web.FileWords;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Refusal;

/// Files of a conversation over HTTP: resumable uploads by tus 1.0 (core, creation, termination;
/// the server itself reads `X-HTTP-Method-Override`), their list, their content for whoever handed
/// them over, and links for other devices.
final class Uploads {
    private static final String ALL = "/api/v1/conversation/files";
    private static final String ONE = ALL + "/{file}";
    private static final String VERSION = "1.0.0";
    private static final String TUS = "Tus-Resumable";
    private static final String LENGTH = "Upload-Length";
    private static final String OFFSET = "Upload-Offset";
    private static final String PIECE = "application/offset+octet-stream";

    /// Name, step and question, each in Base64.
    private static final int METADATA_LENGTH_MAX = 4_000;

    private final Talk talk;
    private final String publicUrl;
    private final FileWords words;

    /// The public address is empty where none is set: then it is the one that was asked.
    Uploads(Talk talk, String publicUrl) {
        this.talk = talk;
        this.publicUrl = publicUrl;
        this.words = new FileWords(talk);
    }

    void addTo(RoutesConfig routes) {
        routes.options(ALL, Uploads::abilities);
        routes.options(ONE, Uploads::abilities);
        routes.post(ALL, this::create);
        routes.get(ALL, this::list);
        routes.get(ONE, this::state);
        routes.head(ONE, this::offset);
        routes.patch(ONE, this::append);
        routes.delete(ONE, this::remove);
        routes.get(ONE + "/content", this::content);
        routes.post("/api/v1/conversation/upload-links", this::link);
    }

    private static void abilities(Context context) {
        context.status(204)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,termination");
    }

    private void create(Context context) {
        speaks(context);
        var token = Api.token(context);
        var metadata = metadata(context);
        var step = metadata.getOrDefault("step", "");
        if (!StepId.isOne(step)) {
            throw malformed(
                    "`Upload-Metadata` nennt mit `step` die Frage, zu der die Datei kommt.");
        }
        var announced =
                new FileDesk.Announced(
                        new StepId(step),
                        metadata.getOrDefault("about", ""),
                        metadata.getOrDefault("filename", ""),
                        number(context, LENGTH),
                        metadata.getOrDefault("replaces", ""));
        switch (desk().begin(token, announced)) {
            case FileDesk.Begun.Ready(var id) ->
                    context.status(201).header("Location", ALL + "/" + id);
            case FileDesk.Begun.Refused(var fault, var details) ->
                    throw words.refusal(fault, details, token);
            case FileDesk.Begun.NotThere(var gone) -> throw notThere(gone);
        }
    }

    private void state(Context context) {
        offset(context);
        context.result(json(file(context)).toString()).contentType("application/json");
    }

    private void offset(Context context) {
        var file = file(context);
        context.header(TUS, VERSION).header(OFFSET, String.valueOf(file.received()));
        if (file.bytes() >= 0) {
            context.header(LENGTH, String.valueOf(file.bytes()));
        }
    }

    private void append(Context context) {
        speaks(context);
        var type = context.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(PIECE)) {
            throw new Refusal(Refusal.Kind.MEDIA_TYPE, "Gelesen wird hier " + PIECE + ".");
        }
        var token = Api.token(context);
        var offset = number(context, OFFSET);
        var id = context.pathParam("file");
        switch (desk().append(token, id, offset, context.bodyInputStream())) {
            case FileDesk.Appended.Now(var now, _) ->
                    context.status(204).header(OFFSET, String.valueOf(now));
            case FileDesk.Appended.Conflict(var now) ->
                    context.status(409).header(OFFSET, String.valueOf(now));
            case FileDesk.Appended.Refused(var fault, var details) ->
                    throw words.refusal(fault, details, token);
            case FileDesk.Appended.NotThere(var gone) -> throw notThere(gone);
        }
    }

    /// What belongs to an answer goes by a turn in which it is not among the files any more.
    private void remove(Context context) {
        var token = Api.token(context);
        var file = file(context);
        if (!desk().remove(token, file.id())) {
            throw new Refusal(
                    Refusal.Kind.FILE, "Diese Datei gehört schon zu einer Antwort. Ändert die.");
        }
        context.status(204).header(TUS, VERSION);
    }

    private void list(Context context) {
        var token = Api.token(context);
        Talk.done(talk.conversations().view(token));
        var all = desk().overview(token);
        var files = JsonNodeFactory.instance.objectNode();
        var array = files.putArray("files");
        all.files().forEach(file -> array.add(json(file)));
        files.put("bytes", all.bytes()).put("bytes_max", all.bytesMax());
        context.result(files.toString()).contentType("application/json");
    }

    private void content(Context context) {
        var token = Api.token(context);
        var download = desk().open(token, context.pathParam("file")).orElseThrow(Uploads::unknown);
        words.send(context, download);
    }

    private void link(Context context) {
        var token = Api.token(context);
        var step = JsonRequests.step(Bodies.json(context));
        var link = desk().link(token, step).orElseThrow(() -> notThere(false));
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("url", address(context) + "/hochladen/" + link.secret())
                .put("until", link.until().toString());
        context.status(201).result(answer.toString()).contentType("application/json");
    }

    private String address(Context context) {
        return publicUrl.isEmpty() ? context.scheme() + "://" + context.header("Host") : publicUrl;
    }

    private FileDesk.FileView file(Context context) {
        return desk().file(Api.token(context), context.pathParam("file"))
                .orElseThrow(Uploads::unknown);
    }

    private FileDesk desk() {
        return talk.conversations().files();
    }

    private static ObjectNode json(FileDesk.FileView file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.id())
                .put("step", file.step().value())
                .put("about", file.about())
                .put("name", file.name())
                .put("size", file.bytes())
                .put("received", file.received())
                .put("state", file.ready() ? "ready" : "receiving")
                .put("attached", file.attached())
                .put("scan", file.scan().id())
                .put("type", file.mediaType());
    }

    /// A request of another version is refused with the version that is spoken (tus 1.0).
    private static void speaks(Context context) {
        context.header(TUS, VERSION);
        if (!VERSION.equals(context.header(TUS))) {
            context.header("Tus-Version", VERSION);
            throw new Refusal(Refusal.Kind.VERSION, "Tus-Resumable: " + VERSION);
        }
    }

    private static long number(Context context, String name) {
        var text = Optional.ofNullable(context.header(name)).orElse("");
        if (!text.matches("\\d{1,15}")) {
            throw malformed("`" + name + "` ist eine Zahl von Bytes.");
        }
        return Long.parseLong(text);
    }

    private static Map<String, String> metadata(Context context) {
        var header = Optional.ofNullable(context.header("Upload-Metadata")).orElse("");
        if (header.length() > METADATA_LENGTH_MAX) {
            throw malformed("`Upload-Metadata` ist zu lang.");
        }
        var metadata = new HashMap<String, String>();
        for (var pair : header.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            metadata.put(parts[0], parts.length < 2 ? "" : decoded(parts[1]));
        }
        return metadata;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw malformed("`Upload-Metadata` ist nicht in Base64.");
        }
    }

    private static Refusal notThere(boolean gone) {
        return gone
                ? new Refusal(Refusal.Kind.GONE, "Alles, was darin stand, ist weg.")
                : unknown();
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "Diese Datei gibt es hier nicht.");
    }

    private static Refusal malformed(String detail) {
        return new Refusal(Refusal.Kind.MALFORMED, detail);
    }
}
