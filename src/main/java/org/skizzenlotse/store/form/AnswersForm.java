// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;

/// All answers of a conversation, as [AnswerForm] has each of them, but written and read without a
/// tree between: they are most of a state, and a state is read and written every turn.
final class AnswersForm {
    private AnswersForm() {}

    static void write(JsonGenerator out, Map<StepId, Answer> answers, Names names)
            throws IOException {
        out.writeStartObject();
        for (var one : new TreeMap<>(answers).entrySet()) {
            out.writeFieldName(one.getKey().value());
            write(out, one.getValue(), names);
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Answer answer, Names names) throws IOException {
        out.writeStartObject();
        if (answer.isOpen()) out.writeStringField("s", answer.status().id());
        var value = answer.value();
        if (value != null) {
            out.writeFieldName("v");
            ValueStream.write(out, value);
        }
        var from = answer.provenance();
        out.writeArrayFieldStart("p");
        out.writeString(from.wording());
        out.writeNumber(names.place(from.variant()));
        out.writeNumber(names.place(from.channel()));
        out.writeNumber(names.place(from.dialog()));
        write(out, from.at());
        out.writeNumber(names.place(from.by()));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Instant at) throws IOException {
        out.writeStartArray();
        out.writeNumber(at.getEpochSecond());
        out.writeNumber(at.getNano());
        out.writeEndArray();
    }

    /// Answers whose names are not known yet: these stand at the end of the form.
    static final class Unnamed {
        private final List<One> all = new ArrayList<>();

        /// The answers with their names.
        Map<StepId, Answer> named(Names names) {
            var answers = HashMap.<StepId, Answer>newHashMap(all.size());
            for (var one : all) answers.put(one.step(), one.named(names));
            return answers;
        }
    }

    private record One(StepId step, Answer.Status status, @Nullable Value value, Origin from) {
        Answer named(Names names) {
            return new Answer(status, value, from.named(names));
        }
    }

    /// Where an answer came from, by the places of its names.
    private record Origin(
            String wording, int variant, int channel, int dialog, Instant at, int by) {
        Answer.Provenance named(Names names) {
            return new Answer.Provenance(
                    wording,
                    names.at(variant),
                    names.at(channel),
                    names.at(dialog),
                    at,
                    names.at(by));
        }
    }

    /// Reads the object at hand.
    static Unnamed read(JsonParser in) throws IOException {
        var answers = new Unnamed();
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            answers.all.add(one(new StepId(name), in));
        }
        return answers;
    }

    private static One one(StepId step, JsonParser in) throws IOException {
        var status = Answer.Status.ANSWERED;
        Value value = null;
        Origin from = null;
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "s" -> status = Answer.Status.valueOf(in.getText().toUpperCase(Locale.ROOT));
                case "v" -> value = ValueStream.read(in);
                case "p" -> from = from(in);
                default -> in.skipChildren();
            }
        }
        if (from == null) throw new IllegalStateException("an answer from nowhere");
        return new One(step, status, value, from);
    }

    private static Origin from(JsonParser in) throws IOException {
        var wording = in.nextTextValue();
        int variant = in.nextIntValue(-1);
        int channel = in.nextIntValue(-1);
        int dialog = in.nextIntValue(-1);
        in.nextToken();
        var at = instant(in);
        int by = in.nextIntValue(-1);
        while (in.nextToken() != JsonToken.END_ARRAY) in.skipChildren();
        return new Origin(wording, variant, channel, dialog, at, by);
    }

    private static Instant instant(JsonParser in) throws IOException {
        long seconds = in.nextLongValue(0);
        int nanos = in.nextIntValue(0);
        while (in.nextToken() != JsonToken.END_ARRAY) in.skipChildren();
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
