// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/// A person at a homeserver, with an encrypting client that we did not write: matrix-nio. It is in
/// one room at a time, the last that it made, joined or entered: what it says goes there.
public final class Peer extends Hearing implements AutoCloseable {
    private static final Duration LOGIN_MAX = Duration.ofSeconds(40);

    private final Path folder;
    private final Client client;
    private final List<String> joined = new ArrayList<>();
    private String device = "";

    private Peer(String user, Path folder, Heard heard, Client client) {
        super(user, heard);
        this.folder = folder;
        this.client = client;
    }

    /// Logs in under this name; the account is made where there is none. The folder keeps the
    /// device: who comes back with it is the same device, and is told only what is new.
    public static Peer login(Synapse synapse, String name, Path folder) throws Exception {
        var password = name + "-pass";
        var user = synapse.register(name, password);
        var heard = new Heard();
        var peer = new Peer(user, folder, heard, Client.start(name, heard));
        var with = new HashMap<String, Object>();
        with.put("base", synapse.base());
        with.put("user", user);
        with.put("password", password);
        with.put("folder", folder.toAbsolutePath().toString());
        try {
            peer.device = peer.client.ask("login", with, LOGIN_MAX).path("device").asText();
        } catch (AssertionError failed) {
            peer.close();
            throw failed;
        }
        return peer;
    }

    public String device() {
        return device;
    }

    /// A new direct room with the other one, who is invited, and waits until it is in.
    public String direct(String other, boolean encrypted) {
        create(encrypted, other);
        awaitMember(other);
        return room();
    }

    /// A new direct room with these people invited, as Element makes it: all of them may do there
    /// what its maker may. Waits for none of them.
    public String create(boolean encrypted, String... invited) {
        return create(true, encrypted, invited);
    }

    /// A new room that is no direct one and belongs to its maker alone.
    public String createGroup(boolean encrypted, String... invited) {
        return create(false, encrypted, invited);
    }

    public void invite(String other) {
        ask("invite", here("user", other));
    }

    /// Waits for an invitation of a room that it did not join before, takes it and is there.
    public String acceptInvitation() {
        return join(awaitInvitation(joined));
    }

    public String join(String id) {
        ask("join", Map.of("room", id));
        joined.add(id);
        return enter(id);
    }

    public void leave() {
        ask("leave", here());
    }

    public void kick(String other) {
        ask("kick", here("user", other));
    }

    /// Waits until this user is in the room.
    public void awaitMember(String other) {
        ask("await_member", here("user", other));
    }

    /// Who is in the room, as the server has it.
    public List<String> members() {
        return texts(ask("members", here()).path("members"));
    }

    /// Says this; gives the event's ID, as all that is sent does.
    public String say(String text) {
        return send("m.room.message", Map.of("msgtype", "m.text", "body", text));
    }

    public String say(String text, String html) {
        var content = new HashMap<String, Object>(Map.of("msgtype", "m.text", "body", text));
        content.put("format", "org.matrix.custom.html");
        content.put("formatted_body", html);
        return send("m.room.message", content);
    }

    /// Says this in the thread that began with that event.
    public String sayInThread(String text, String root) {
        var relation = Map.of("rel_type", "m.thread", "event_id", root);
        return send("m.room.message", related(text, relation));
    }

    /// Says this as an answer to that event.
    public String reply(String text, String event) {
        var relation = Map.of("m.in_reply_to", Map.of("event_id", event));
        return send("m.room.message", related(text, relation));
    }

    /// Changes what it said.
    public String edit(String event, String text) {
        var relation = Map.of("rel_type", "m.replace", "event_id", event);
        var content = new HashMap<>(related("* " + text, relation));
        content.put("m.new_content", Map.of("msgtype", "m.text", "body", text));
        return send("m.room.message", content);
    }

    public String react(String event, String key) {
        var relation = Map.of("rel_type", "m.annotation", "event_id", event, "key", key);
        return send("m.reaction", Map.of("m.relates_to", relation));
    }

    public String redact(String event) {
        return event(ask("redact", here("event", event)));
    }

    /// Sends any content, encrypted where the room is.
    public String send(String type, Map<String, ?> content) {
        return event(ask("send", here("type", type, "content", content)));
    }

