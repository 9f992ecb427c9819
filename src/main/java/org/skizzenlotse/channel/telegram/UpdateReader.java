// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.channel.telegram.Incoming.Blocked;
import org.skizzenlotse.channel.telegram.Incoming.Edited;
import org.skizzenlotse.channel.telegram.Incoming.Group;
import org.skizzenlotse.channel.telegram.Incoming.Shown;
import org.skizzenlotse.channel.telegram.Incoming.Tapped;
import org.skizzenlotse.channel.telegram.Incoming.Unblocked;
import org.skizzenlotse.channel.telegram.Incoming.Unreadable;

/// Reads updates field by field, so that one which is unlike what the documentation says costs no
/// more than itself.
final class UpdateReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A bot that is one of these may write in the group.
    private static final Set<String> MEMBER = Set.of("member", "administrator");

    private UpdateReader() {}

    static Incoming read(String json) {
        try {
            return update(JSON.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return new Unreadable();
        }
    }

    /// Something is not there, or of another type than it must be.
    static final class Odd extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Odd() {
            super("not as documented");
        }
    }

    /// A text, which may be missing.
    static String textOr(String without, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return without;
        if (!node.isTextual()) throw new Odd();
        return node.textValue();
    }

    /// A text that must be there.
    static String text(JsonNode node) {
        var text = textOr("", node);
        if (text.isEmpty()) throw new Odd();
        return text;
    }

    /// A whole number that must be there.
    static long number(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) throw new Odd();
        return node.longValue();
    }

    /// A message's number.
    static int messageId(JsonNode message) {
        var id = number(message.path("message_id"));
        if (id != (int) id) throw new Odd();
        return (int) id;
    }

    private static Incoming update(JsonNode update) {
        if (update.has("message")) return message(update.path("message"));
        if (update.has("edited_message")) return edited(update.path("edited_message"));
        if (update.has("callback_query")) return tapped(update.path("callback_query"));
        if (update.has("my_chat_member")) return member(update.path("my_chat_member"));
        return new Unreadable();
    }

    private static Incoming message(JsonNode message) {
        if (message.path("from").path("is_bot").asBoolean(false)) return new Unreadable();
        var chat = message.path("chat");
        return switch (Place.of(chat)) {
            case PERSON -> MessageReader.read(number(chat.path("id")), message, language(message));
            case GROUP -> group(chat, textOr("", message.path("text")).startsWith("/"));
            case ELSEWHERE -> new Unreadable();
        };
    }

    private static Incoming edited(JsonNode message) {
        var chat = message.path("chat");
        var caption = textOr("", message.path("caption"));
        var text = textOr(caption, message.path("text"));
        // a live location, for one, is edited all the time
        if (Place.of(chat) != Place.PERSON || text.isEmpty()) return new Unreadable();
        return new Edited(number(chat.path("id")), messageId(message), text);
    }

    private static Incoming tapped(JsonNode query) {
        var message = query.path("message");
        var chat = message.path("chat");
        return switch (Place.of(chat)) {
            case PERSON ->
                    new Tapped(
                            number(chat.path("id")),
                            text(query.path("id")),
                            messageId(message),
                            text(query.path("data")),
                            shown(message),
                            language(query));
            case GROUP -> group(chat, true);
            case ELSEWHERE -> new Unreadable();
        };
    }

    /// An inaccessible message has the date 0, and nothing else but its place. A keyboard that
    /// cannot be read costs no tap.
    private static Shown shown(JsonNode message) {
        var editable = message.path("date").asLong(0) != 0;
        try {
            return new Shown(editable, keyboard(message.path("reply_markup")));
        } catch (IllegalArgumentException unreadable) {
            return new Shown(editable, List.of());
        }
    }

    private static List<List<Button>> keyboard(JsonNode markup) {
        var rows = new ArrayList<List<Button>>();
        for (var row : markup.path("inline_keyboard")) {
            var buttons = new ArrayList<Button>();
            for (var button : row) buttons.add(button(button));
            rows.add(buttons);
        }
        return rows;
    }

    private static Button button(JsonNode button) {
        return new Button(
                text(button.path("text")),
                textOr("", button.path("callback_data")),
                textOr("", button.path("url")));
    }

    private static Incoming member(JsonNode change) {
        var chat = change.path("chat");
        var status = textOr("", change.path("new_chat_member").path("status"));
        return switch (Place.of(chat)) {
            case PERSON ->
                    switch (status) {
                        case "kicked" -> new Blocked(number(chat.path("id")));
                        case "member" -> new Unblocked(number(chat.path("id")));
                        default -> new Unreadable();
                    };
            case GROUP -> MEMBER.contains(status) ? group(chat, true) : new Unreadable();
            case ELSEWHERE -> new Unreadable();
        };
    }

    private static Group group(JsonNode chat, boolean toUs) {
        return new Group(number(chat.path("id")), textOr("", chat.path("title")), toUs);
    }

    private static String language(JsonNode from) {
        return textOr("", from.path("from").path("language_code"));
    }

    /// Where something was said.
    private enum Place {
        PERSON,
        GROUP,
        ELSEWHERE;

        static Place of(JsonNode chat) {
            return switch (textOr("", chat.path("type"))) {
                case "private" -> PERSON;
                case "group", "supergroup" -> GROUP;
                default -> ELSEWHERE;
            };
        }
    }
}
