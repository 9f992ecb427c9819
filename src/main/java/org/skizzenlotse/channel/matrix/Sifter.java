// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.skizzenlotse.channel.matrix.Calls.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Happening;
import org.skizzenlotse.channel.matrix.Homeserver.Kind;
import org.skizzenlotse.channel.matrix.Homeserver.Listener;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes happenings of one answer of the homeserver, and fetches what it left out.
final class Sifter {
    private static final Logger LOG = LoggerFactory.getLogger(Sifter.class);

    /// 5000 events; who wrote more while the bot was away is answered from there on.
    private static final int PAGES_MAX = 50;

    private static final int PAGE_EVENTS = 100;

    /// What was read is known for that long and a day; what is older may have been answered.
    private static final Duration LOST_MAX = ReceivedStore.KEPT.minusDays(1);

    /// No single room holds up the others for longer.
    private static final int TRIES_MAX = 3;

    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private static final String MEMBER = "m.room.member";
    private static final Set<String> TYPES =
            Set.of(
                    "m.room.message",
                    "m.room.encrypted",
                    "m.reaction",
                    "m.room.redaction",
                    MEMBER,
                    "m.sticker",
                    "m.poll.start",
                    "org.matrix.msc3381.poll.start");

    /// Those whose content must stay the JSON that it is, as a filter names them: the library knows
    /// types by the whole name, and its own classes lose fields.
    static final List<String> RAW_TYPES =
            TYPES.stream()
                    .filter(type -> !type.equals(MEMBER) && !type.equals("m.room.redaction"))
                    .map(type -> type + "*")
                    .toList();

    /// Where an answer stands: `since` is where it starts, the same for one that comes again.
    record Place(String since, boolean initial, boolean everListened, Tries tries) {}

    /// How often a gap could not be filled for now, by room; of one answer at a time, which comes
    /// again.
    static final class Tries {
        private final Map<String, Integer> rooms = new HashMap<>();
        private String since = "";

        /// Whether it is worth another one.
        private synchronized boolean another(String since, String room) {
            if (!this.since.equals(since)) rooms.clear();
            this.since = since;
            return rooms.merge(room, 1, Integer::sum) <= TRIES_MAX;
        }
    }

    /// What a timeline lacks before its first event.
    private enum Gap {
        /// Nothing.
        NONE,
        /// Some events, since the last answer.
        SOME,
        /// All since the store was lost, as far back as what was read is known.
        SINCE_LOST
    }

    private final Calls calls;
    private final String user;
    private final Listener listener;
    private final Place place;
    private final List<Happening> found = new ArrayList<>();

    Sifter(Calls calls, String user, Listener listener, Place place) {
        this.calls = calls;
        this.user = user;
        this.listener = listener;
        this.place = place;
    }

    /// Hands over what `rooms` of an answer brought; false where it must come again.
    boolean sift(JsonNode rooms) throws Failed {
        for (var room : rooms.path("invite").properties()) {
            var state = room.getValue().path("invite_state").path("events");
            invited(room.getKey(), membership(state));
        }
        if (!place.initial() || place.everListened()) {
            for (var room : rooms.path("join").properties()) {
                joined(room.getKey(), room.getValue().path("timeline"));
            }
        }
        if (!place.initial()) {
            for (var room : rooms.path("leave").properties()) {
                out(room.getKey(), room.getValue());
            }
        }
        return found.isEmpty() || listener.came(found);
    }

    private void invited(String room, JsonNode own) {
        var inviter = own.path("sender").asText("");
        found.add(new Happening(Kind.INVITED, id("invited", room, own), room, inviter, ""));
    }

    private void out(String room, JsonNode left) {
        var own = membership(left.path("timeline").path("events"));
        if (own.isMissingNode()) own = membership(left.path("state_after").path("events"));
        if (own.isMissingNode()) own = membership(left.path("state").path("events"));
        var sender = own.path("sender").asText("");
        found.add(new Happening(Kind.OUT, id("out", room, own), room, sender, ""));
    }

    /// The last of these events that is about the bot's own membership.
    private JsonNode membership(JsonNode events) {
        JsonNode last = MissingNode.getInstance();
        for (var event : events) if (isOwnMembership(event)) last = event;
        return last;
    }

