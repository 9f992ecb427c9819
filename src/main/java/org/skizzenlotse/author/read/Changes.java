// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.read;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.change.Difference;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.MigrationText;

/// What is different in a dialog, in sentences: between what is in force and what the files say,
/// or, where these are the same, since the version before. `waits` says that open conversations
/// keep the new version from being in force; then there is the draft of a migration.
public record Changes(
        List<String> sentences, boolean pending, boolean waits, int open, String draft) {
    private static final Changes NONE = new Changes(List.of(), false, false, 0, "");

    /// Copies the list.
    public Changes {
        sentences = List.copyOf(sentences);
    }

    static Changes of(Workshop workshop, String id) {
        var put =
                workshop.inForce().last().get().put().stream()
                        .filter(one -> one.dialog().id().equals(id))
                        .findFirst();
        var read = workshop.shelf().loaded().dialog(id).map(LoadedDialog::dialog);
        var now = workshop.published().inForce(id);
        if (read.isPresent() && now.isPresent() && !same(read.get(), now.get()))
            return pending(Difference.of(now.get(), read.get()), put);
        return put.flatMap(Published.Put::before)
                .filter(before -> now.isPresent() && !same(before, now.get()))
                .map(before -> Difference.of(before, now.orElseThrow()))
                .map(since -> new Changes(since.sentences(), false, false, 0, ""))
                .orElse(NONE);
    }

    private static boolean same(Dialog one, Dialog other) {
        return one.hash().equals(other.hash());
    }

    private static Changes pending(Difference difference, Optional<Published.Put> put) {
        var waits = put.filter(Published.Put::refused).isPresent();
        var open = put.map(Published.Put::open).orElse(0);
        var draft = difference.explainsItself() ? "" : MigrationText.draft(difference);
        return new Changes(difference.sentences(), true, waits, open, draft);
    }
}
