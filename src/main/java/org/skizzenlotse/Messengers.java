// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.skizzenlotse.channel.matrix.Matrix;
import org.skizzenlotse.channel.matrix.Team;
import org.skizzenlotse.channel.telegram.Telegram;
import org.skizzenlotse.channel.telegram.Webhook;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.dialog.Dialog;

/// The messengers that are switched on; of one that is not, nothing is loaded. They come when the
/// service runs already, and nothing waits for them.
final class Messengers implements AutoCloseable {
    private final Config config;
    private final String secret;
    private final AtomicReference<Telegram> telegram = new AtomicReference<>();
    private final AtomicReference<Matrix> matrix = new AtomicReference<>();

    Messengers(Config config) {
        this.config = config;
        this.secret = TelegramSettings.isCalled(config) ? TelegramSettings.freshSecret() : "";
    }

    /// How long a free answer waits for one more message; what is no number is named by the check
    /// of the setting.
    static Duration pause(Config config) {
        var set = config.get(Setting.MESSENGER_PAUSE_SECONDS);
        return Duration.ofSeconds(set.matches("[0-9]{1,4}") ? Long.parseLong(set) : 0);
    }

    /// Under which names bots are found, as soon as these are known.
    Talk.Bots names() {
        return new Talk.Bots(
                () -> Optional.ofNullable(telegram.get()).map(Telegram::name).orElse(""),
                () -> Optional.ofNullable(matrix.get()).map(Matrix::user).orElse(""));
    }

    /// Where Telegram calls, if it does.
    Webhook webhook() {
        return new Webhook(secret, () -> Optional.ofNullable(telegram.get()));
    }

    /// Begins; what the team answers in its room goes to that ear.
    void start(Conversations conversations, Supplier<Collection<Dialog>> dialogs, Team.Ear ear) {
        TelegramSettings.settings(config, secret)
                .map(one -> Telegram.start(one, conversations, dialogs))
                .ifPresent(telegram::set);
        MatrixSettings.settings(config)
                .map(one -> one.with(new Team(config.get(Setting.STAFF_MATRIX_ROOM), ear)))
                .map(one -> Matrix.start(one, conversations, dialogs))
                .ifPresent(matrix::set);
    }

    /// Telegram, as soon as it is there.
    Optional<Telegram> telegram() {
        return Optional.ofNullable(telegram.get());
    }

    /// Matrix, as soon as it is there.
    Optional<Matrix> matrix() {
        return Optional.ofNullable(matrix.get());
    }

    @Override
    public void close() {
        var first = telegram.get();
        if (first != null) first.close();
        var second = matrix.get();
        if (second != null) second.close();
    }
}
