// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Words that stand nowhere else, each made once, and the search for them in every byte below some
/// folders: as they are, in big letters, with two bytes a letter, as Base64 at each of its three
/// beginnings, as hexadecimal digits.
final class Canaries {
    private static final String ALL = "kanarie";

    private final Set<String> made = new LinkedHashSet<>();

    /// A word that says where it was used.
    String one(String place) {
        var word = ALL + "%03d".formatted(made.size()) + place;
        made.add(word);
        return word;
    }

    /// How many there are.
    int count() {
        return made.size();
    }

    /// The files in which any of them stands, and the files whose very name holds one.
    static List<Path> placesOf(Path... folders) throws IOException {
        return placesOf(ALL, folders);
    }

    /// The files in which this one stands, or in whose name.
    static List<Path> placesOf(String word, Path... folders) throws IOException {
        var forms = forms(word);
        var places = new ArrayList<Path>();
        for (var folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.toList())
                    if (holds(file.getFileName().toString(), forms)
                            || (Files.isRegularFile(file) && holds(content(file), forms)))
                        places.add(file);
            }
        }
        return places;
    }

    /// What went away while it was looked for holds nothing.
    private static String content(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        }
    }

    private static boolean holds(String bytes, Set<String> forms) {
        return forms.stream().anyMatch(bytes::contains);
    }

    /// Lines of mails may break a word, so each form is the part of it that stays in one line
    /// anyhow: none of them is longer than a dozen letters.
    private static Set<String> forms(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        forms.add(word.toUpperCase(java.util.Locale.ROOT));
        forms.add(new String(word.getBytes(UTF_16LE), ISO_8859_1));
        forms.add(HexFormat.of().formatHex(word.getBytes(UTF_8)));
        for (int before = 0; before < 3; before++) {
            var text =
                    Base64.getEncoder().encodeToString(("-".repeat(before) + word).getBytes(UTF_8));
            // the first and last letters depend on what stands around
            forms.add(text.substring(before == 0 ? 0 : 4, (before + word.length()) / 3 * 4));
        }
        return forms;
    }
}
