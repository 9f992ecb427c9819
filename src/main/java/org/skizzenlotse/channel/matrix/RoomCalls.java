// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.skizzenlotse.channel.matrix.Calls.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Opened;
import org.skizzenlotse.channel.matrix.Homeserver.Room;

/// What needs no keys of a room: plain calls, and the JSON around what is encrypted elsewhere.
final class RoomCalls {
    private static final int TYPING_MILLIS = 10_000;
    private static final String ENCRYPTED = "m.room.encrypted";
    private static final String RELATES_TO = "m.relates_to";

    private final Calls calls;
    private final String user;

    RoomCalls(Calls calls, String user) {
        this.calls = calls;
        this.user = user;
    }

    void join(String room) throws Failed {
        in("POST", "client/v3/join/" + part(room), "{}");
    }

    void leave(String room) throws Failed {
        try {
            in("POST", "client/v3/rooms/" + part(room) + "/leave", "{}");
        } catch (Failed failed) {
            if (failed.how() != Failed.How.GONE) throw failed; // else it is not in it
        }
    }

    Room room(String room) throws Failed {
        var joined = in("GET", "client/v3/rooms/" + part(room) + "/joined_members", null);
        var members = new ArrayList<String>();
        joined.path("joined").fieldNames().forEachRemaining(members::add);
        return new Room(members, isEncrypted(room));
    }

    /// As the homeserver says: the store may not know it yet, and nothing may go out in the clear.
    boolean isEncrypted(String room) throws Failed {
        var path = "client/v3/rooms/" + part(room) + "/state/m.room.encryption";
        var answer = calls.ask("GET", path, null);
        if (answer.isGood()) return true;
        if (answer.status() == 404 && answer.errcode().equals("M_NOT_FOUND")) return false;
        throw Failures.inRoom(answer);
    }

    String send(String room, String transaction, String type, String content) throws Failed {
        var path =
                "client/v3/rooms/" + part(room) + "/send/" + part(type) + "/" + part(transaction);
        return in("PUT", path, content).path("event_id").asText();
    }

    /// Sends what was encrypted of that content; what it relates to stays readable beside it, as
    /// the specification has it.
    String sendEncrypted(String room, String transaction, String encrypted, String content)
            throws Failed {
        var outer = (ObjectNode) Calls.parsed(encrypted);
        outer.remove(RELATES_TO);
        var relation = Calls.parsed(content).get(RELATES_TO);
        if (relation != null) outer.set(RELATES_TO, relation);
        return send(room, transaction, ENCRYPTED, outer.toString());
    }

    void redact(String room, String transaction, String event) throws Failed {
        var path =
                "client/v3/rooms/"
                        + part(room)
                        + "/redact/"
                        + part(event)
                        + "/"
                        + part(transaction);
        var answer = calls.ask("PUT", path, "{}");
        if (answer.isGood()) return;
        // not found is the event, which is no reason to give up the room
        throw answer.status() == 404 ? Failures.of(answer) : Failures.inRoom(answer);
    }

    void typing(String room, boolean on) throws Failed {
        var body = Calls.JSON.createObjectNode().put("typing", on);
        if (on) body.put("timeout", TYPING_MILLIS);
        var path = "client/v3/rooms/" + part(room) + "/typing/" + part(user);
        in("PUT", path, body.toString());
    }

    void read(String room, String event) throws Failed {
        var path = "client/v3/rooms/" + part(room) + "/receipt/m.read/" + part(event);
        in("POST", path, "{}");
    }

    String accountData(String type) throws Failed {
        var answer = calls.ask("GET", accountDataPath(type), null);
        if (answer.isGood()) return answer.json().toString();
        if (answer.errcode().equals("M_NOT_FOUND")) return "{}";
        throw Failures.of(answer);
    }

    void setAccountData(String type, String json) throws Failed {
        calls.call("PUT", accountDataPath(type), json);
    }

    /// The event as it is where it is not encrypted, else nothing.
    @Nullable Opened plain(JsonNode event) throws Failed {
        var type = event.path("type").asText();
        if (type.isEmpty() || !event.path("content").isObject()) {
            throw Failures.refused("malformed");
        }
        return type.equals(ENCRYPTED) ? null : opened(type, event.path("content"), false);
    }

    /// What was encrypted, with what it relates to from beside the ciphertext.
    Opened decrypted(JsonNode event, String type, String content) throws Failed {
        var inner = Calls.parsed(content);
        if (!(inner instanceof ObjectNode object)) throw Failures.refused("malformed");
        if (event.path("content").path(RELATES_TO) instanceof ObjectNode outside) {
            object.withObjectProperty(RELATES_TO).setAll(outside);
        }
        return opened(type, object, true);
    }

    private static Opened opened(String type, JsonNode content, boolean encrypted) {
        var json = Calls.JSON.createObjectNode().put("type", type).set("content", content);
        return new Opened(json.toString(), encrypted);
    }

    private String accountDataPath(String type) {
        return "client/v3/user/" + part(user) + "/account_data/" + part(type);
    }

    private JsonNode in(String method, String path, @Nullable String body) throws Failed {
        var answer = calls.ask(method, path, body);
        if (!answer.isGood()) throw Failures.inRoom(answer);
        return answer.json();
    }
}