    public String sendFile(String name, String mime, byte[] bytes) throws IOException {
        return upload("m.file", Map.of("name", name, "mime", mime, "more", Map.of()), bytes);
    }

    public String sendImage(String name, String mime, byte[] bytes) throws IOException {
        return upload("m.image", Map.of("name", name, "mime", mime, "more", Map.of()), bytes);
    }

    /// A spoken message.
    public String sendVoice(String mime, byte[] bytes) throws IOException {
        var more = Map.of("org.matrix.msc3245.voice", Map.of());
        var with = Map.of("name", "Voice message.ogg", "mime", mime, "more", more);
        return upload("m.audio", with, bytes);
    }

    public void typing(boolean on) {
        ask("typing", here("on", on));
    }

    /// Marks that event as read.
    public void read(String event) {
        ask("read", here("event", event));
    }

    /// From now on the devices that this user has get no keys, or get them again.
    public void blind(String other, boolean on) {
        ask("blind", Map.of("user", other, "on", on));
    }

    /// Says something in an encrypted room whose key this user does not get before [#share].
    public String sayUnreadable(String other, String text) {
        var content = Map.of("msgtype", "m.text", "body", text);
        var with = here("type", "m.room.message", "content", content);
        with.put("user", other);
        return event(ask("send_unreadable", with));
    }

    /// Gives the key of what was said unreadable.
    public void share(String other, String event) {
        ask("share", Map.of("user", other, "event", event));
    }

    /// Takes every device that this user has now for verified, or for not.
    public void trust(String other, boolean on) {
        ask("trust", Map.of("user", other, "on", on));
    }

    /// Makes itself a cross-signing identity that has signed its device.
    public void identify() {
        ask("identify", Map.of());
    }

    /// What the server says of somebody's keys, with every signature checked: whether there is a
    /// cross-signing identity, its devices, and which of them it has signed.
    public record Keys(
            boolean master, boolean selfSigning, Set<String> devices, Set<String> signed) {
        public Keys {
            devices = Set.copyOf(devices);
            signed = Set.copyOf(signed);
        }
    }

    public Keys keys(String other) {
        var answer = ask("keys", Map.of("user", other));
        return new Keys(
                answer.path("master").asBoolean(),
                answer.path("selfSigning").asBoolean(),
                Set.copyOf(texts(answer.path("devices"))),
                Set.copyOf(texts(answer.path("signed"))));
    }

    /// One event of the timeline as the server has it now: `kind` as in [#seen].
    public record Past(String kind, String id, Message message) {}

    /// The whole timeline of the room, in order, as somebody sees it who opens it now.
    public List<Past> history() {
        var found = new ArrayList<Past>();
        for (var told : ask("history", here()).path("history")) {
            var id = told.path("id").asText();
            found.add(new Past(told.path("kind").asText(), id, Message.of(told)));
        }
        return found;
    }

    /// Leaves as somebody who closes the client; the device stays.
    @Override
    public void close() {
        client.close();
    }

    @Override
    AssertionError wrong(String why) {
        return client.wrong(why);
    }

    private String create(boolean direct, boolean encrypted, String... invited) {
        var people = List.of(invited);
        var with = Map.of("encrypted", encrypted, "direct", direct, "invited", people);
        return enter(ask("create", with).path("room").asText());
    }

    private String upload(String type, Map<String, ?> of, byte[] bytes) throws IOException {
        var file = Files.createTempFile(folder, "sent", "");
        try {
            Files.write(file, bytes);
            var with = here("msgtype", type, "path", file.toAbsolutePath().toString());
            with.putAll(of);
            return event(ask("upload", with));
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, Object> related(String text, Map<String, ?> relation) {
        return Map.of("msgtype", "m.text", "body", text, "m.relates_to", relation);
    }

    private static String event(JsonNode answer) {
        return answer.path("event").asText();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private JsonNode ask(String what, Map<String, ?> with) {
        return client.ask(what, with, patience());
    }

    /// Names and values, and the room.
    private Map<String, Object> here(Object... namesAndValues) {
        var with = new HashMap<String, Object>(Map.of("room", room()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            with.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return with;
    }
}
