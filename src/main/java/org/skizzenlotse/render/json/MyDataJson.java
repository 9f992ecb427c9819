// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.skizzenlotse.conversation.MyData;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.render.DialogText;

/// What is kept of one person, as JSON by the schema `meine-daten-1`.
public final class MyDataJson {
    private MyDataJson() {}

    /// As text, with the time at which it was asked.
    public static String text(MyData data, Instant at) {
        return tree(data, at).toPrettyString() + "\n";
    }

    /// As a tree.
    public static ObjectNode tree(MyData data, Instant at) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("schema", "meine-daten-1").put("made_at", at.toString());
        var about = data.about();
        json.putObject("conversation")
                .put("id", about.id())
                .put("dialog", about.dialog())
                .put("title", about.title())
                .put("variant", about.variant())
                .put("lifecycle", about.lifecycle())
                .put("reference", about.reference())
                .put("channel", about.channel())
                .put("begun_at", about.begunAt().toString())
                .put("last_sign_at", about.lastSignAt().toString());
        var people = json.putArray("people");
        data.people().forEach(one -> people.add(someone(one)));
        var joined = json.putArray("joined");
        for (var one : data.joined())
            joined.addObject()
                    .put("by", Person.by(one.person()))
                    .put("text", one.text())
                    .put("variant", one.variant())
                    .put("channel", one.channel())
                    .put("at", one.at().toString());
        var answers = json.putArray("answers");
        data.answers().forEach(one -> answers.add(answer(one)));
        var consents = json.putArray("consents");
        data.consents().forEach(one -> consents.add(consent(one)));
        var files = json.putArray("files");
        data.files().forEach(one -> files.add(file(one)));
        var messages = json.putArray("messages");
        for (var one : data.messages())
            messages.addObject()
                    .put("number", one.number())
                    .put("at", one.at().toString())
                    .put("kind", one.kind().id())
                    .put("text", DialogText.plain(one.text()).strip());
        var history = json.putArray("history");
        for (var one : data.history())
            history.addObject()
                    .put("number", one.number())
                    .put("at", one.at().toString())
                    .put("kind", one.kind())
                    .put("step", one.step());
        var remarks = json.putArray("remarks");
        for (var one : data.remarks())
            remarks.addObject()
                    .put("number", one.number())
                    .put("at", one.at().toString())
                    .put("kind", one.kind())
                    .put("text", one.text());
        var submissions = json.putArray("submissions");
        for (var one : data.submissions())
            submissions
                    .addObject()
                    .put("revision", one.revision())
                    .put("reference", one.reference())
                    .put("at", one.at().toString());
        return json;
    }

    private static ObjectNode someone(MyData.Someone someone) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("by", Person.by(someone.number()))
                .put("name", someone.name())
                .put("own", someone.own())
                .put("standing", someone.standing().name().toLowerCase(Locale.ROOT))
                .put("responsible", someone.responsible());
    }

    private static ObjectNode answer(MyData.Given given) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("step", given.step()).put("label", given.label());
        json.put("counts", given.counts()).put("status", given.status().id());
        var value = given.value();
        if (value != null) json.set("value", ValueJson.write(value));
        json.put("display", given.display());
        json.set("provenance", SketchJson.provenance(given.provenance()));
        return json;
    }

    private static ObjectNode consent(MyData.Receipt receipt) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("step", receipt.step()).put("label", receipt.label());
        json.put("decision", receipt.yes() ? "yes" : "no").put("text", receipt.text());
        json.set("provenance", SketchJson.provenance(receipt.provenance()));
        return json;
    }

    private static ObjectNode file(MyData.Held file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.id())
                .put("name", file.name())
                .put("question", file.question())
                .put("description", file.description())
                .put("bytes", file.bytes())
                .put("type", file.mediaType())
                .put("attached", file.attached())
                .put("scan", file.scan().toLowerCase(Locale.ROOT));
    }
}
