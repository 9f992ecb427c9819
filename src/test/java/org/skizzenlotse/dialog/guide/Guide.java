// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The examples of `docs/dialoge-schreiben.md`: its fenced blocks that say in their first line what
/// they are.
record Guide(List<Block> blocks) {
    private static final Path PAGE =
            Path.of(System.getProperty("skizzenlotse.project", "."), "docs/dialoge-schreiben.md");

    private static final Pattern FENCED =
            Pattern.compile("^```(\\w+) (\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /// A block: its language, what it is (a word or a file), and its text.
    record Block(String language, String kind, String text) {
        boolean is(String wantedLanguage, String wantedKind) {
            return language.equals(wantedLanguage) && kind.equals(wantedKind);
        }

        @Override
        public String toString() {
            return kind + ": " + text.lines().findFirst().orElse("");
        }
    }

    /// Lines that change (`diff FILE`, several in a row), and what the block behind them says of
    /// it.
    record Change(List<Block> edits, Block shows) {
        @Override
        public String toString() {
            return edits.getFirst() + " -> " + shows;
        }
    }

    static Guide read() {
        try {
            var found = FENCED.matcher(Files.readString(PAGE)).results();
            return new Guide(
                    found.map(one -> new Block(one.group(1), one.group(2), one.group(3))).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Block> all(String language, String kind) {
        return blocks.stream().filter(one -> one.is(language, kind)).toList();
    }

    /// The files that are printed below this folder.
    List<Block> files(String folder) {
        return blocks.stream().filter(one -> one.kind().startsWith(folder + "/")).toList();
    }

    /// All changes that are followed by a block of this kind.
    List<Change> changes(String language, String kind) {
        var changes = new ArrayList<Change>();
        var edits = new ArrayList<Block>();
        for (var block : blocks) {
            if (block.language().equals("diff")) edits.add(block);
            else {
                if (!edits.isEmpty() && block.is(language, kind))
                    changes.add(new Change(List.copyOf(edits), block));
                edits.clear();
            }
        }
        return changes;
    }
}
