// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.time.temporal.ChronoUnit.MILLIS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skizzenlotse.conversation.Invitation;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Progress;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.QrPicture;

/// The JSON that the API answers with, as `openapi.json` describes it.
final class JsonAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonAnswers() {}

    /// Which dialogs there are.
    static ObjectNode dialogs(Collection<Dialog> dialogs) {
        var answer = JSON.objectNode();
        var list = answer.putArray("dialogs");
        for (var dialog : dialogs) {
            var language = dialog.head().language();
            var one = list.addObject();
            one.put("id", dialog.id())
                    .put("title", dialog.frame(language).title())
                    .put("language", language)
                    .put("personal", dialog.head().personal());
            texts(one.putArray("variants"), new TreeSet<>(dialog.variants()));
        }
        return answer;
    }

    /// A conversation after a turn, or on coming back.
    static ObjectNode view(View view) {
        var answer = JSON.objectNode();
        var messages = answer.putArray("messages");
        for (var message : view.messages()) {
            messages.add(message(message));
        }
        answer.set("expects", expects(view.expects(), view.revision()));
        answer.set("progress", progress(view.progress()));
        answer.put("lifecycle", view.lifecycle().id()).put("revision", view.revision());
        answer.put("dialog", view.dialog()).put("variant", view.variant());
        variants(answer, view.expects().variants());
        if (!view.reference().isEmpty()) {
            answer.put("reference", view.reference());
        }
        view.next()
                .ifPresent(next ->
                        answer.putObject("next")
                                .put("dialog", next.dialog())
                                .put("title", next.title()));
        if (!view.key().isEmpty()) {
            answer.put("key", view.key());
        }
        if (view.meets()) {
            answer.put("meets", true);
        }
        if (view.redacted()) {
            answer.put("redacted", true);
        }
        if (!view.link().isEmpty()) {
            answer.put("link", view.link());
        }
        var code = view.once().code();
        if (!code.isEmpty()) {
            answer.put("code", code);
        }
        if (!code.isEmpty() && view.link().startsWith("http")) {
            var picture = QrPicture.of(view.link());
            answer.putObject("qr").put("size", picture.size()).put("path", picture.path());
        }
        return answer;
    }

    /// To what somebody is invited.
    static ObjectNode invitation(Invitation invitation) {
        return JSON.objectNode()
                .put("dialog", invitation.dialog())
                .put("title", invitation.title())
                .put("variant", invitation.variant())
                .put("inviter", invitation.inviter())
                .put("name", invitation.name())
                .put("html", DialogText.html(invitation.words()));
    }

    private static void variants(ObjectNode answer, List<Expects.Variant> variants) {
        if (variants.isEmpty()) {
            return;
        }
        var list = answer.putArray("variants");
        for (var one : variants) {
            list.addObject().put("id", one.id()).put("name", one.name()).put("offer", one.offer());
        }
    }

    /// One message; its ID is its number, which is also the ID of its event in the stream. Times
    /// are as exact as they are stored, so that a repeated answer is the same.
    static ObjectNode message(View.Numbered numbered) {
        var message = numbered.message();
        var answer =
                JSON.objectNode()
                        .put("id", numbered.number())
                        .put("kind", message.kind().id())
                        .put("text", message.text())
                        .put("html", DialogText.html(message.text()))
                        .put("at", numbered.at().truncatedTo(MILLIS).toString());
        var step = message.step();
        if (step != null) {
            answer.put("step", step.value());
        }
        if (!message.lang().isEmpty()) {
            answer.put("lang", message.lang());
        }
        return answer;
    }

    private static ObjectNode progress(Progress progress) {
        return JSON.objectNode()
                .put("answered", progress.answered())
                .put("least", progress.least())
                .put("most", progress.most())
                .put("group", progress.group())
                .put("group_least", progress.groupLeast())
                .put("group_most", progress.groupMost());
    }

    private static ObjectNode expects(Expects expects, int revision) {
        var answer =
                JSON.objectNode()
                        .put("step", expects.step().value())
                        .put("type", expects.type())
                        .put("text", expects.text())
                        .put("html", DialogText.html(expects.text()));
        var options = answer.putArray("options");
        for (var option : expects.options()) {
            options.add(option(option));
        }
        var open = answer.putArray("open");
        var openTexts = answer.putObject("open_texts");
        for (var one : expects.open()) {
            open.add(one.status().id());
            openTexts.put(one.status().id(), one.text());
        }
        answer.put("open_first", expects.openFirst());
        var commands = answer.putArray("commands");
        expects.commands().forEach(command -> commands.add(command.id()));
        answer.put("revision", revision);
        fields(answer, expects);
        hints(answer, expects.hints());
        current(answer, expects);
        return answer;
    }

    private static ObjectNode option(Expects.Choice option) {
        var answer = JSON.objectNode().put("id", option.id()).put("text", option.text());
        if (!option.button().isEmpty()) {
            answer.put("button", option.button());
        }
        if (Set.of("optional", "required").contains(option.note())) {
            answer.put("note", option.note());
        }
        return answer;
    }

    private static void fields(ObjectNode answer, Expects expects) {
        if (expects.fields().isEmpty()) {
            return;
        }
        var fields = answer.putArray("fields");
        for (var field : expects.fields()) {
            fields.addObject()
                    .put("name", field.name())
                    .put("label", field.label())
                    .put("type", field.type())
                    .put("required", field.required());
        }
    }

    private static void hints(ObjectNode answer, Expects.Hints hints) {
        put(answer, "group", hints.group());
        put(answer, "short", hints.shortText());
        marked(answer, "why", hints.why());
        marked(answer, "help", hints.help());
        marked(answer, "notice", hints.notice());
        if (!hints.examples().isEmpty()) {
            texts(answer.putArray("examples"), hints.examples());
        }
        if (hints.maxLength() > 0) {
            answer.put("max_length", hints.maxLength());
        }
        if (hints.sensitive()) {
            answer.put("sensitive", true);
        }
        var uploads = hints.uploads();
        if (uploads != null) {
            var limits = answer.putObject("uploads");
            texts(limits.putArray("accept"), uploads.accept());
            limits.put("bytes_max", uploads.bytesMax()).put("files_max", uploads.filesMax());
        }
    }

    private static void current(ObjectNode answer, Expects expects) {
        var current = expects.current();
        if (current == null) {
            return;
        }
        var said = answer.putObject("current").put("status", current.status().id());
        current.given().ifPresent(value -> said.set("value", JsonValues.json(value)));
    }

    /// The text with its marks, and the same as HTML.
    private static void marked(ObjectNode answer, String name, String text) {
        put(answer, name, text);
        put(answer, name + "_html", text.isEmpty() ? "" : DialogText.html(text));
    }

    private static void put(ObjectNode answer, String name, String text) {
        if (!text.isEmpty()) {
            answer.put(name, text);
        }
    }

    private static void texts(ArrayNode list, Collection<String> texts) {
        texts.forEach(list::add);
    }
}
