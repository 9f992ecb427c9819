// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.telegram.Telegram;

/// The settings of the Telegram channel.
final class TelegramSettings {
    private static final String CALLED = "ja";

    private TelegramSettings() {}

    /// Notes what is wrong, one line each.
    static void check(Config config, List<String> problems) {
        config.number(Setting.MESSENGER_PAUSE_SECONDS, 1, 60, problems);
        var called = config.get(Setting.TELEGRAM_WEBHOOK);
        if (!List.of(CALLED, "nein").contains(called))
            problems.add("TELEGRAM_WEBHOOK: ja oder nein.");
        if (config.get(Setting.TELEGRAM_TOKEN).isEmpty()) return;
        if (called.equals(CALLED) && !config.get(Setting.PUBLIC_URL).startsWith("https://"))
            problems.add(
                    "TELEGRAM_WEBHOOK: Telegram ruft nur Adressen mit https:// auf; PUBLIC_URL");
        settings(config, "")
                .flatMap(Telegram.Settings::problem)
                .ifPresent(why -> problems.add("TELEGRAM_TOKEN, TELEGRAM_API: " + why));
    }

    /// How the bot is set up, if it is; the secret only where Telegram calls.
    static Optional<Telegram.Settings> settings(Config config, String secret) {
        var token = config.get(Setting.TELEGRAM_TOKEN);
        if (token.isEmpty()) return Optional.empty();
        return Optional.of(
                new Telegram.Settings(
                        config.get(Setting.TELEGRAM_API),
                        token,
                        Messengers.pause(config),
                        config.get(Setting.PUBLIC_URL),
                        isCalled(config) ? secret : "",
                        config.zone()));
    }

    /// By which Telegram's calls are known until the next start, which tells it a new one.
    static String freshSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Whether Telegram brings updates.
    static boolean isCalled(Config config) {
        return !config.get(Setting.TELEGRAM_TOKEN).isEmpty()
                && config.get(Setting.TELEGRAM_WEBHOOK).equals(CALLED);
    }
}
