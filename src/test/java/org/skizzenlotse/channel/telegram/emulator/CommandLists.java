// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The lists of commands, each for a scope and a language; an empty language is for all others.
final class CommandLists {
    private static final int COMMANDS_MAX = 100;
    private static final int DESCRIPTION_LENGTH_MAX = 256;
    private static final Pattern COMMAND = Pattern.compile("/?[a-z0-9_]{1,32}");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})?");

    /// A scope as it is written down: its type and the chat and user that it may name.
    private record Scope(String type, String chat, String user, String language) {
        static Scope of(Request request) {
            var scope = request.tree("scope").orElseGet(Json::object);
            var language = request.text("language_code").orElse("");
            if (!LANGUAGE.matcher(language).matches()) {
                throw Refusal.badRequest("invalid language code specified");
            }
            return new Scope(
                    scope.path("type").asText("default"),
                    scope.path("chat_id").asText(""),
                    scope.path("user_id").asText(""),
                    language);
        }
    }

    private final Map<Scope, JsonNode> lists = new HashMap<>();

    synchronized void set(Request request) {
        var commands = request.tree("commands").orElseGet(Json::object);
        if (!commands.isArray()) {
            throw Refusal.badRequest("can't parse commands JSON object");
        }
        if (commands.size() > COMMANDS_MAX) throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        for (var command : commands) {
            if (!COMMAND.matcher(command.path("command").asText()).matches()) {
                throw Refusal.badRequest("BOT_COMMAND_INVALID");
            }
            int length = command.path("description").asText().length();
            if (length == 0 || length > DESCRIPTION_LENGTH_MAX) {
                throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        lists.put(Scope.of(request), commands);
    }

    synchronized JsonNode get(Request request) {
        return lists.getOrDefault(Scope.of(request), Json.array());
    }

    synchronized void delete(Request request) {
        lists.remove(Scope.of(request));
    }

    /// What a person sees in a private chat: the first list that there is, from the narrowest on.
    synchronized List<BotCommand> seen(long chat, String language) {
        var id = Long.toString(chat);
        var order =
                List.of(
                        new Scope("chat", id, "", language),
                        new Scope("chat", id, "", ""),
                        new Scope("all_private_chats", "", "", language),
                        new Scope("all_private_chats", "", "", ""),
                        new Scope("default", "", "", language),
                        new Scope("default", "", "", ""));
        for (var scope : order) {
            var list = lists.getOrDefault(scope, Json.array());
            if (!list.isEmpty()) return list.valueStream().map(CommandLists::command).toList();
        }
        return List.of();
    }

    private static BotCommand command(JsonNode command) {
        return new BotCommand(
                command.path("command").asText(), command.path("description").asText());
    }
}
