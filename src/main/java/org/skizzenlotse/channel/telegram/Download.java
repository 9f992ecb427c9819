// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.io.InputStream;

/// How fetching a file went.
sealed interface Download {
    /// Its bytes, as they come from Telegram; to be closed by whoever reads them. The size is -1
    /// where nobody said it. Reading throws [TooBigInside] when more come than allowed, and another
    /// [IOException] when they end too early.
    record Open(InputStream bytes, long size) implements Download {}

    /// It is bigger than allowed here, or than Telegram lets bots have (20 MB).
    record TooBig() implements Download {}

    /// It cannot be had, now or ever.
    record Failed(CallOutcome.Failure how) implements Download {}

    /// More bytes came than allowed.
    final class TooBigInside extends IOException {
        private static final long serialVersionUID = 1;

        TooBigInside() {
            super("more bytes than allowed");
        }
    }
}
