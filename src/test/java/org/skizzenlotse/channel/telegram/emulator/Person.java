// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Somebody with Telegram in one chat. What they do comes to the bot as updates.
public final class Person extends Onlooker {
    /// A longer payload, or one with other letters, is lost on the way.
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final long ALBUM_FIRST = 13_370_000_000_000_001L;
    private static final Pattern COMMAND = Pattern.compile("^/[A-Za-z0-9_]+(@\\w+)?");

    Person(World world, ObjectNode user, Room room) {
        super(world, user, room);
    }

    /// The same person in a group.
    public Person in(Group group) {
        return new Person(world, user, group.room());
    }

    /// The number of the message.
    public int write(String text) {
        return send(message -> fill(message, text));
    }

    /// By the button that a first visit shows, or again after a block.
    public int start() {
        return start("");
    }

    /// By a link with this payload.
    public int start(String payload) {
        if (room.blocked) unblock();
        return write(PAYLOAD.matcher(payload).matches() ? "/start " + payload : "/start");
    }

    public void edit(int messageId, String text) {
        synchronized (chats) {
            var post = mine(messageId);
            post.message.remove("entities");
            fill(post.message, text);
            post.message.put("edit_date", chats.seconds());
            post.edits++;
            acted(post);
            if (heard(post.message)) {
                world.updates().offer("edited_message", post.message.deepCopy());
            }
        }
    }

    /// Of which a bot is told nothing, but it cannot change the message any more.
    public void remove(int messageId) {
        synchronized (chats) {
            var post = post(messageId);
            post.deleted = true;
            chats.changed(post);
        }
    }

    /// Taps the button with this text as the message stands now; the number of the callback.
    public String tap(int messageId, String buttonText) {
        synchronized (chats) {
            var seen = Seen.of(post(messageId), world.files());
            var button =
                    seen.button(buttonText)
                            .orElseThrow(() ->
                                    new AssertionError(
                                            "no button '%s' among %s"
                                                    .formatted(buttonText, seen.buttons())));
            if (button.data().isEmpty())
                throw new AssertionError("a link is not tapped: " + button);
            return tapData(messageId, button.data());
        }
    }

    /// Two fingers, or an impatient one: two callbacks with the same data.
    public List<String> tapTwice(int messageId, String buttonText) {
        synchronized (chats) {
            return List.of(tap(messageId, buttonText), tap(messageId, buttonText));
        }
    }

    /// Taps what stood there when the screen was drawn, even where it is gone by now.
    public String tapData(int messageId, String data) {
        synchronized (chats) {
            return tapped(post(messageId).message.deepCopy(), data);
        }
    }

    /// Taps below a message that is too old for the bot to see.
    public String tapInaccessible(int messageId, String data) {
        var message = Json.object().put("message_id", messageId).put("date", 0);
        message.set("chat", room.chat);
        return tapped(message, data);
    }

    public int sendDocument(String name, byte[] bytes, String mime) {
        return sendDocument(Upload.of(name, bytes, mime), "");
    }

    public int sendDocument(Upload upload, String caption) {
        return send(message -> {
            var stored = world.files().add(upload, "documents");
            message.set("document", stored.document());
            if (!caption.isEmpty()) message.put("caption", caption);
        });
    }

    /// In three sizes, of which only the largest has these bytes.
    public int sendPhoto(byte[] bytes) {
        return sendPhoto(bytes, "");
    }

    public int sendPhoto(byte[] bytes, String caption) {
        return send(message -> {
            message.set("photo", Things.photo(world.files(), bytes));
            if (!caption.isEmpty()) message.put("caption", caption);
        });
    }

    public int sendVoice(byte[] bytes) {
        return send(message -> message.set("voice", Things.voice(world.files(), bytes)));
    }

    public int sendVideo(String name, byte[] bytes) {
        return send(message -> message.set("video", Things.video(world.files(), name, bytes)));
    }

    /// Several files at once: for the bot as many messages, which share one album.
    public List<Integer> album(Upload... files) {
        synchronized (chats) {
            var album = Long.toString(ALBUM_FIRST + chats.changes());
            return Stream.of(files).map(file -> sendPart(album, file)).toList();
        }
    }

