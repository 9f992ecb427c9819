// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Consultation;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Remark;

/// What staff and applicants have with each other.
final class ConsultationForm {
    private ConsultationForm() {}

    static ObjectNode toJson(Consultation consultation) {
        var json = Json.object().put("s", consultation.status());
        if (!consultation.words().isEmpty()) json.put("w", consultation.words());
        var since = consultation.since();
        if (since != null) json.set("b", Json.instant(since));
        var remarks = json.putArray("r");
        for (var remark : consultation.remarks()) remarks.add(toJson(remark));
        var meeting = consultation.meeting();
        if (meeting != null) json.set("m", toJson(meeting));
        return json;
    }

    static Consultation fromJson(JsonNode json) {
        var remarks = new ArrayList<Remark>();
        for (var remark : json.path("r")) remarks.add(remark(remark));
        return new Consultation(
                json.path("s").textValue(),
                json.path("w").asText(""),
                json.has("b") ? Json.instant(json.path("b")) : null,
                remarks,
                meeting(json.path("m")));
    }

    static ObjectNode toJson(Remark remark) {
        var json = Json.object().put("i", remark.number()).put("k", remark.kind().id());
        json.put("x", remark.text()).put("y", remark.by());
        if (remark.answers() != 0) json.put("q", remark.answers());
        return json.set("b", Json.instant(remark.at()));
    }

    static Remark remark(JsonNode json) {
        return new Remark(
                json.path("i").intValue(),
                Remark.Kind.valueOf(json.path("k").textValue().toUpperCase(Locale.ROOT)),
                json.path("x").textValue(),
                json.path("q").asInt(0),
                json.path("y").textValue(),
                Json.instant(json.path("b")));
    }

    static ObjectNode toJson(Meeting meeting) {
        var json = Json.object().put("d", meeting.minutes()).put("p", meeting.place());
        var times = json.putArray("t");
        for (var time : meeting.times()) times.add(Json.instant(time));
        meeting.time().ifPresent(time -> json.set("c", Json.instant(time)));
        if (meeting.declined()) json.put("n", true);
        return json;
    }

    /// Null where there is none.
    static @Nullable Meeting meeting(JsonNode json) {
        if (!json.isObject()) return null;
        var times = new ArrayList<java.time.Instant>();
        for (var time : json.path("t")) times.add(Json.instant(time));
        return new Meeting(
                times,
                json.path("d").intValue(),
                json.path("p").textValue(),
                json.has("c") ? Json.instant(json.path("c")) : null,
                json.path("n").asBoolean(false));
    }
}
