// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives messages of ours other buttons. Of several changes of one message that wait only the last
/// counts; a lost one does no harm, since what a button does is looked up when it is tapped.
final class Edits {
    private static final Logger LOG = LoggerFactory.getLogger(Edits.class);

    /// More taps than wait while Telegram answers; those beyond leave their buttons as they are.
    private static final int WAITING_MAX = 1_000;

    private final BotApi api;
    private final Pace pace;
    private final Map<Key, List<List<Button>>> waiting = new LinkedHashMap<>();
    private final Map<Long, Boolean> busy = new LinkedHashMap<>();

    private record Key(long chat, int message) {}

    Edits(BotApi api, Pace pace) {
        this.api = api;
        this.pace = pace;
    }

    /// From now on these are its buttons.
    void change(long chat, int message, List<List<Button>> keyboard) {
        synchronized (waiting) {
            if (waiting.size() >= WAITING_MAX) return;
            waiting.put(new Key(chat, message), keyboard);
            if (busy.putIfAbsent(chat, true) != null) return;
        }
        Thread.ofVirtual().name("telegram editing").start(() -> edit(chat));
    }

    private void edit(long chat) {
        try {
            for (var next = next(chat); next != null; next = next(chat)) {
                pace.await(chat);
                var keyboard = taken(next);
                if (api.editKeyboard(chat, next.message(), keyboard)
                        instanceof CallOutcome.Failure failure)
                    LOG.debug("buttons stay as they are why={}", failure.why());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Key next(long chat) {
        synchronized (waiting) {
            for (var key : waiting.keySet()) if (key.chat() == chat) return key;
            busy.remove(chat);
            return null;
        }
    }

    private List<List<Button>> taken(Key key) {
        synchronized (waiting) {
            var keyboard = waiting.remove(key);
            return keyboard == null ? List.of() : keyboard;
        }
    }
}
