// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

/// What a file turned out to be.
public sealed interface Judged {

    /// One of a kind that is taken.
    record Fine(Kind kind) implements Judged {}

    /// One that is not taken.
    record Wrong(Why why) implements Judged {}

    /// Why a file is not taken.
    enum Why {
        /// Of another kind.
        KIND,
        /// A container that cannot be opened to its end.
        DAMAGED,
        /// An archive inside.
        TOO_DEEP,
        /// Far more inside than it seems.
        BOMB
    }
}