    private void joined(String room, JsonNode timeline) throws Failed {
        var events = new ArrayList<JsonNode>();
        timeline.path("events").forEach(events::add);
        var gap = timeline.path("limited").asBoolean(false) ? Gap.SOME : Gap.NONE;
        if (place.initial()) gap = Gap.SINCE_LOST;
        var newestFirst = new ArrayList<JsonNode>();
        var end = take(events.reversed(), gap, newestFirst);
        var before = timeline.path("prev_batch").asText("");
        if (end == End.OPEN && gap != Gap.NONE && !before.isEmpty()) {
            fill(room, before, gap, newestFirst);
        }
        Collections.reverse(newestFirst);
        for (var event : newestFirst) add(room, event);
    }

    private enum End {
        OPEN,
        REACHED
    }

    /// Takes what is new to the bot and was said since it was invited.
    private End take(List<JsonNode> events, Gap gap, List<JsonNode> newestFirst) {
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            if (gap != Gap.NONE && listener.isKnown(event.path("event_id").asText())) {
                return End.REACHED;
            }
            if (gap == Gap.SINCE_LOST && isOld(event)) return End.REACHED;
            newestFirst.add(event);
            if (isOwnJoin(event)) {
                newestFirst.addAll(sinceInvited(events.subList(i + 1, events.size())));
                return End.REACHED;
            }
        }
        return End.OPEN;
    }

    /// Those down to the invitation that the bot followed; none where it is not among them.
    private List<JsonNode> sinceInvited(List<JsonNode> beforeJoin) {
        for (int i = 0; i < beforeJoin.size(); i++) {
            var event = beforeJoin.get(i);
            if (!isOwnMembership(event)) continue;
            return membershipOf(event).equals("invite") ? beforeJoin.subList(0, i) : List.of();
        }
        return List.of();
    }

    private static boolean isOld(JsonNode event) {
        var at = event.path("origin_server_ts").asLong(Long.MAX_VALUE);
        return at < Instant.now().minus(LOST_MAX).toEpochMilli();
    }

    /// Fills the gap, as far as that is possible.
    private void fill(String room, String before, Gap gap, List<JsonNode> newestFirst)
            throws Failed {
        try {
            fetch(room, before, gap, newestFirst);
        } catch (Failed failed) {
            var isNotNow = failed.how() == Failed.How.NOT_NOW;
            if (calls.isRevoked() || (isNotNow && place.tries().another(place.since(), room))) {
                pause(failed.after());
                throw failed;
            }
            LOG.warn("matrix events before these could not be read why={}", failed.getMessage());
        }
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.compareTo(PAUSE_MAX) < 0 ? wait : PAUSE_MAX);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch(String room, String before, Gap gap, List<JsonNode> newestFirst)
            throws Failed {
        var from = before;
        for (int page = 0; page < PAGES_MAX && !from.isEmpty(); page++) {
            var answer = calls.call("GET", pagePath(room, from), null);
            var events = new ArrayList<JsonNode>();
            answer.path("chunk").forEach(events::add);
            if (take(events, gap, newestFirst) == End.REACHED) return;
            from = answer.path("end").asText("");
        }
    }

    private static String pagePath(String room, String from) {
        var filter = Calls.JSON.createObjectNode();
        TYPES.forEach(filter.putArray("types")::add);
        return "client/v3/rooms/"
                + part(room)
                + "/messages?dir=b&limit="
                + PAGE_EVENTS
                + "&from="
                + part(from)
                + "&filter="
                + part(filter.toString());
    }

    /// Not a change of the bot's name, which looks the same.
    private boolean isOwnJoin(JsonNode event) {
        return isOwnMembership(event)
                && membershipOf(event).equals("join")
                && !event.path("unsigned")
                        .path("prev_content")
                        .path("membership")
                        .asText()
                        .equals("join");
    }

    private boolean isOwnMembership(JsonNode event) {
        return event.path("type").asText().equals(MEMBER)
                && event.path("state_key").asText().equals(user);
    }

    private static String membershipOf(JsonNode event) {
        return event.path("content").path("membership").asText();
    }

    private void add(String room, JsonNode event) {
        var id = event.path("event_id").asText();
        var sender = event.path("sender").asText();
        var isWanted = TYPES.contains(event.path("type").asText());
        if (!isWanted || id.isEmpty() || sender.isEmpty() || sender.equals(user)) return;
        found.add(new Happening(Kind.EVENT, id, room, sender, event.toString()));
    }

    /// The same where the same answer comes again, another for another invitation. It is kept as it
    /// is, so it names no room.
    private String id(String what, String room, JsonNode own) {
        return what + " " + Hash.of(room + " " + place.since() + " " + own);
    }
}
