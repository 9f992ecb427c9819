// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of a file that was asked for, both ends included (RFC 9110, section 14).
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /// One range; none where there is no header or it asks for something else: then the whole file
    /// is the answer.
    static Optional<ByteRange> of(@Nullable String header, long bytes) {
        var asked = ONE.matcher(header == null ? "" : header);
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (asked.group(1).isEmpty()) {
            var length = Long.parseLong(asked.group(2));
            return within(Math.max(0, bytes - length), bytes - 1);
        }
        var last = asked.group(2).isEmpty() ? bytes - 1 : Long.parseLong(asked.group(2));
        return within(Long.parseLong(asked.group(1)), Math.min(last, bytes - 1));
    }

    private static Optional<ByteRange> within(long first, long last) {
        return first <= last ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }

    long length() {
        return last - first + 1;
    }

    String header(long bytes) {
        return "bytes " + first + "-" + last + "/" + bytes;
    }
}
