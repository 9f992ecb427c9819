// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.util.List;

/// A mail as it leaves: its name, the addresses that it goes to, and its bytes of RFC 5322.
public final class Letter {
    private final MailName name;
    private final List<String> to;
    private final byte[] bytes;

    Letter(MailName name, List<String> to, byte[] bytes) {
        this.name = name;
        this.to = List.copyOf(to);
        this.bytes = bytes.clone();
    }

    /// The same mail has the same name.
    public MailName name() {
        return name;
    }

    /// The plain addresses.
    public List<String> to() {
        return to;
    }

    /// The whole mail, the same for everybody whom it goes to.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The same mail to those of its addresses only.
    Letter onlyTo(List<String> some) {
        return new Letter(name, some, bytes);
    }

    @Override
    public String toString() {
        return "Letter[" + name + "]";
    }
}
