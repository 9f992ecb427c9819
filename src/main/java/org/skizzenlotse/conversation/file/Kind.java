// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.FileKinds;

/// The kinds of [FileKinds], as they are told by content, each with the endings that its names may
/// have (that of the list first).
public enum Kind {
    PDF("pdf"),
    DOCX("docx"),
    ODT("odt"),
    RTF("rtf"),
    TXT("txt"),
    MD("md", "markdown"),
    XLSX("xlsx"),
    ODS("ods"),
    CSV("csv", "tsv"),
    PPTX("pptx"),
    ODP("odp"),
    JPG("jpg", "jpeg"),
    PNG("png"),
    OGG("ogg", "oga", "opus");

    /// What Tika calls sound in this container, whatever is in it.
    private static final Set<String> SOUND =
            Set.of("application/ogg", "audio/vorbis", "audio/opus", "audio/speex");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> endings;

    Kind(String... endings) {
        this.endings = List.of(endings);
    }

    /// As it is told to programs.
    public String mediaType() {
        return FileKinds.all().getOrDefault(ending(), "");
    }

    /// The usual ending, as it is told to people.
    public String ending() {
        return endings.getFirst();
    }

    /// Whether names of this kind end so.
    public boolean endsWith(String ending) {
        return endings.contains(ending);
    }

    /// The kinds of these endings.
    public static Set<Kind> of(List<String> endings) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (var ending : endings) byEnding(ending.toLowerCase(Locale.ROOT)).ifPresent(kinds::add);
        return kinds;
    }

    /// The kind of plain text that such a name promises.
    static Kind text(String ending) {
        return byEnding(ending).filter(Kind::isText).orElse(TXT);
    }

    static Optional<Kind> byMediaType(String type) {
        if (SOUND.contains(type)) return Optional.of(OGG);
        return Arrays.stream(values()).filter(kind -> kind.mediaType().equals(type)).findFirst();
    }

    boolean isText() {
        return this == TXT || this == MD || this == CSV;
    }

    private static Optional<Kind> byEnding(String ending) {
        return Arrays.stream(values()).filter(kind -> kind.endsWith(ending)).findFirst();
    }
}
