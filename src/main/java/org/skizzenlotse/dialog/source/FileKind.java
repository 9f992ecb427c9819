// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import java.util.Locale;
import java.util.Optional;

/// The kinds of dialog files; each has its JSON Schema.
public enum FileKind {
    DIALOG,
    GROUP,
    OUTCOMES,
    SKETCH,
    TEXTS,
    TALK,
    MIGRATION,
    CATALOGUE,
    CATALOGUE_TEXTS,
    PRINCIPLES,
    GLOSSARY,
    GLOSSARY_TEXTS,
    HOUSE,
    EASY;

    private static final String IN_A_VARIANT = "\\.[a-z]{2,3}(-[a-z0-9]{2,8})?\\.yaml";

    /// The resource of its schema.
    public String schema() {
        return "/schema/" + name().toLowerCase(Locale.ROOT) + ".schema.json";
    }

    /// The kind of a file inside the folder of a dialog, by its path there.
    public static Optional<FileKind> inDialog(String path) {
        if (path.equals("dialog.yaml")) return Optional.of(DIALOG);
        if (path.equals("outcomes.yaml")) return Optional.of(OUTCOMES);
        if (path.equals("sketch.yaml")) return Optional.of(SKETCH);
        if (path.matches("groups/[^/]+\\.yaml")) return Optional.of(GROUP);
        if (path.matches("texts/[^/]+\\.yaml")) return Optional.of(TEXTS);
        if (path.matches("talks/[^/]+\\.talk\\.yaml")) return Optional.of(TALK);
        if (path.matches("migrations/[^/]+\\.yaml")) return Optional.of(MIGRATION);
        return Optional.empty();
    }

    /// The kind of a file beside the dialogs.
    public static Optional<FileKind> besideDialogs(String name) {
        if (name.matches("catalogue" + IN_A_VARIANT)) return Optional.of(CATALOGUE_TEXTS);
        if (name.matches("glossary" + IN_A_VARIANT)) return Optional.of(GLOSSARY_TEXTS);
        return switch (name) {
            case "catalogue.yaml" -> Optional.of(CATALOGUE);
            case "principles.yaml" -> Optional.of(PRINCIPLES);
            case "glossary.yaml" -> Optional.of(GLOSSARY);
            case "house.yaml" -> Optional.of(HOUSE);
            case "leichte-sprache.yaml" -> Optional.of(EASY);
            default -> Optional.empty();
        };
    }
}
