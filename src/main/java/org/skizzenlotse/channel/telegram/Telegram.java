// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.messenger.Loop;
import org.skizzenlotse.channel.messenger.Reader;
import org.skizzenlotse.channel.messenger.Sender;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.store.chat.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Conversations in Telegram: receives updates, deals with them, sends what is to be said.
public final class Telegram implements AutoCloseable {
    /// The name of the channel in provenance.
    public static final String CHANNEL = "telegram";

    private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);

    /// Nobody who was let in waits noticeably.
    private static final Duration ADMITTING = Duration.ofSeconds(1);

    private static final Duration GREETING_AGAIN = Duration.ofMinutes(1);

    private final BotApi api;
    private final Pace pace;
    private final Postbox postbox;
    private final Reader reader;
    private final Sender sender;
    private final Loop admitting;
    private final Loop greeting;
    private final @Nullable Poller poller;
    private final Settings settings;
    private volatile String name = "";
    private volatile boolean greeted;

    /// How the bot is set up: address and token of the Bot API, for how long a free answer waits
    /// for one more message, the address of this installation in the web (empty: nobody knows), the
    /// secret by which Telegram's own calls are known (empty: we ask for updates ourselves).
    public record Settings(
            String api, String token, Duration burst, String web, String secret, ZoneId zone) {
        /// What is wrong with them, in one line; nothing where all is well.
        public Optional<String> problem() {
            try {
                BotAccess.of(api, token);
                return Optional.empty();
            } catch (BotAccess.Unusable why) {
                return Optional.ofNullable(why.getMessage());
            }
        }

        /// Whether Telegram calls us.
        boolean isCalled() {
            return !secret.isEmpty();
        }

        @Override
        public String toString() {
            return "Settings[" + api + "]";
        }
    }

    /// To Telegram, and how fast.
    private record Access(BotAccess access, Pace pace) {}

    private Telegram(
            Settings settings,
            Access way,
            Conversations conversations,
            Supplier<Collection<Dialog>> dialogs) {
        var clock = Clock.systemUTC();
        this.pace = way.pace();
        this.settings = settings;
        this.api = new BotApi(way.access(), BotClients.Limits.USUAL);
        this.postbox = conversations.postbox(CHANNEL);
        var writing = new Line(api, pace, new Hints());
        var manner = new Bot.Manner(settings.burst(), settings.web(), settings.zone(), clock);
        var offers = new Bot.Offers(dialogs, () -> name);
        var bot = new Bot(conversations, postbox, writing, new Edits(api, pace), offers, manner);
        this.reader = new Reader("telegram reading", postbox, new Dealing(bot), clock);
        this.sender = new Sender("telegram sending", postbox, writing, clock);
        this.admitting = Loop.start("telegram admitting", _ -> admit(bot));
        this.greeting = Loop.start("telegram greeting", _ -> greet());
        this.poller = settings.isCalled() ? null : new Poller(api, postbox, reader::nudge);
    }

    /// Begins to talk; the first call of Telegram does not keep anything waiting.
    ///
    /// @throws IllegalArgumentException for settings with a problem
    public static Telegram start(
            Settings settings, Conversations conversations, Supplier<Collection<Dialog>> dialogs) {
        return start(settings, conversations, dialogs, Pace.USUAL);
    }

    /// The same at another pace than Telegram's.
    static Telegram start(
            Settings settings,
            Conversations conversations,
            Supplier<Collection<Dialog>> dialogs,
            Pace.Rate rate) {
        try {
            var access = BotAccess.of(settings.api(), settings.token());
            var way = new Access(access, new Pace(rate));
            return new Telegram(settings, way, conversations, dialogs);
        } catch (BotAccess.Unusable why) {
            throw new IllegalArgumentException(why.getMessage());
        }
    }

    /// Where Telegram calls us, below the address of the installation.
    public static final String WEBHOOK = "/telegram/updates";

    /// Takes an update that Telegram brought; false when it is not durable and must come again.
    public boolean brought(String json) {
        var number = Chats.update(json);
        // what has no number cannot be told apart from its repetition, and is none of Telegram's
        if (number.isEmpty()) return true;
        var raw = Poller.raw(new Polled.RawUpdate(number.getAsLong(), json));
        if (!postbox.receive(List.of(raw))) return false;
        reader.nudge();
        return true;
    }

    /// How the bot is called, so that others find it; empty while Telegram has not told us.
    public String name() {
        return name;
    }

    /// How many updates could not be dealt with and are kept aside.
    public int failures() {
        return postbox.failures();
    }

    /// Within this time [#tellGroup] has ended.
    public static final Duration NOTICE_TAKES_AT_MOST = Duration.ofMinutes(2);

    /// Tells a group of the team something without marks; why it did not work, if it did not.
    public Optional<String> tellGroup(long chat, String words) {
        try {
            pace.await(chat);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.of(CallOutcome.INTERRUPTED);
        }
        return switch (api.send(chat, Composer.words(DialogText.escaped(words)))) {
            case CallOutcome.Done _ -> Optional.empty();
            case CallOutcome.Failure failure -> Optional.of(failure.why());
        };
    }

    /// Once: who we are, the menu in every language, and how updates reach us.
    private Duration greet() {
        if (greeted) return Duration.ofHours(1);
        if (!(api.me() instanceof CallOutcome.Done(var me))) {
            LOG.warn("telegram does not answer to the token, or not at all");
            return GREETING_AGAIN;
        }
        name = me.path("username").asText();
        for (var language : ChatWords.languages()) {
            var menu = new LinkedHashMap<String, String>();
            for (var entry : ChatWords.in(language).menu())
                menu.put(entry.word(), entry.description());
            api.commands(language.equals("de") ? "" : language, menu);
        }
        if (settings.isCalled()
                && !(api.setWebhook(settings.web() + WEBHOOK, settings.secret())
                        instanceof CallOutcome.Done)) return GREETING_AGAIN;
        greeted = true;
        LOG.info("telegram is ready called={}", settings.isCalled());
        return Duration.ofHours(1);
    }

    /// Who showed up with a code hears how it went.
    private Duration admit(Bot bot) throws InterruptedException {
        for (var one : postbox.admitted()) {
            var chat = Long.parseLong(one.address().value());
            if (!one.in())
                new Teller(bot, chat)
                        .tell(
                                Heard.NOTHING,
                                0,
                                Composer.words(ChatWords.in("de").say("not_let_in")));
        }
        return ADMITTING;
    }

    @Override
    public void close() {
        if (poller != null) poller.close();
        greeting.close();
        admitting.close();
        reader.close();
        sender.close();
        api.close();
        postbox.close();
    }
}
