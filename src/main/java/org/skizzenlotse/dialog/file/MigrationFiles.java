// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.change.Migration;
import org.skizzenlotse.dialog.source.Source;

/// The migrations of a dialog: its files name versions by the beginning of their hashes, and the
/// one in the folder as `this`.
final class MigrationFiles {
    /// In place of a hash: the version in the folder.
    static final String THIS = "this";

    /// 32 bits tell the few versions of one dialog apart.
    private static final int HASH_START_MIN = 8;

    private final Dialog dialog;
    private final Versions versions;

    MigrationFiles(Dialog dialog, Versions versions) {
        this.dialog = dialog;
        this.versions = versions;
    }

    List<LoadedMigration> read(Collection<Source> files) {
        var read = new ArrayList<LoadedMigration>();
        for (var file : files) read(file).ifPresent(read::add);
        return read;
    }

    /// A migration as it was stored.
    static Migration stored(String json) {
        var root = Canonical.file(json).root();
        return MigrationCompiler.compile(root, root.text("from"), root.text("to"));
    }

    private Optional<LoadedMigration> read(Source file) {
        var root = file.root();
        var before = version(root.text("from"));
        var after = version(root.text("to"));
        if (root.text("from").length() < HASH_START_MIN) {
            root.at("from")
                    .wrong(
                            "'" + root.text("from") + "' ist keine Kennung einer Fassung.",
                            "Mindestens acht Zeichen; diff nennt sie.");
            return Optional.empty();
        }
        if (versions.equals(Versions.NONE)) return Optional.empty();
        if (before.isEmpty()) {
            root.at("from")
                    .doubtful(
                            "Eine Fassung '" + root.text("from") + "' ist hier nicht bekannt.",
                            "Dann führt diese Datei von nirgendwo her. diff nennt die Kennung.");
            return Optional.empty();
        }
        if (after.isEmpty()) {
            root.at("to")
                    .doubtful(
                            "Die Fassung '" + root.text("to") + "' ist hier nicht bekannt.",
                            "Mit 'to: this' ist die Fassung in diesem Ordner gemeint.");
            return Optional.empty();
        }
        var from = before.get().hash();
        var to = after.get().hash();
        // where the folder holds the version from which it leads, it is done
        if (from.equals(to)) return Optional.empty();
        var migration = MigrationCompiler.compile(root, from, to);
        if (versions.isSuperseded(before.get())) {
            // it was read when it was new; what it leads to by now is no fault of today
            if (!migration.unexplained(before.get(), after.get()).isEmpty()) {
                outdated(file);
                return Optional.empty();
            }
        } else new MigrationCheck(root, migration, before.get(), after.get()).check();
        var node = (ObjectNode) root.node().deepCopy();
        node.put("from", from).put("to", to);
        return Optional.of(new LoadedMigration(migration, node.toString()));
    }

    private static void outdated(Source file) {
        file.root()
                .at("from")
                .doubtful(
                        "Diese Datei führt von einer früheren Fassung nicht bis zu dieser.",
                        "Sie wird nicht mehr gebraucht, oder unter to fehlt eine Kennung.");
    }

    private Optional<Dialog> version(String name) {
        if (name.equals(THIS)) return Optional.of(dialog);
        if (name.length() < HASH_START_MIN) return Optional.empty();
        return dialog.hash().startsWith(name)
                ? Optional.of(dialog)
                : versions.find(dialog.id(), name);
    }
}
