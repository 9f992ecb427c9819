// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;

/// Who sends the mails, and who of the staff gets them.
public record Addresses(InternetAddress from, List<InternetAddress> to) {
    /// Copies the list.
    public Addresses {
        to = List.copyOf(to);
    }

    /// Reads one address and one or several, parted by commas.
    ///
    /// @throws IllegalArgumentException when one is no address, naming it
    public static Addresses of(String from, String to) {
        return new Addresses(read(from).getFirst(), read(to));
    }

    /// One or several addresses, parted by commas.
    ///
    /// @throws IllegalArgumentException when one is no address, naming it
    public static List<InternetAddress> read(String text) {
        try {
            if (text.chars().anyMatch(Character::isISOControl)) throw wrong(text);
            var parsed = List.of(InternetAddress.parse(text, true));
            if (parsed.isEmpty()) throw wrong(text);
            for (var address : parsed) {
                address.validate();
                if (!address.getAddress().contains("@")) throw wrong(text);
            }
            return parsed;
        } catch (AddressException _) {
            throw wrong(text);
        }
    }

    /// The domain of the sender, for what must be unique in the world.
    String domain() {
        var address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("no e-mail address: " + text.strip());
    }
}
