// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The kinds of files that can be attached: what people write, count, show, photograph and say. A
/// kind is named by the ending of its files.
public final class FileKinds {
    private static final Map<String, String> MEDIA_TYPES = mediaTypes();

    private FileKinds() {}

    private static Map<String, String> mediaTypes() {
        var office = "application/vnd.openxmlformats-officedocument.";
        var open = "application/vnd.oasis.opendocument.";
        var types = new LinkedHashMap<String, String>();
        types.put("pdf", "application/pdf");
        types.put("docx", office + "wordprocessingml.document");
        types.put("odt", open + "text");
        types.put("rtf", "application/rtf");
        types.put("txt", "text/plain");
        types.put("md", "text/markdown");
        types.put("xlsx", office + "spreadsheetml.sheet");
        types.put("ods", open + "spreadsheet");
        types.put("csv", "text/csv");
        types.put("pptx", office + "presentationml.presentation");
        types.put("odp", open + "presentation");
        types.put("jpg", "image/jpeg");
        types.put("png", "image/png");
        types.put("ogg", "audio/ogg");
        return Collections.unmodifiableMap(types);
    }

    /// Every kind, by ending, in the order in which people are told of them; with its media type.
    public static Map<String, String> all() {
        return MEDIA_TYPES;
    }

    /// The endings that a question takes: those that it names, else all.
    public static List<String> of(AnswerType.File type) {
        return type.accept().isEmpty() ? List.copyOf(MEDIA_TYPES.keySet()) : type.accept();
    }

    /// An ending as it is known here: small letters, no dot, one name for each kind.
    public static String ending(String written) {
        var bare = written.strip().toLowerCase(Locale.ROOT);
        var ending = bare.startsWith(".") ? bare.substring(1) : bare;
        return ending.equals("jpeg") ? "jpg" : ending;
    }

    /// The ending of a file's name; empty where it has none.
    public static String endingOf(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : ending(name.substring(dot + 1));
    }
}
