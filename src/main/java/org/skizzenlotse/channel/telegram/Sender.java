// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.chat.PostStore.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is to be said, in its order for each chat. Telegram knows no key by which it would
/// notice a repetition: who is killed between its yes and our mark sends that one message again,
/// and no other.
final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /// Nudges come at once; this finds what a lost one left.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration BACK_OFF_MAX = Duration.ofMinutes(10);

    private final Postbox postbox;
    private final BotApi api;
    private final Pace pace;
    private final Hints hints;
    private final InstantSource clock;
    private final Loop loop;

    /// What all that writes to Telegram shares.
    record Means(BotApi api, Pace pace, Hints hints) {}

    Sender(Postbox postbox, Means means, InstantSource clock) {
        this.postbox = postbox;
        this.api = means.api();
        this.pace = means.pace();
        this.hints = means.hints();
        this.clock = clock;
        this.loop = Loop.start("telegram sending", this::look);
        postbox.whenPosts(loop::nudge);
    }

    private Duration look(Loop self) throws InterruptedException {
        var now = clock.instant();
        var chats = new LinkedHashMap<String, List<Post>>();
        for (var post : postbox.posts())
            chats.computeIfAbsent(post.address(), _ -> new ArrayList<>()).add(post);
        for (var chat : chats.entrySet())
            // the first one holds up those behind it
            if (!chat.getValue().getFirst().due().isAfter(now))
                self.with(chat.getKey(), () -> send(chat.getValue()));
        return PAUSE;
    }

    /// All that waits for one chat: of each conversation together, with the question once.
    private void send(List<Post> posts) throws InterruptedException {
        var conversations = new LinkedHashSet<>(posts.stream().map(Post::conversation).toList());
        for (var conversation : conversations) {
            var its = posts.stream().filter(one -> one.conversation().equals(conversation));
            if (!sendTogether(its.toList())) return;
        }
    }

    private boolean sendTogether(List<Post> posts) throws InterruptedException {
        // one that is out in part goes on alone, composed as it was
        if (posts.size() > 1 && posts.getFirst().pieces() > 0)
            return sendTogether(posts.subList(0, 1))
                    && sendTogether(posts.subList(1, posts.size()));
        var said = new ArrayList<Message>();
        Postbox.Letter last = null;
        for (var post : posts) {
            var letter = postbox.letter(post);
            if (letter.isEmpty()) {
                postbox.done(post);
                continue;
            }
            last = letter.get();
            last.view().messages().forEach(one -> said.add(one.message()));
        }
        if (last == null) return true;
        var chat = Long.parseLong(last.seat().address().value());
        var telling = isReminder(said) ? null : telling(chat, last, said);
        var bubbles = telling == null ? List.of(reminder(last.view(), said)) : Composer.of(telling);
        var first = posts.getFirst();
        for (int i = first.pieces(); i < bubbles.size(); i++) {
            pace.await(chat);
            if (!isOut(api.send(chat, bubbles.get(i)), last, first)) return false;
            if (i + 1 < bubbles.size()) postbox.sent(first, i + 1);
        }
        if (telling != null) hints.told(chat, telling);
        posts.forEach(postbox::done);
        return true;
    }

    private Telling telling(long chat, Postbox.Letter letter, List<Message> said) {
        var view = letter.view();
        var picked = letter.seat().picked(view.expects().step());
        var telling = Telling.of(view).saying(said);
        if (!picked.isEmpty()) telling = telling.picking(new LinkedHashSet<>(picked));
        return hints.applied(chat, telling);
    }

    private static boolean isReminder(List<Message> said) {
        return said.stream().anyMatch(one -> one.kind() == Message.Kind.REMINDER)
                && said.stream()
                        .allMatch(one ->
                                one.kind() == Message.Kind.REMINDER
                                        || one.kind() == Message.Kind.QUESTION);
    }

    /// It may show up on a locked screen: the question comes when somebody wants to see it.
    private static Bubble reminder(View view, List<Message> said) {
        var words = new ArrayList<String>();
        for (var one : said)
            if (one.kind() == Message.Kind.REMINDER && !one.quotes()) words.add(one.text());
        return Notes.reminder(
                String.join("\n\n", words), view.expects(), ChatWords.in(view.variant()));
    }

    /// True to go on; else it is tried again, or nobody is there any more.
    private boolean isOut(CallOutcome outcome, Postbox.Letter letter, Post post) {
        return switch (outcome) {
            case CallOutcome.Done _ -> true;
            case CallOutcome.NotNow(var after, var why) -> later(post, after, why);
            case CallOutcome.Refused(_, var why) -> {
                if (why.equals(CallOutcome.TOKEN)) yield later(post, Duration.ofMinutes(1), why);
                LOG.error("not sent conversation={} why={}", post.conversation(), why);
                yield true;
            }
            case CallOutcome.Gone(var why) -> {
                LOG.info("unreachable conversation={} why={}", post.conversation(), why);
                postbox.gone(letter.seat().address(), true);
                yield false;
            }
        };
    }

    private boolean later(Post post, Duration after, String why) {
        var longer = after.multipliedBy(1L << Math.min(10, post.attempts()));
        var wait = longer.compareTo(BACK_OFF_MAX) > 0 ? BACK_OFF_MAX : longer;
        if (after.compareTo(wait) > 0) wait = after;
        LOG.warn("sent later why={} in_ms={}", why, wait.toMillis());
        postbox.later(post, due(wait));
        return false;
    }

    private Instant due(Duration wait) {
        return clock.instant().plus(wait);
    }

    @Override
    public void close() {
        loop.close();
    }
}
