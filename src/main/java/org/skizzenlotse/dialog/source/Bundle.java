// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of one dialog by their path in its folder, what words mean, and `catalogue.yaml` where
/// the dialog refers to it.
public record Bundle(String name, Map<String, Source> files) {
    /// The head's path.
    public static final String HEAD = "dialog.yaml";

    /// The catalogue's path.
    public static final String CATALOGUE = "catalogue.yaml";

    /// The path of what words mean.
    public static final String GLOSSARY = "glossary.yaml";

    /// The path of what words mean in a variant.
    public static String glossary(String variant) {
        return "glossary." + variant + ".yaml";
    }

    /// The path of the catalogue's words in a variant.
    public static String catalogue(String variant) {
        return "catalogue." + variant + ".yaml";
    }

    /// Sorts the files by path.
    public Bundle {
        files = new TreeMap<>(files);
    }

    /// The content of a file.
    public Optional<Part> file(String path) {
        return Optional.ofNullable(files.get(path)).map(Source::root);
    }

    /// The contents of the files below a folder.
    public List<Part> under(String folder) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder + "/"))
                .map(file -> file.getValue().root())
                .toList();
    }
}
