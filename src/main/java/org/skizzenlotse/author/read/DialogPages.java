// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.read;

import io.javalin.config.RoutesConfig;

import org.skizzenlotse.author.door.AtWork;
import org.skizzenlotse.author.door.Door;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.proof.reach.Overlaps;
import org.skizzenlotse.dialog.talk.Coverage;
import org.skizzenlotse.dialog.talk.Talks;
import org.skizzenlotse.render.graph.DialogGraph;
import org.skizzenlotse.render.graph.GraphSvg;
import org.skizzenlotse.render.json.Matrix;
import org.skizzenlotse.render.question.Questions;
import org.skizzenlotse.web.Refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Each dialog to read, in all its forms, and what was found in its files.
public final class DialogPages {
    private final Supplier<Workshop> workshop;

    /// With what is there once the installation is open.
    public DialogPages(Supplier<Workshop> workshop) {
        this.workshop = workshop;
    }

    /// One dialog in a few words: whether what its files say is in force, and what was found.
    public record Card(String id, String title, State state, long errors, long hints) {
        /// What becomes of the files of a dialog.
        public enum State {
            /// What the files say is in force.
            IN_FORCE,
            /// Another version is in force: the files have mistakes, or a change is not explained.
            OTHER,
            /// Nothing of it was ever in force.
            NEVER
        }
    }

    /// Adds the routes.
    public void addTo(RoutesConfig routes, Door door) {
        door.page(routes, Door.START, this::all);
        door.page(routes, Door.START + "/{dialog}", at -> show(at, "dialog", (_, _) -> {}));
        door.page(routes, Door.START + "/{dialog}/lesen", at -> show(at, "lesen", this::sheet));
        door.page(routes, Door.START + "/{dialog}/bild", at -> show(at, "bild", this::drawing));
        door.page(
                routes, Door.START + "/{dialog}/katalog", at -> show(at, "katalog", this::matrix));
        door.page(routes, Door.START + "/{dialog}/befunde", this::findings);
        door.page(routes, Door.START + "/{dialog}/neues", at -> show(at, "neues", this::changes));
        door.page(
                routes,
                Door.START + "/{dialog}/abdeckung",
                at -> show(at, "abdeckung", this::coverage));
    }

    private void all(AtWork at) {
        var cards = workshop.get().shelf().ids().stream().map(this::card).toList();
        at.show("author/alle.jte", Map.of("cards", cards, "beside", beside()));
    }

    /// What was found in the files beside the folders of the dialogs.
    private List<Problem> beside() {
        return workshop.get().shelf().loaded().problems().stream()
                .filter(one -> one.file().indexOf('/') < 0)
                .toList();
    }

    private Card card(String id) {
        var found = workshop.get().shelf().findings(id);
        var inForce = workshop.get().published().inForce(id);
        var read = workshop.get().shelf().loaded().dialog(id).map(LoadedDialog::dialog);
        long errors = found.stream().filter(Problem::isError).count();
        return new Card(
                id, title(read.or(() -> inForce), id), state(id), errors, found.size() - errors);
    }

    private static String title(Optional<Dialog> dialog, String id) {
        return dialog.map(one -> one.frame(one.head().language()).title()).orElse(id);
    }

    private Card.State state(String id) {
        if (workshop.get().published().inForce(id).isEmpty()) return Card.State.NEVER;
        return workshop.get().isInForce(id) ? Card.State.IN_FORCE : Card.State.OTHER;
    }

    /// Shows a page about what the files say, or where they have mistakes about what is in force.
    private void show(AtWork at, String page, BiConsumer<LoadedDialog, Map<String, Object>> more) {
        var id = id(at);
        var shelf = workshop.get().shelf();
        var loaded = shelf.loaded().dialog(id).or(() -> inForce(id)).orElse(null);
        if (loaded == null) {
            at.see(Door.START + "/" + id + "/befunde");
            return;
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("card", card(id));
        parameters.put("dialog", loaded.dialog());
        more.accept(loaded, parameters);
        at.show("author/" + page + ".jte", parameters);
    }

    private Optional<LoadedDialog> inForce(String id) {
        return workshop.get()
                .published()
                .inForce(id)
                .map(one -> new LoadedDialog(one, "", List.of(), List.of()));
    }

    private String id(AtWork at) {
        var id = at.context().pathParam("dialog");
        if (!workshop.get().shelf().ids().contains(id))
            throw new Refusal(Refusal.Kind.NOT_FOUND, "Diesen Dialog gibt es nicht.");
        return id;
    }

    private void sheet(LoadedDialog loaded, Map<String, Object> page) {
        var dialog = loaded.dialog();
        var display = workshop.get().engine().display(dialog.head().language());
        page.put("sheet", Questions.sheet(dialog, display, Map.of()));
    }

    private void drawing(LoadedDialog loaded, Map<String, Object> page) {
        var graph = DialogGraph.of(loaded.dialog());
        page.put("graph", graph);
        page.put("drawing", GraphSvg.of(graph));
    }

    private void matrix(LoadedDialog loaded, Map<String, Object> page) {
        page.put("matrix", Matrix.of(loaded.dialog()));
    }

    private void changes(LoadedDialog loaded, Map<String, Object> page) {
        page.put("changes", Changes.of(workshop.get(), loaded.dialog().id()));
    }

    private void coverage(LoadedDialog loaded, Map<String, Object> page) {
        var result = new Talks(workshop.get().engine()).run(loaded.dialog(), loaded.talks());
        page.put("result", result);
        page.put("shares", result.coverage().shares().stream().map(this::share).toList());
    }

    /// One measure of coverage in words, and what no talk touches.
    public record Share(String measure, int covered, int all, List<String> missed) {}

    private Share share(Coverage.Share share) {
        var words =
                switch (share.measure()) {
                    case STEPS -> "Schritte";
                    case OPTIONS -> "Möglichkeiten";
                    case OPEN -> "Offene Antworten";
                    case CONDITIONS -> "Bedingungen, jede wahr und falsch";
                    case RULES -> "Regeln des Ergebnisses";
                    case CHECKS -> "Prüfungen von Antworten";
                };
        var missed = share.missed().stream().map(Coverage.Point::words).toList();
        return new Share(words, share.covered(), share.all().size(), missed);
    }

    private void findings(AtWork at) {
        var id = id(at);
        var found = workshop.get().shelf().findings(id);
        var overlaps =
                workshop.get().shelf().loaded().dialog(id).stream()
                        .map(LoadedDialog::dialog)
                        .flatMap(DialogPages::overlaps)
                        .toList();
        at.show(
                "author/befunde.jte",
                Map.of("card", card(id), "found", found, "overlaps", overlaps));
    }

    /// Rules that can hold together, which is no mistake: the worse light wins.
    private static Stream<String> overlaps(Dialog dialog) {
        return dialog.parts().outcomes().stream()
                .flatMap(one -> Overlaps.of(dialog, one).stream())
                .map(Overlaps.Overlap::toText);
    }
}
