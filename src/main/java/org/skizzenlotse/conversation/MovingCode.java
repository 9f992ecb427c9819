// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.Optional;
import java.util.regex.Pattern;

/// What another device shows up with, within a quarter of an hour and once: a link of 128 bits, or
/// three groups of three letters to type, 40 bits. Whoever guesses a code is still asked about at
/// the device that made it.
record MovingCode(String shown) {
    private static final Letters FORM = new Letters(3, 3);

    /// The secret of a link in its address.
    private static final Pattern LINK = Pattern.compile("\\S*/umzug/([A-Za-z0-9_-]{22})/?");

    /// A new one to type.
    static MovingCode fresh() {
        return new MovingCode(FORM.fresh());
    }

    /// Whether somebody pasted such a link.
    static boolean isLink(String typed) {
        return LINK.matcher(typed.strip()).matches();
    }

    /// What somebody typed or pasted; empty where it is neither code nor link, or has a slip in it.
    static Optional<MovingCode> read(String typed) {
        var link = LINK.matcher(typed.strip());
        return link.matches()
                ? Optional.of(new MovingCode(link.group(1)))
                : FORM.read(typed).map(MovingCode::new);
    }

    /// As people see it: `7H3-K92-QFX`.
    String text() {
        return FORM.text(shown);
    }

    @Override
    public String toString() {
        return "MovingCode";
    }
}
