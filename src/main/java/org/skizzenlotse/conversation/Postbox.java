// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.chat.AddressStore;
import org.skizzenlotse.store.chat.ChannelSecrets;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.PendingStore;
import org.skizzenlotse.store.chat.PostStore;
import org.skizzenlotse.store.chat.PostStore.Post;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;
import org.skizzenlotse.store.chat.ReceivedStore.Raw;
import org.skizzenlotse.store.database.Written;

/// The two slots of a messenger: what comes in is durable before it is acknowledged and waits until
/// it is dealt with; what goes out waits until it is sent (DESIGN section 7).
public final class Postbox implements AutoCloseable {
    /// Looked at together, in the order in which they came.
    private static final int PENDING_MAX = 2_000;

    /// The same going out.
    private static final int POSTS_MAX = 2_000;

    private static final int WAITING_MAX = 200;

    /// Of what failed for good, and of what was dealt with, this tidies.
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final String channel;
    private final Conversations conversations;
    private final Means means;
    private final AddressStore addresses;
    private final ReceivedStore received;
    private final PendingStore waiting;
    private final PostStore posts;
    private final Repeating sweeping;

    Postbox(String channel, Conversations conversations, Means means) {
        this.channel = channel;
        this.conversations = conversations;
        this.means = means;
        var database = means.chats().database();
        this.addresses = new AddressStore(database);
        this.received = new ReceivedStore(database);
        this.waiting = new PendingStore(database);
        this.posts = new PostStore(database);
        this.sweeping = new Repeating("sweeping " + channel, SWEEP, () -> received.sweep(now()));
    }

    /// What a postbox is made of.
    record Means(Correspondence.Means chats, Returns returns, Listeners listeners) {}

    /// Calls `nudge` after each commit in this process that may have left something to be said.
    public void whenPosts(Runnable nudge) {
        means.listeners().whenPosts(channel, nudge);
    }

    /// Makes what came in durable; false when that is not possible now, and nothing may be
    /// acknowledged.
    public boolean receive(List<Raw> raws) {
        return raws.isEmpty()
                || received.receive(channel, raws, now()) instanceof Written.Done<Integer>;
    }

    /// Whether that came before, by the channel's own ID of it; known for a week.
    public boolean isReceived(String externalId) {
        return received.isReceived(channel, externalId);
    }

    /// What the channel must not lose, sealed.
    public ChannelSecrets secrets() {
        return new ChannelSecrets(means.chats().database(), channel);
    }

    /// What waits to be dealt with, the oldest first; also what is not due yet.
    public List<Pending> pending() {
        return waiting.pending(channel, PENDING_MAX);
    }

    /// Whether it waits still.
    public boolean isPending(Pending pending) {
        return waiting.isPending(pending.id());
    }

    /// They are dealt with, without anything else; false when they were before.
    public boolean done(Heard heard) {
        return received.done(heard, _ -> {});
    }

    /// They failed, and are tried again at that time, or (empty) never.
    public void failed(List<String> ids, Optional<Instant> again) {
        received.failed(ids, again, now());
    }

    /// How many failed for good.
    public int failures() {
        return received.failed(channel);
    }

    /// What is to be said, in its order; also what is not due yet.
    public List<Post> posts() {
        return posts.all(channel, POSTS_MAX);
    }

    /// What somebody is told: where they are, and the messages with what is asked now.
    public record Letter(Correspondence.Seat seat, View view) {}

    /// What a post says; empty when nobody is there any more.
    public Optional<Letter> letter(Post post) {
        var known = addresses.find(post.address(), post.conversation());
        if (known.isEmpty() || known.get().standing() != AddressStore.Standing.ACTIVE)
            return Optional.empty();
        var seat = Correspondence.Seat.of(known.get());
        if (!(means.chats().find(seat.token()) instanceof Found.Known(var stored, _)))
            return Optional.empty();
        var views = means.chats().views();
        var view = views.posted(stored, post.first(), post.last(), means.returns()::instead);
        return Optional.of(new Letter(seat, view));
    }

    /// So many pieces of it are out.
    public void sent(Post post, int pieces) {
        posts.sent(post, pieces);
    }

    /// All of it is out, or it never will be.
    public void done(Post post) {
        posts.done(post);
    }

    /// It is tried again then.
    public void later(Post post, Instant due) {
        posts.later(post, due);
    }

    /// Nothing can be delivered at that address any more, or it can again.
    public void gone(Address address, boolean gone) {
        addresses.gone(address, gone, now());
    }

    /// Somebody who showed up with a code: let in, or not.
    public record Admitted(Address address, boolean in) {}

    /// Those about whom it was decided since; who is in hears where the conversation is.
    public List<Admitted> admitted() {
        return addresses.waiting(channel, WAITING_MAX).stream()
                .flatMap(one -> decided(one).stream())
                .toList();
    }

    private Optional<Admitted> decided(AddressStore.Known known) {
        return switch (conversations.arrival(known.form().token())) {
            case ComingBack.Waiting _, ComingBack.Unavailable _ -> Optional.empty();
            case ComingBack.Here _ -> {
                var seat = Correspondence.Seat.of(known);
                conversations.correspondence().goBack(seat, Heard.NOTHING);
                yield Optional.of(new Admitted(known.address(), true));
            }
            case ComingBack.Unknown _,
                    ComingBack.Gone _,
                    ComingBack.Revoked _,
                    ComingBack.Mistyped _ -> {
                addresses.forget(known);
                yield Optional.of(new Admitted(known.address(), false));
            }
        };
    }

    private Instant now() {
        return means.chats().installation().now();
    }

    @Override
    public void close() {
        sweeping.close();
    }
}
