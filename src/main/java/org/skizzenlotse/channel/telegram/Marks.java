// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.skizzenlotse.engine.Expects;

/// Short marks of options for buttons, since two IDs of 40 characters do not fit into one. At a
/// station, and where a consent is asked for, a mark belongs to the very words of the question: an
/// old button never says yes to something else.
final class Marks {
    /// 30 bits: among a hundred options two alike are one in 200,000; then neither is found.
    static final int LENGTH = 5;

    private Marks() {}

    /// Whether this could be a mark.
    static boolean isOne(String text) {
        return text.matches("[A-Za-z0-9_-]{" + LENGTH + "}");
    }

    /// The mark of an option, by its ID.
    static String of(Expects asked, String option) {
        var isBound = asked.step().value().startsWith("_") || asked.type().equals("consent");
        return hashed(isBound ? option + "\n" + asked.text() : option);
    }

    /// The one option of that mark; nothing where two share it, or the question was another.
    static Optional<Expects.Choice> find(Expects asked, String mark) {
        var found =
                asked.options().stream().filter(one -> of(asked, one.id()).equals(mark)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String hashed(String text) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
