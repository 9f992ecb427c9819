// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a peer sees and reads of the room that it is in. Everything waits, for [#patience] at most,
/// and then fails with all that came.
public abstract sealed class Hearing permits Peer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Heard heard;
    private final String user;
    private final Map<String, Integer> read = new HashMap<>();
    private Duration patience = PATIENCE;
    private String room = "";

    Hearing(String user, Heard heard) {
        this.user = user;
        this.heard = heard;
    }

    /// The whole ID, such as `@alice:localhost`.
    public String user() {
        return user;
    }

    /// The room that it is in.
    public String room() {
        return room;
    }

    /// From now on this is the room.
    public String enter(String id) {
        room = id;
        return id;
    }

    /// How long everything from now on may take; gives how long it could before.
    public Duration patience(Duration limit) {
        var before = patience;
        patience = limit;
        return before;
    }

    Duration patience() {
        return patience;
    }

    /// The next message that somebody else sent to the room, an edit too, and that was not read
    /// yet.
    public Message next() {
        return heard.await(patience, this::unread).orElseThrow(() -> late("next message"));
    }

    /// Reads on until a message has this in its text, and gives that one.
    public Message expect(String part) {
        var found =
                heard.await(
                        patience,
                        () -> {
                            for (var got = unread(); got.isPresent(); got = unread()) {
                                if (got.get().body().contains(part)) return got;
                            }
                            return Optional.empty();
                        });
        return found.orElseThrow(() -> late("message with \"" + part + "\""));
    }

    /// What others have sent to the room as far as it came, read or not, in order.
    public List<Message> messages() {
        var found = new ArrayList<Message>();
        for (var told : seen("message")) {
            if (!told.path("sender").asText().equals(user)) found.add(Message.of(told));
        }
        return found;
    }

    /// The same once there are so many.
    public List<Message> until(int count) {
        return heard.await(patience, () -> Optional.of(messages()).filter(m -> m.size() >= count))
                .orElseThrow(() -> late(count + " messages, of " + messages().size()));
    }

    /// Waits until nothing came for so long.
    public void awaitQuiet(Duration quiet) {
        if (!heard.awaitQuiet(quiet, patience.plus(quiet))) throw late("quiet of " + quiet);
    }

    /// What of this kind happened in the room, in order. The kinds are `message`, `reaction`,
    /// `redaction`, `redacted`, `member`, `typing`, `read`, `unreadable`, `other`, `bad` and
    /// `broken`; what each has is in `peer_sees.py`.
    public List<JsonNode> seen(String kind) {
        return heard.all().stream().filter(told -> is(told, kind)).toList();
    }

    /// Waits for one of this kind in the room of which this holds; also one that came before.
    public JsonNode await(String kind, Predicate<JsonNode> holds) {
        return await(kind, () -> seen(kind).stream().filter(holds).findFirst().orElse(null));
    }

    public void awaitTyping(String other) {
        await("typing", told -> has(told, "users", other));
    }

    /// Waits until this user has read that event.
    public void awaitRead(String other, String event) {
        await("read", told -> is(told, "sender", other) && is(told, "event", event));
    }

    public void awaitRedaction(String event) {
        await("redaction", told -> is(told, "redacts", event));
    }

    /// Waits for a reaction to that event and gives its key.
    public String awaitReaction(String event) {
        return await("reaction", told -> is(told, "to", event)).path("key").asText();
    }

    /// Waits until this user was told to `join`, `leave` or the like, and gives who did that.
    public String awaitMembership(String other, String membership) {
        var told =
                await("member", one -> is(one, "user", other) && is(one, "membership", membership));
        return told.path("sender").asText();
    }

    /// Waits for something that came and cannot be read, and gives its event's ID.
    public String awaitUnreadable() {
        return await("unreadable", _ -> true).path("id").asText();
    }

    /// Waits until the server has ended its login.
    public void awaitLogout() {
        await("end of the login", () -> ofAll("loggedOut", _ -> true));
    }

    /// Waits for an invitation of a room other than these, and gives that room.
    String awaitInvitation(List<String> known) {
        var told =
                await(
                        "invitation",
                        () -> ofAll("invited", one -> !known.contains(one.path("room").asText())));
        return told.path("room").asText();
    }

    abstract AssertionError wrong(String why);

    static boolean is(JsonNode told, String field, String value) {
        return told.path(field).asText().equals(value);
    }

    private boolean is(JsonNode told, String kind) {
        return is(told, "kind", kind) && is(told, "room", room);
    }

    private static boolean has(JsonNode told, String field, String value) {
        for (var one : told.path(field)) if (one.asText().equals(value)) return true;
        return false;
    }

    private @Nullable JsonNode ofAll(String kind, Predicate<JsonNode> holds) {
        return heard.all().stream()
                .filter(told -> is(told, "kind", kind) && holds.test(told))
                .findFirst()
                .orElse(null);
    }

    private JsonNode await(String what, Looking looking) {
        return heard.await(patience, () -> Optional.ofNullable(looking.found()))
                .orElseThrow(() -> late(what));
    }

    @FunctionalInterface
    private interface Looking {
        @Nullable JsonNode found();
    }

    private Optional<Message> unread() {
        var all = messages();
        int from = read.getOrDefault(room, 0);
        if (all.size() <= from) return Optional.empty();
        read.put(room, from + 1);
        return Optional.of(all.get(from));
    }

    private AssertionError late(String what) {
        return wrong("no " + what + " within " + patience.toSeconds() + " s in " + room);
    }
}
