// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Rates;

/// How devices and people come and go over HTTP: a key and coming back by it, an invitation and
/// coming in by it, and leaving.
final class Comings {
    private final Talk talk;

    Comings(Talk talk) {
        this.talk = talk;
    }

    void addTo(RoutesConfig routes, Rates rates) {
        routes.post(Api.ROOT + "/conversation/key", this::key);
        routes.delete(Api.ROOT + "/conversation/token", this::leave);
        routes.post(Api.ROOT + "/return", context -> comeBack(context, rates));
        routes.get(Api.ROOT + "/arrival", context -> Arrivals.ask(context, talk));
        routes.post(Api.ROOT + "/invitation", context -> invitation(context, rates));
        routes.post(Api.ROOT + "/join", context -> join(context, rates));
    }

    /// The turn in which a new key is given.
    private void key(Context context) {
        var token = Api.token(context);
        var asked = new Input.Commanded(Command.KEY, "");
        var key = Api.idempotencyKey(context);
        var request = new TurnRequest(asked, Talk.CHANNEL, key, Talk.digest("key"));
        Api.json(context, JsonAnswers.view(Talk.done(talk.conversations().turn(token, request))));
    }

    private void leave(Context context) {
        var token = Api.token(context);
        if (!talk.conversations().leave(token)) {
            Talk.done(talk.conversations().view(token));
        }
        context.status(204);
    }

    private void comeBack(Context context, Rates rates) {
        var typed = JsonRequests.returnKey(Bodies.json(context));
        rates.comingBack(context);
        Arrivals.answer(context, talk.conversations().comeBack(typed));
    }

    private void invitation(Context context, Rates rates) {
        var secret = JoinRequests.secret(Bodies.json(context));
        rates.comingBack(context);
        Api.json(
                context,
                talk.conversations()
                        .invitation(secret)
                        .map(JsonAnswers::invitation)
                        .orElseThrow(Talk::noInvitation));
    }

    private void join(Context context, Rates rates) {
        var joining = JoinRequests.joining(Bodies.json(context));
        rates.comingBack(context);
        var back = talk.conversations().accept(joining.secret(), joining.name(), Talk.CHANNEL);
        if (back instanceof ComingBack.Unknown) throw Talk.noInvitation();
        var here = Talk.here(back);
        Api.json(context.status(201), JsonAnswers.view(here.view()).put("token", here.token()));
    }
}
