// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;
import org.skizzenlotse.channel.telegram.CallOutcome.Failure;
import org.skizzenlotse.channel.telegram.CallOutcome.NotNow;
import org.skizzenlotse.channel.telegram.CallOutcome.Refused;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Calls through the library, and turns whatever comes of it into an outcome. Nothing of what is
/// thrown there goes further: its text may hold what somebody wrote.
final class BotWire implements AutoCloseable {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final BotClients clients;
    private final OkHttpTelegramClient polling;
    private final OkHttpTelegramClient calling;

    BotWire(BotAccess access, BotClients.Limits limits) {
        clients = new BotClients(limits);
        var url = access.telegramUrl();
        polling = new OkHttpTelegramClient(JSON, clients.polling(), access.token(), url);
        calling = new OkHttpTelegramClient(JSON, clients.calling(), access.token(), url);
    }

    /// Calls a method.
    CallOutcome call(PartialBotApiMethod<?> request) {
        return switch (answer(calling, new AsText(request))) {
            case Heard heard -> Answers.read(heard.body());
            case Unheard unheard -> unheard.why();
        };
    }

    /// Waits for updates.
    Polled poll(RawGetUpdates request) {
        return switch (answer(polling, request)) {
            case Heard heard -> Answers.polled(heard.body());
            case Unheard unheard -> new Polled.Failed(unheard.why());
        };
    }

    /// For files, which the library would read whole.
    OkHttpClient files() {
        return clients.moving();
    }

    /// Ends what is under way.
    @Override
    public void close() {
        clients.close();
    }

    private sealed interface Answer {}

    private record Heard(String body) implements Answer {}

    private record Unheard(Failure why) implements Answer {}

    private static Answer answer(OkHttpTelegramClient client, BotApiMethod<String> request) {
        try {
            return new Heard(client.executeAsync(request).get());
        } catch (TelegramApiException unsendable) {
            // the library has looked at it before anything was sent
            return new Unheard(new Refused(400, CallOutcome.OTHER));
        } catch (ExecutionException failed) {
            return new Unheard(
                    failed.getCause() instanceof IOException silence
                            ? Answers.silence(silence)
                            : Answers.later(CallOutcome.NOT_UNDERSTOOD));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unheard(new NotNow(Duration.ZERO, CallOutcome.INTERRUPTED));
        }
    }
}