    public int sendSticker() {
        return send(message -> message.set("sticker", Things.sticker(world.files())));
    }

    public int sendLocation() {
        return send(message -> message.set("location", Things.location()));
    }

    public int sendContact() {
        return send(message -> message.set("contact", Things.contact()));
    }

    public int sendPoll() {
        return send(message -> message.set("poll", Things.poll()));
    }

    public int sendDice() {
        return send(message -> message.set("dice", Things.dice()));
    }

    /// An update that the library cannot decode.
    public void sendBroken(Broken how) {
        synchronized (chats) {
            mayAct();
            var message = chats.message(room, user).put("text", "?").deepCopy();
            world.updates().offerBroken("message", Things.broken(message, how));
        }
    }

    /// The bot may write no more; in a group, it is thrown out.
    public void block() {
        synchronized (chats) {
            room.blocked = room.isPrivate();
            room.left = !room.isPrivate();
            membership(Membership.MEMBER, Membership.KICKED);
        }
    }

    public void unblock() {
        synchronized (chats) {
            room.blocked = false;
            membership(Membership.KICKED, Membership.MEMBER);
        }
    }

    /// The account is gone, of which no bot is told until it writes.
    public void deactivate() {
        synchronized (chats) {
            room.deactivated = true;
        }
    }

    /// The bot joins this group.
    void takeBotIn() {
        synchronized (chats) {
            room.open = true;
            room.left = false;
            membership(Membership.LEFT, Membership.MEMBER);
            send(message -> message.putArray("new_chat_members").add(world.bot()));
        }
    }

    private int sendPart(String album, Upload file) {
        return send(message -> {
            message.put("media_group_id", album);
            if (file.mime().equals(Things.PHOTO)) {
                message.set("photo", Things.photo(world.files(), file.bytes()));
            } else {
                message.set("document", world.files().add(file, "documents").document());
            }
        });
    }

    private int send(Consumer<ObjectNode> content) {
        synchronized (chats) {
            mayAct();
            var message = chats.message(room, user);
            content.accept(message);
            room.open = true;
            acted(chats.keep(room, message, false));
            if (heard(message)) world.updates().offer("message", message.deepCopy());
            return message.path("message_id").asInt();
        }
    }

    private String tapped(ObjectNode message, String data) {
        synchronized (chats) {
            mayAct();
            var id = world.taps().tapped(id());
            var query =
                    Json.object().put("id", id).put("chat_instance", "-" + room.chat.hashCode());
            query.set("from", user);
            query.set("message", message);
            query.put("data", data);
            acted();
            world.updates().offer("callback_query", query);
            return id;
        }
    }

    private void membership(Membership before, Membership now) {
        var change = Json.object().put("date", chats.seconds());
        change.set("chat", room.chat);
        change.set("from", user);
        change.set("old_chat_member", before.of(world.bot()));
        change.set("new_chat_member", now.of(world.bot()));
        world.updates().offer("my_chat_member", change);
    }

    private void mayAct() {
        if (room.blocked) throw new IllegalStateException("whoever blocked the bot, starts anew");
    }

    private void acted(Post post) {
        chats.changed(post);
        acted();
    }

    private Post post(int messageId) {
        var post = room.posts.get(messageId);
        if (post == null) throw new AssertionError("no message " + messageId);
        return post;
    }

    private Post mine(int messageId) {
        var post = post(messageId);
        if (post.fromBot) throw new AssertionError("only own messages are edited");
        return post;
    }

    /// In a group a bot gets commands and what is about itself, unless it may read everything.
    private boolean heard(ObjectNode message) {
        if (room.left) return false;
        return room.hearsEverything
                || message.has("new_chat_members")
                || COMMAND.matcher(message.path("text").asText()).find();
    }

    private static void fill(ObjectNode message, String text) {
        message.put("text", text);
        var command = COMMAND.matcher(text);
        if (!command.find()) return;
        message.putArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", 0)
                .put("length", command.end());
    }
}
