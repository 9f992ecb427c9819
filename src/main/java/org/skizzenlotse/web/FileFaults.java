// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import java.util.List;
import java.util.Locale;
import org.skizzenlotse.conversation.FileFault;
import org.skizzenlotse.engine.Language;

/// Says kindly why a file is not taken, on whatever surface it came.
public final class FileFaults {
    private FileFaults() {}

    /// In a variant of the dialog, whose sizes are written in that language.
    public static String why(
            FileFault fault, List<String> details, String variant, Language language) {
        var filling =
                switch (fault) {
                    case TOO_BIG, TOO_MUCH_IN_ALL ->
                            language.size(Long.parseLong(details.getFirst()));
                    case WRONG_TYPE -> String.join(", ", details).toUpperCase(Locale.ROOT);
                    case TOO_MANY -> details.getFirst();
                    case EMPTY, DAMAGED, TOO_DEEP, BOMB, NO_SPACE, NOT_HERE, BUSY -> "";
                };
        return Texts.in(variant).say("file_" + fault.name().toLowerCase(Locale.ROOT), filling);
    }
}
