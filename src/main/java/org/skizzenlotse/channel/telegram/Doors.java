// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.telegram.Chat.Inside;
import org.skizzenlotse.channel.messenger.Entrance;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Correspondence.Seat;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.database.StoreUnavailable;

/// How somebody comes into a conversation: the menu of dialogs, a link with a word behind it, a
/// return key or a moving code.
final class Doors {
    /// The secret of a moving link, as it stands behind `/start`.
    private static final Pattern MOVE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Bot bot;
    private final long chat;
    private final Address address;
    private final Teller teller;
    private final Entrance entrance;

    Doors(Bot bot, long chat) {
        this.bot = bot;
        this.chat = chat;
        this.address = Chats.address(chat);
        this.teller = new Teller(bot, chat);
        this.entrance = new Entrance(bot.correspondence(), address, bot.offers()::all);
    }

    /// Whether a text leads somewhere else than on in this conversation.
    boolean isDoor(String text, Inside inside) {
        return Slash.read(text).filter(one -> one.isCalled("start")).isPresent()
                || (Entrance.looksLikeCode(text)
                        && !(comesFrom(text) instanceof From.Menu)
                        && inside.view().expects().options().isEmpty());
    }

    void inside(Came came, Incoming.Written written, Inside inside) throws InterruptedException {
        enter(came, written.text(), written.language(), Optional.of(inside.seat()));
    }

    /// Somebody who is in no conversation here.
    void outside(Came came) throws InterruptedException {
        switch (came.what()) {
            case Incoming.Written written ->
                    enter(came, written.text(), written.language(), Optional.empty());
            case Incoming.Tapped tapped -> {
                teller.answer(tapped, "");
                switch (Tap.read(tapped.data()).orElse(null)) {
                    case Tap.Dialog(var id) -> choose(came, id, tapped.language());
                    case Tap.Resume(var id) -> choose(came, id, tapped.language());
                    case null, default -> welcome(came, tapped.language(), Optional.empty());
                }
            }
            case Incoming.Sent _, Incoming.Voice _, Incoming.Other _ ->
                    welcome(came, "", Optional.empty());
            case Incoming.Edited _, Incoming.Blocked _, Incoming.Unblocked _, Incoming.Group _ ->
                    bot.postbox().done(came.heard());
            case Incoming.Unreadable _ -> bot.postbox().done(came.heard());
        }
    }

    /// To where a text leads.
    private sealed interface From {
        record Menu() implements From {}

        record Named(String dialog) implements From {}

        record Typed(String code) implements From {}

        record Link(String secret) implements From {}
    }

    private From comesFrom(String text) {
        var slash = Slash.read(text);
        var word = slash.filter(one -> one.isCalled("start")).map(Slash::rest).orElse(text).strip();
        if (entrance.dialog(word).isPresent()) return new From.Named(word);
        if (bot.conversations().reads(word)) return new From.Typed(word);
        return slash.isPresent() && MOVE.matcher(word).matches()
                ? new From.Link(word)
                : new From.Menu();
    }

    private void enter(Came came, String text, String language, Optional<Seat> seat)
            throws InterruptedException {
        switch (comesFrom(text)) {
            case From.Menu() -> welcome(came, language, seat);
            case From.Named(var dialog) -> choose(came, dialog, language);
            case From.Typed(var code) ->
                    shown(
                            came,
                            language,
                            bot.correspondence().comeBack(address, code, came.heard()));
            case From.Link(var secret) ->
                    shown(came, language, bot.correspondence().move(address, secret, came.heard()));
        }
    }

    private void shown(Came came, String language, ComingBack back) throws InterruptedException {
        var words = ChatWords.in(language);
        switch (back) {
            // where the conversation is comes by the post
            case ComingBack.Here _ -> {}
            case ComingBack.Waiting(_, var number, _) ->
                    teller.tell(Heard.NOTHING, 0, Composer.words(words.say("waiting", number)));
            case ComingBack.Mistyped _, ComingBack.Unknown _ -> tell(came, words, "code_unknown");
            case ComingBack.Gone _ -> tell(came, words, "gone");
            case ComingBack.Revoked _ -> tell(came, words, "revoked");
            case ComingBack.Unavailable _ -> teller.again(came.heard(), Duration.ofSeconds(2));
        }
    }

    private void tell(Came came, ChatWords words, String key) throws InterruptedException {
        var bubble = Composer.words(words.say(key));
        teller.tell(came.heard(), came.pending().attempts(), bubble);
    }

    /// The dialogs to choose from, those that were begun here among them.
    private void welcome(Came came, String language, Optional<Seat> seat)
            throws InterruptedException {
        var words = ChatWords.in(language);
        var begun = new ArrayList<String>();
        var offers = new ArrayList<Composer.Offer>();
        seat.flatMap(entrance::dialogOf).ifPresent(begun::add);
        for (var parked : bot.correspondence().parked(address))
            entrance.dialogOf(parked).filter(id -> !begun.contains(id)).ifPresent(begun::add);
        for (var id : begun)
            entrance.dialog(id)
                    .ifPresent(
                            one -> offers.add(new Composer.Offer(id, title(one, language), true)));
        for (var one : bot.offers().all())
            if (!begun.contains(one.id()))
                offers.add(new Composer.Offer(one.id(), title(one, language), false));
        var bubble = Composer.welcome(offers, words);
        teller.tell(came.heard(), came.pending().attempts(), bubble);
    }

    /// Goes on with a dialog that was begun here, or begins it.
    void choose(Came came, String id, String language) throws InterruptedException {
        bot.hints().forget(chat);
        var open = entrance.open(id);
        if (open.isPresent()) {
            bot.correspondence().goBack(open.get(), came.heard());
            return;
        }
        if (entrance.dialog(id).isEmpty()) {
            welcome(came, language, Optional.empty());
            return;
        }
        begin(came, id, language);
    }

    private void begin(Came came, String id, String language) throws InterruptedException {
        var former = entrance.active();
        var variant = variant(entrance.dialog(id).orElseThrow(), language);
        var beginning = new Conversations.Beginning(id, variant, Telegram.CHANNEL, "");
        if (former.isPresent() && !former.get().equals(id)) {
            var title = entrance.dialog(former.get()).map(one -> title(one, language)).orElse("");
            var words = ChatWords.in(language);
            bot.hints().say(chat, Notes.noted(words, "parked", title));
        }
        try {
            bot.correspondence().begin(address, beginning, came.heard());
        } catch (StoreUnavailable later) {
            teller.again(came.heard(), Duration.ofSeconds(2));
        }
    }

    private String title(Dialog dialog, String language) {
        return dialog.frame(variant(dialog, language)).title();
    }

    /// The language of the phone, where the dialog has it.
    private static String variant(Dialog dialog, String language) {
        var own = language.split("-", 2)[0];
        return dialog.variants().contains(own) ? own : dialog.variants().iterator().next();
    }
}
