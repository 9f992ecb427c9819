// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of files that are taken, each with its endings (the usual one first) and its media
/// type.
public enum Kind {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    ODG("application/vnd.oasis.opendocument.graphics", "odg"),
    RTF("application/rtf", "rtf"),
    TXT("text/plain", "txt"),
    MD("text/markdown", "md", "markdown"),
    CSV("text/csv", "csv", "tsv"),
    PNG("image/png", "png"),
    JPG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> endings;

    Kind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /// As it is told to programs.
    public String mediaType() {
        return mediaType;
    }

    /// The usual ending, as it is told to people.
    public String ending() {
        return endings.getFirst();
    }

    /// Whether names of this kind end so.
    public boolean endsWith(String ending) {
        return endings.contains(ending);
    }

    /// The kinds of these endings; all kinds for none.
    public static Set<Kind> of(List<String> endings) {
        if (endings.isEmpty()) return EnumSet.allOf(Kind.class);
        var kinds = EnumSet.noneOf(Kind.class);
        for (var ending : endings) byEnding(ending.toLowerCase(Locale.ROOT)).ifPresent(kinds::add);
        return kinds;
    }

    /// The kind of plain text that such a name promises.
    static Kind text(String ending) {
        return byEnding(ending).filter(Kind::isText).orElse(TXT);
    }

    static Optional<Kind> byMediaType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(type)).findFirst();
    }

    boolean isText() {
        return this == TXT || this == MD || this == CSV;
    }

    private static Optional<Kind> byEnding(String ending) {
        return Arrays.stream(values()).filter(kind -> kind.endsWith(ending)).findFirst();
    }
}
