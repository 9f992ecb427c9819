// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.conversation.Postbox.Letter;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.chat.PostStore.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is to be said, in its order for each chat. What is out is marked piece by piece, so
/// that whoever is killed in between sends that one piece again at most.
public final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /// Nudges come at once; this finds what a lost one left.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration FAULT = Duration.ofSeconds(10);

    private static final Duration BACK_OFF_MAX = Duration.ofMinutes(10);

    private final Postbox postbox;
    private final Line line;
    private final InstantSource clock;
    private final Loop loop;

    /// How a channel says something.
    public interface Line {
        /// What is to be said becomes there.
        Parcel parcel(Telling telling);

        /// Whether all that waits of a conversation is said together, with the question once; else
        /// each post by itself, with the question at the last one, so that a repetition can be told
        /// from what is new.
        default boolean isTogether() {
            return true;
        }

        /// The longest pause before it is tried again.
        default Duration pauseMax() {
            return BACK_OFF_MAX;
        }
    }

    /// These messages, to whom the letter says, with the question or without; by the first post
    /// that they come from.
    public record Telling(Letter letter, List<Message> said, boolean asks, Post first) {
        /// Copies the list.
        public Telling {
            said = List.copyOf(said);
        }

        @Override
        public String toString() {
            return "Telling[" + letter.seat() + "]";
        }
    }

    /// Something in one piece or in several.
    public interface Parcel {
        int pieces();

        Sent send(int piece) throws InterruptedException;

        /// All of it is out.
        void allSent();
    }

    /// What became of a piece.
    public sealed interface Sent {
        /// It is out, or it never can be and nothing is to wait for it.
        record Out() implements Sent {}

        /// It is tried again, not before that time.
        record NotNow(Duration after, String why) implements Sent {}

        /// Nobody is there any more.
        record Gone(String why) implements Sent {}
    }

    /// Begins at once; `name` is that of its threads.
    public Sender(String name, Postbox postbox, Line line, InstantSource clock) {
        this.postbox = postbox;
        this.line = line;
        this.clock = clock;
        this.loop = Loop.start(name, this::look);
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
            if (!attempt(its.toList())) return;
        }
    }

    /// A fault of ours is there again at once: it waits, and holds up nobody else.
    private boolean attempt(List<Post> posts) throws InterruptedException {
        try {
            return sendAll(posts);
        } catch (RuntimeException failed) {
            var trace = failed.getStackTrace();
            LOG.error(
                    "not sent why={} at={}",
                    failed.getClass().getName(),
                    trace.length == 0 ? "" : trace[0]);
            return later(posts.getFirst(), FAULT, "fault");
        }
    }

    private boolean sendAll(List<Post> posts) throws InterruptedException {
        if (line.isTogether()) {
            // one that is out in part goes on alone, composed as it was
            if (posts.size() > 1 && posts.getFirst().pieces() > 0)
                return sendTogether(posts.subList(0, 1), true)
                        && sendAll(posts.subList(1, posts.size()));
            return sendTogether(posts, true);
        }
        for (var post : posts)
            if (!sendTogether(List.of(post), post.equals(posts.getLast()))) return false;
        return true;
    }

    private boolean sendTogether(List<Post> posts, boolean asks) throws InterruptedException {
        var said = new ArrayList<Message>();
        Letter last = null;
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
        var first = posts.getFirst();
        var parcel = line.parcel(new Telling(last, said, asks, first));
        for (int i = first.pieces(); i < parcel.pieces(); i++) {
            if (!isOut(parcel.send(i), last, first)) return false;
            if (i + 1 < parcel.pieces()) postbox.sent(first, i + 1);
        }
        parcel.allSent();
        posts.forEach(postbox::done);
        return true;
    }

    /// Whether only a reminder is said: it may show up on a locked screen, so the question comes
    /// when somebody wants to see it.
    public static boolean isReminder(List<Message> said) {
        return said.stream().anyMatch(one -> one.kind() == Message.Kind.REMINDER)
                && said.stream()
                        .allMatch(one ->
                                one.kind() == Message.Kind.REMINDER
                                        || one.kind() == Message.Kind.QUESTION);
    }

    /// The words of a reminder that quote nothing.
    public static String reminder(List<Message> said) {
        return said.stream()
                .filter(one -> one.kind() == Message.Kind.REMINDER && !one.quotes())
                .map(Message::text)
                .collect(Collectors.joining("\n\n"));
    }

    /// True to go on; else it is tried again, or nobody is there any more.
    private boolean isOut(Sent sent, Letter letter, Post post) {
        return switch (sent) {
            case Sent.Out _ -> true;
            case Sent.NotNow(var after, var why) -> later(post, after, why);
            case Sent.Gone(var why) -> {
                LOG.info("unreachable conversation={} why={}", post.conversation(), why);
                postbox.gone(letter.seat().address(), true);
                yield false;
            }
        };
    }

    private boolean later(Post post, Duration after, String why) {
        var longer = after.multipliedBy(1L << Math.min(10, post.attempts()));
        var wait = longer.compareTo(line.pauseMax()) > 0 ? line.pauseMax() : longer;
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
