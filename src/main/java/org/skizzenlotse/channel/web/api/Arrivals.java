// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.temporal.ChronoUnit;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.web.Refusal;

/// A device that showed a moving code: it asks with its token until the other one has answered.
final class Arrivals {
    private Arrivals() {}

    /// Answers how it is with it.
    static void ask(Context context, Talk talk) {
        var back = talk.conversations().arrival(Api.token(context));
        if (back instanceof ComingBack.Unknown)
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "Das andere Gerät hat Nein gesagt, oder die Zeit ist um. Dort gibt es einen"
                            + " neuen Umzugs-Code.");
        answer(context, back);
    }

    /// With the conversation where the device is in, else with what it waits for.
    static void answer(Context context, ComingBack back) {
        if (back instanceof ComingBack.Waiting waiting)
            Api.json(context.status(202), waiting(waiting));
        else {
            var here = Talk.here(back);
            Api.json(context, JsonAnswers.view(here.view()).put("token", here.token()));
        }
    }

    private static ObjectNode waiting(ComingBack.Waiting waiting) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("token", waiting.token())
                .put("number", waiting.number())
                .put("until", waiting.until().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
