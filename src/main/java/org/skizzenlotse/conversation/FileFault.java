// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Locale;
import org.skizzenlotse.engine.Language;

/// Why a file is not taken. What is told beside some of them is a limit in bytes (`TOO_BIG`,
/// `TOO_MUCH_IN_ALL`), a number (`TOO_MANY`), or endings (`WRONG_TYPE`).
public enum FileFault {
    /// No byte in it.
    EMPTY,
    /// Bigger than one of this question may be.
    TOO_BIG,
    /// As many as this question takes are there.
    TOO_MANY,
    /// With it, all files of the conversation would be too much.
    TOO_MUCH_IN_ALL,
    /// Of a kind that this question does not take.
    WRONG_TYPE,
    /// It cannot be opened to its end.
    DAMAGED,
    /// An archive is packed inside.
    TOO_DEEP,
    /// Far more is packed inside than it seems.
    BOMB,
    /// The disk or what may be used of it is full.
    NO_SPACE,
    /// This question is not there, or takes no files now.
    NOT_HERE,
    /// Too much is going on at once: come again.
    BUSY;

    /// The key of its words.
    public String id() {
        return "file_" + name().toLowerCase(Locale.ROOT);
    }

    /// What is told beside it, as a language writes it; empty for most.
    public String detail(List<String> details, Language language) {
        return switch (this) {
            case TOO_BIG, TOO_MUCH_IN_ALL -> language.size(Long.parseLong(details.getFirst()));
            case WRONG_TYPE -> String.join(", ", details).toUpperCase(Locale.ROOT);
            case TOO_MANY -> details.getFirst();
            case EMPTY, DAMAGED, TOO_DEEP, BOMB, NO_SPACE, NOT_HERE, BUSY -> "";
        };
    }
}
