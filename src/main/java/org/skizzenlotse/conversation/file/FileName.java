// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of files as people may see and save them on any machine.
public final class FileName {
    private static final int LENGTH_MAX = 120;
    private static final int ENDING_LENGTH_MAX = 10;
    private static final String NONE = "Datei";

    /// What is invisible or turns the direction of what follows, so that a name looks like another.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    /// What some system does not allow in a name.
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");

    /// Names that are devices on Windows, with any ending.
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FileName() {}

    /// Without folders, control characters, and what is reserved; at most 120 characters, of which
    /// the ending stays.
    public static String clean(String raw) {
        var name = Normalizer.normalize(raw, Normalizer.Form.NFC).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        name = SPACES.matcher(name).replaceAll(" ");
        name = INVISIBLE.matcher(name).replaceAll("");
        name = FORBIDDEN.matcher(name).replaceAll("_");
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        if (DEVICE.matcher(name).matches()) name = "_" + name;
        return name.isEmpty() ? NONE : shortened(name);
    }

    /// The ending in small letters, empty where there is none.
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1);
        return dot < 1 || ending.length() > ENDING_LENGTH_MAX
                ? ""
                : ending.toLowerCase(Locale.ROOT);
    }

    /// The name with an ending that says what it is.
    public static String as(Kind kind, String name) {
        return kind.endsWith(ending(name)) ? name : shortened(name + "." + kind.ending());
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LENGTH_MAX) return name;
        var ending = ending(name);
        var tail = ending.isEmpty() ? "" : name.substring(name.length() - ending.length() - 1);
        int kept = LENGTH_MAX - tail.codePointCount(0, tail.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)).strip() + tail;
    }
}
