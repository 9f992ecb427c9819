// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.skizzenlotse.author.door.AtWork;
import org.skizzenlotse.author.door.Door;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.store.TextEdit;

/// Who changed which text of a dialog, and when; the text before is put back by one press.
public final class HistoryPages {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    /// Two screens of changes.
    private static final int SHOWN = 50;

    private final Supplier<Workshop> workshop;

    /// With what is there once the installation is open.
    public HistoryPages(Supplier<Workshop> workshop) {
        this.workshop = workshop;
    }

    /// A change as a line of the list; `stands` where nobody changed that text since.
    public record Line(TextEdit edit, String at, boolean stands) {}

    /// Adds the routes.
    public void addTo(RoutesConfig routes, Door door) {
        var here = Door.START + "/{dialog}/verlauf";
        door.page(routes, here, at -> show(at, TextPages.Said.NOTHING));
        door.deed(routes, here + "/{edit}", this::takeBack);
    }

    private void show(AtWork at, TextPages.Said said) {
        var id = id(at);
        var lines =
                workshop.get().edits().latest(id, SHOWN).stream()
                        .map(one -> line(id, one))
                        .toList();
        at.show("author/verlauf.jte", Map.of("dialog", id, "lines", lines, "said", said));
    }

    private Line line(String id, TextEdit edit) {
        var stands = field(id, edit).filter(one -> one.value().equals(edit.after())).isPresent();
        return new Line(edit, AT.format(edit.at().atZone(workshop.get().times().zone())), stands);
    }

    private Optional<TextField> field(String id, TextEdit edit) {
        var place = edit.where().place().split("#", 3);
        return TextFields.of(new Desk(workshop.get()).bookcase().files(id), place[1]).stream()
                .filter(one -> one.id().equals(place[0]))
                .findFirst()
                .flatMap(sheet -> sheet.field(place[2]));
    }

    private void takeBack(AtWork at) {
        var id = id(at);
        var edit =
                workshop.get()
                        .edits()
                        .find(at.context().pathParam("edit"))
                        .filter(one -> one.where().dialog().equals(id))
                        .orElseThrow(TextPages::gone);
        var key = edit.where().place().split("#", 3)[2];
        var sent = Map.of(key, new Writing.Sent(edit.after(), edit.before()));
        switch (new Desk(workshop.get()).write(() -> only(id, edit), sent)) {
            case Writing.Result.Done done -> {
                for (var one : done.changed())
                    new Desk(workshop.get()).note(at.name(), edit.where(), one);
                workshop.get().reload().run();
                show(at, new TextPages.Said("Der frühere Text steht wieder da.", false, List.of()));
            }
            case Writing.Result.Wrong(var found) ->
                    refused(at, "Mit dem früheren Text hätte der Dialog Fehler.", found);
            case Writing.Result.Same _, Writing.Result.Meanwhile _, Writing.Result.NoPlace _ ->
                    refused(at, "Der Text wurde seitdem noch einmal geändert.", List.of());
        }
    }

    private TextFields.Sheet only(String id, TextEdit edit) {
        var field = field(id, edit).orElseThrow(TextPages::gone);
        return new TextFields.Sheet("", "", List.of(field));
    }

    private void refused(AtWork at, String words, List<Problem> found) {
        at.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(at, new TextPages.Said(words, true, found));
    }

    private String id(AtWork at) {
        var id = at.context().pathParam("dialog");
        if (!workshop.get().shelf().ids().contains(id)) throw TextPages.gone();
        return id;
    }
}
