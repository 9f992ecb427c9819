// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.channel.messenger.Reader;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// Deals with updates, by their chats.
record Dealing(Bot bot) implements Reader.Dealer {
    @Override
    public Dealt deal(List<Pending> waiting) throws InterruptedException {
        var all = waiting.stream().map(Came::of).toList();
        var chat = all.stream().flatMap(one -> Chats.of(one.what()).stream()).findFirst();
        if (chat.isPresent()) return new Chat(bot, chat.get()).deal(all);
        bot.postbox().done(all.getFirst().heard());
        return Dealt.with(1);
    }

    @Override
    public void unusable(Pending pending) throws InterruptedException {
        var chat = Chats.of(Came.of(pending).what());
        if (chat.isPresent())
            new Teller(bot, chat.get())
                    .tell(Heard.NOTHING, 0, Composer.words(ChatWords.in("de").say("unusable")));
    }
}
