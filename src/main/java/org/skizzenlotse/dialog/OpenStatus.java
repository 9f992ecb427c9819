// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.Locale;
import java.util.Optional;

/// An answer that is no answer, by the name used in files and over HTTP (`unknown`, `later` …).
public enum OpenStatus {
    UNKNOWN,
    LATER,
    REFUSED,
    NOT_APPLICABLE;

    /// The name in files and on the wire.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of that name, if there is one.
    public static Optional<OpenStatus> of(String id) {
        for (var status : values()) if (status.id().equals(id)) return Optional.of(status);
        return Optional.empty();
    }
}
