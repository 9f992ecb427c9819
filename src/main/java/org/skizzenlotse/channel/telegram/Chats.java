// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.OptionalLong;
import org.skizzenlotse.channel.Address;

/// From which chat something came.
final class Chats {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Chats() {}

    /// The number of an update as Telegram brings it, if it has one.
    static OptionalLong update(String json) {
        try {
            var number = JSON.readTree(json).path("update_id");
            return number.canConvertToLong() && number.isIntegralNumber()
                    ? OptionalLong.of(number.longValue())
                    : OptionalLong.empty();
        } catch (JsonProcessingException none) {
            return OptionalLong.empty();
        }
    }

    /// The chat as an address.
    static Address address(long chat) {
        return new Address(Telegram.CHANNEL, String.valueOf(chat));
    }

    /// Its number, if it can be told.
    static Optional<Long> of(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Written one -> Optional.of(one.chat());
            case Incoming.Tapped one -> Optional.of(one.chat());
            case Incoming.Sent one -> Optional.of(one.chat());
            case Incoming.Voice one -> Optional.of(one.chat());
            case Incoming.Edited one -> Optional.of(one.chat());
            case Incoming.Other one -> Optional.of(one.chat());
            case Incoming.Blocked one -> Optional.of(one.chat());
            case Incoming.Unblocked one -> Optional.of(one.chat());
            case Incoming.Group one -> Optional.of(one.chat());
            case Incoming.Unreadable _ -> Optional.empty();
        };
    }

    /// The number of the message, as it is kept to find what it answered; empty for what is none.
    static String message(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Written one -> String.valueOf(one.messageId());
            case Incoming.Sent one -> String.valueOf(one.messageId());
            case Incoming.Voice one -> String.valueOf(one.messageId());
            case Incoming.Edited one -> String.valueOf(one.messageId());
            case Incoming.Tapped _, Incoming.Other _, Incoming.Blocked _ -> "";
            case Incoming.Unblocked _, Incoming.Group _, Incoming.Unreadable _ -> "";
        };
    }
}
