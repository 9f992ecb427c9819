// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.store.TextEdit;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.web.Refusal;

/// Where texts are written, one at a time, and what was written is noted.
record Desk(Workshop workshop) {

    /// The folder in which may be written.
    ///
    /// @throws Refusal where there is none
    Bookcase bookcase() {
        return workshop.shelf()
                .folder()
                .map(Bookcase::new)
                .filter(Bookcase::isWritable)
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "Texte lassen sich hier nur lesen: Einen Ordner mit Dialogen, in"
                                        + " dem der Dienst schreiben darf, gibt es nicht."));
    }

    /// Writes what was sent into a sheet, while nobody else does.
    Writing.Result write(Supplier<TextFields.Sheet> sheet, Map<String, Writing.Sent> sent) {
        var shelf = workshop.shelf();
        return shelf.alone(
                () -> new Writing(bookcase(), shelf.loaded().problems()).write(sheet, sent));
    }

    /// Notes who changed it.
    ///
    /// @throws StoreUnavailable when that cannot be written
    void note(String author, TextEdit.Where where, Writing.Changed one) {
        var edit =
                new TextEdit(
                        UUID.randomUUID().toString(),
                        where,
                        one.field().label(),
                        one.before(),
                        one.after(),
                        author,
                        workshop.times().clock().instant());
        if (!(workshop.edits().append(edit) instanceof Written.Done<Boolean>))
            throw new StoreUnavailable("a change of a text cannot be noted");
    }
}
