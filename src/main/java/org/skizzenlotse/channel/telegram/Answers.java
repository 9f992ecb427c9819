// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.channel.telegram.CallOutcome.Done;
import org.skizzenlotse.channel.telegram.CallOutcome.Failure;
import org.skizzenlotse.channel.telegram.CallOutcome.Gone;
import org.skizzenlotse.channel.telegram.CallOutcome.NotNow;
import org.skizzenlotse.channel.telegram.CallOutcome.Refused;
import org.skizzenlotse.channel.telegram.Polled.RawUpdate;

/// What an answer of the Bot API means for us.
final class Answers {
    /// The first pause after a fault; half a second would only meet the same fault again.
    static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    /// A longer wish is a mistake somewhere; after a day we ask again.
    private static final Duration PAUSE_MAX = Duration.ofDays(1);

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// Telegram's refusals by a part of their text, in small letters, and our words for them; the
    /// first that fits counts.
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

    static {
        REFUSALS.put("can't parse", CallOutcome.CANNOT_PARSE);
        REFUSALS.put("file is too big", CallOutcome.TOO_BIG);
        REFUSALS.put("too long", CallOutcome.TOO_LONG);
        REFUSALS.put("text is empty", CallOutcome.EMPTY);
        REFUSALS.put("text must be non-empty", CallOutcome.EMPTY);
        REFUSALS.put("button", CallOutcome.BUTTON);
        REFUSALS.put("query is too old", CallOutcome.TOO_LATE);
        REFUSALS.put("not found", CallOutcome.NOT_FOUND);
        REFUSALS.put("file_id", CallOutcome.UNAVAILABLE);
        REFUSALS.put("file is temporarily unavailable", CallOutcome.UNAVAILABLE);
        REFUSALS.put("message can't be", CallOutcome.FIXED);
    }

    private Answers() {}

    /// What this body of an answer means; whatever is not of the Bot API may come again.
    static CallOutcome read(String body) {
        var answer = json(body);
        if (!answer.path("ok").isBoolean()) return later(CallOutcome.NOT_UNDERSTOOD);
        if (answer.path("ok").booleanValue()) return new Done(answer.path("result"));
        return refusal(
                answer.path("error_code").asInt(0),
                answer.path("description").asText("").toLowerCase(Locale.ROOT),
                answer.path("parameters").path("retry_after"));
    }

    /// What came of waiting for updates. An element without a number cannot be confirmed, and goes
    /// with those around it.
    static Polled polled(String body) {
        return switch (read(body)) {
            case Done done -> updates(done.result());
            case NotNow later when later.why().equals(CallOutcome.CONFLICT) ->
                    new Polled.Conflict(
                            json(body).path("description").asText("").contains("webhook"));
            case Failure failure -> new Polled.Failed(failure);
        };
    }

    /// What it means that no answer came.
    static Failure silence(IOException why) {
        for (Throwable one = why; one != null; one = one.getCause())
            if (one instanceof ConnectException
                    || one instanceof UnknownHostException
                    || one instanceof NoRouteToHostException) return later(CallOutcome.UNREACHABLE);
        return later(CallOutcome.NO_ANSWER);
    }

    /// To be tried again after the first pause.
    static NotNow later(String why) {
        return new NotNow(FIRST_PAUSE, why);
    }

    private static CallOutcome refusal(int code, String description, JsonNode retryAfter) {
        if (code == 429) return new NotNow(pause(retryAfter), CallOutcome.BUSY);
        if (code >= 500) return later(CallOutcome.SERVER);
        return switch (code) {
            case 400 -> badRequest(description);
            case 401, 404 -> new Refused(code, CallOutcome.TOKEN);
            case 403 -> new Gone(gone(description));
            case 409 -> later(CallOutcome.CONFLICT);
            case 413 -> new Refused(code, CallOutcome.TOO_BIG);
            default -> code < 400 ? later(CallOutcome.NOT_UNDERSTOOD) : other(code);
        };
    }

    private static Polled updates(JsonNode result) {
        var all = new ArrayList<RawUpdate>();
        for (var one : result)
            if (one.path("update_id").canConvertToLong()
                    && one.path("update_id").isIntegralNumber())
                all.add(new RawUpdate(one.path("update_id").longValue(), one.toString()));
        return result.isArray() && (!all.isEmpty() || result.isEmpty())
                ? new Polled.Updates(all)
                : new Polled.Failed(later(CallOutcome.NOT_UNDERSTOOD));
    }

    private static CallOutcome badRequest(String description) {
        if (description.contains("message is not modified")) return new Done(BooleanNode.TRUE);
        if (description.contains("chat not found")) return new Gone(CallOutcome.NO_CHAT);
        for (var one : REFUSALS.entrySet())
            if (description.contains(one.getKey()))
                // Telegram says the same of a wrong file and of one that comes back in a while
                return one.getValue().equals(CallOutcome.UNAVAILABLE)
                        ? later(CallOutcome.UNAVAILABLE)
                        : new Refused(400, one.getValue());
        return other(400);
    }

    private static Refused other(int code) {
        return new Refused(code, CallOutcome.OTHER);
    }

    private static String gone(String description) {
        if (description.contains("blocked")) return CallOutcome.BLOCKED;
        if (description.contains("deactivated")) return CallOutcome.DEACTIVATED;
        return CallOutcome.FORBIDDEN;
    }

    private static Duration pause(JsonNode retryAfter) {
        var asked = Duration.ofSeconds(retryAfter.asInt(0));
        if (asked.compareTo(FIRST_PAUSE) < 0) return retryAfter.asInt(0) > 0 ? asked : FIRST_PAUSE;
        return asked.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : asked;
    }

    private static JsonNode json(String body) {
        try {
            var read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
