// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.TreeSet;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Happened;

/// One fact of history, told apart by `t`.
public final class HappenedForm {
    private HappenedForm() {}

    /// The bytes to seal.
    public static byte[] write(Happened happened) {
        var names = Names.none();
        var json = Json.object();
        switch (happened) {
            case Happened.Began(var dialog, var hash, var variant, var at) -> {
                json.put("t", "began").put("d", dialog).put("h", hash).put("v", variant);
                json.set("b", Json.instant(at));
            }
            case Happened.Answered(var step, var answer) -> {
                json.put("t", "answered").put("s", step.value());
                json.set("a", AnswerForm.toJson(answer, names));
            }
            case Happened.Unanswered(var step) ->
                    json.put("t", "unanswered").put("s", step.value());
            case Happened.Shown(var ids) ->
                    json.put("t", "shown").set("i", Json.texts(new TreeSet<>(ids)));
            case Happened.Scoped(var scope) ->
                    json.put("t", "scoped").set("c", LifecycleForm.toJson(scope));
            case Happened.Moved(var position) ->
                    json.put("t", "moved").set("p", PositionForm.toJson(position, names));
            case Happened.Went(var lifecycle, var reference) -> {
                json.put("t", "went").put("r", reference);
                json.set("l", LifecycleForm.toJson(lifecycle));
            }
            case Happened.Entered(var entry) ->
                    json.put("t", "entered").set("e", LifecycleForm.toJson(entry));
            case Happened.Spoke(var variant) -> json.put("t", "spoke").put("v", variant);
            case Happened.Upgraded(var hash) -> json.put("t", "upgraded").put("h", hash);
            case Happened.Migrated(var hash, var carried) ->
                    json.put("t", "migrated").put("h", hash).set("c", CarryForm.toJson(carried));
            case Happened.StartedOver(var at) ->
                    json.put("t", "started_over").set("b", Json.instant(at));
            case Happened.Came(var from) ->
                    json.put("t", "came").set("o", LifecycleForm.toJson(from));
            case Happened.Reminders(var wanted) -> json.put("t", "reminders").put("w", wanted);
            case Happened.Invited(var person) -> json.put("t", "invited").put("i", person);
            case Happened.Named(var person, var name) ->
                    json.put("t", "named").put("i", person).put("m", name);
            case Happened.Joined joined -> TogetherForm.put(json.put("t", "joined"), joined);
            case Happened.Left(var person) -> json.put("t", "left").put("i", person);
            case Happened.Offered(var person) -> json.put("t", "offered").put("i", person);
            case Happened.HandedOver(var person) -> json.put("t", "handed_over").put("i", person);
            case Happened.Beside(var all) ->
                    json.put("t", "beside").set("a", TogetherForm.toJson(all, names));
            case Happened.Arrived(var arrival) ->
                    TogetherForm.put(json.put("t", "arrived"), arrival);
            case Happened.Remarked(var remark) ->
                    json.put("t", "remarked").set("m", ConsultationForm.toJson(remark));
            case Happened.Stood(var status, var words, var at) -> {
                json.put("t", "stood").put("s", status).put("w", words);
                json.set("b", Json.instant(at));
            }
            case Happened.Met(var meeting) -> {
                json.put("t", "met");
                if (meeting != null) json.set("m", ConsultationForm.toJson(meeting));
            }
            case Happened.Redacted() -> json.put("t", "redacted");
        }
        return Json.bytes(json.set("n", names.toJson()));
    }

    /// The fact in these bytes.
    public static Happened read(byte[] bytes) {
        var json = Json.read(bytes);
        var names = Names.of(json.path("n"));
        var type = json.path("t").asText();
        return switch (type) {
            case "began" ->
                    new Happened.Began(
                            json.path("d").textValue(),
                            json.path("h").textValue(),
                            json.path("v").textValue(),
                            Json.instant(json.path("b")));
            case "answered" ->
                    new Happened.Answered(step(json), AnswerForm.fromJson(json.path("a"), names));
            case "unanswered" -> new Happened.Unanswered(step(json));
            case "shown" -> new Happened.Shown(new HashSet<>(Json.texts(json.path("i"))));
            case "scoped" -> new Happened.Scoped(LifecycleForm.scope(json.path("c")));
            case "moved" -> new Happened.Moved(PositionForm.fromJson(json.path("p"), names));
            case "went" ->
                    new Happened.Went(
                            LifecycleForm.lifecycle(json.path("l")), json.path("r").textValue());
            case "entered" -> new Happened.Entered(LifecycleForm.entry(json.path("e")));
            case "spoke" -> new Happened.Spoke(json.path("v").textValue());
            case "upgraded" -> new Happened.Upgraded(json.path("h").textValue());
            case "migrated" ->
                    new Happened.Migrated(
                            json.path("h").textValue(), CarryForm.fromJson(json.path("c")));
            case "started_over" -> new Happened.StartedOver(Json.instant(json.path("b")));
            case "came" -> new Happened.Came(LifecycleForm.origin(json.path("o")));
            case "reminders" -> new Happened.Reminders(json.path("w").booleanValue());
            case "invited" -> new Happened.Invited(person(json));
            case "named" -> new Happened.Named(person(json), json.path("m").textValue());
            case "joined" -> TogetherForm.joined(json);
            case "left" -> new Happened.Left(person(json));
            case "offered" -> new Happened.Offered(person(json));
            case "handed_over" -> new Happened.HandedOver(person(json));
            case "beside" -> new Happened.Beside(TogetherForm.sideBySide(json.path("a"), names));
            case "arrived" -> new Happened.Arrived(TogetherForm.arrival(json));
            case "remarked" -> new Happened.Remarked(ConsultationForm.remark(json.path("m")));
            case "stood" ->
                    new Happened.Stood(
                            json.path("s").textValue(),
                            json.path("w").textValue(),
                            Json.instant(json.path("b")));
            case "met" -> new Happened.Met(ConsultationForm.meeting(json.path("m")));
            case "redacted" -> new Happened.Redacted();
            default -> throw new IllegalStateException("an unknown fact " + type);
        };
    }

    private static int person(JsonNode json) {
        return json.path("i").intValue();
    }

    private static StepId step(JsonNode json) {
        return new StepId(json.path("s").textValue());
    }
}
