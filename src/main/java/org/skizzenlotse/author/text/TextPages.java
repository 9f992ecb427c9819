// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;

import org.skizzenlotse.author.door.AtWork;
import org.skizzenlotse.author.door.Door;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.store.TextEdit;
import org.skizzenlotse.web.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Texts of a dialog in forms: what is sent is checked with everything else before it is written to
/// the files.
public final class TextPages {
    private final Supplier<Workshop> workshop;

    /// With what is there once the installation is open.
    public TextPages(Supplier<Workshop> workshop) {
        this.workshop = workshop;
    }

    /// A field as the page shows it: what stands in its box, what stood in the file when the page
    /// was made, what was found about it, and how the text looks where people read it.
    public record Box(TextField field, String words, String was, List<Problem> found, Look look) {}

    /// A text as a browser shows it, as Telegram gets it, and without any markup.
    public record Look(String html, String telegram, String plain) {
        static Look of(String text) {
            return new Look(
                    DialogText.html(text), DialogText.telegram(text), DialogText.plain(text));
        }
    }

    /// What the page says about what was just done.
    public record Said(String words, boolean wrong, List<Problem> found) {
        static final Said NOTHING = new Said("", false, List.of());
    }

    /// Adds the routes.
    public void addTo(RoutesConfig routes, Door door) {
        var below = Door.START + "/{dialog}/";
        door.page(routes, below + "texte", this::sheets);
        door.page(routes, below + "texte/{sheet}", at -> edit(at, Said.NOTHING, Map.of()));
        door.deed(routes, below + "texte/{sheet}", this::send);
    }

    private void sheets(AtWork at) {
        var id = id(at);
        var files = bookcase().files(id);
        at.show(
                "author/texte.jte",
                Map.of(
                        "dialog", id,
                        "sheets", TextFields.of(files, ""),
                        "variants", variants(files)));
    }

    private void edit(AtWork at, Said said, Map<String, Writing.Sent> sent) {
        var files = bookcase().files(id(at));
        var sheet = sheet(at, files);
        var boxes = new ArrayList<Box>();
        for (var field : sheet.fields()) {
            var typed = sent.get(field.key());
            var words = typed == null ? field.value() : typed.now();
            var found = said.found().stream().filter(one -> isAbout(one, field, sheet)).toList();
            boxes.add(new Box(field, words, field.value(), found, Look.of(words)));
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("dialog", id(at));
        parameters.put("sheet", sheet);
        parameters.put("boxes", boxes);
        parameters.put("variant", variant(at));
        parameters.put("variants", variants(files));
        parameters.put("said", said.words().isEmpty() ? saved(at) : said);
        at.show("author/text.jte", parameters);
    }

    private static Said saved(AtWork at) {
        var done = at.context().queryParam("gespeichert");
        if (done == null) return Said.NOTHING;
        return done.equals("gilt")
                ? new Said("Gespeichert. Das gilt ab jetzt.", false, List.of())
                : new Said(
                        "Gespeichert. In Kraft ist noch eine frühere Fassung: Unter Befunde steht,"
                                + " warum.",
                        false,
                        List.of());
    }

    /// A finding is shown at the last field that begins before it.
    private static boolean isAbout(Problem one, TextField field, TextFields.Sheet sheet) {
        if (!one.file().equals(field.file()) || field.line() == 0) return false;
        var last = 0;
        for (var other : sheet.fields())
            if (other.line() <= one.line()) last = Math.max(last, other.line());
        return last == field.line();
    }

    private void send(AtWork at) {
        var files = bookcase().files(id(at));
        var sheet = sheet(at, files);
        var sent = new LinkedHashMap<String, Writing.Sent>();
        for (var field : sheet.fields())
            if (at.has("t." + field.key()))
                sent.put(
                        field.key(),
                        new Writing.Sent(
                                at.field("w." + field.key()),
                                at.field("t." + field.key()).stripTrailing()));
        if (at.field("tun").equals("ansehen")) {
            edit(
                    at,
                    new Said("So sieht es aus. Gespeichert ist noch nichts.", false, List.of()),
                    sent);
            return;
        }
        switch (new Desk(workshop.get()).write(() -> sheet(at, bookcase().files(id(at))), sent)) {
            case Writing.Result.Done done -> {
                for (var one : done.changed()) note(at, one);
                workshop.get().reload().run();
                var inForce = workshop.get().isInForce(id(at)) ? "gilt" : "wartet";
                at.see(here(at) + "?fassung=" + variant(at) + "&gespeichert=" + inForce);
            }
            case Writing.Result.Same() ->
                    edit(at, new Said("Da war nichts zu ändern.", false, List.of()), sent);
            case Writing.Result.Meanwhile(var fields) ->
                    wrong(
                            at,
                            sent,
                            "Inzwischen hat jemand anderes hier etwas geändert: "
                                    + labels(fields)
                                    + ". Was jetzt in der Datei steht, seht ihr beim Feld. Prüft"
                                    + " es, und speichert noch einmal.",
                            List.of());
            case Writing.Result.Wrong(var found) ->
                    wrong(at, sent, "So hätte der Dialog Fehler. Gespeichert ist nichts.", found);
            case Writing.Result.NoPlace(var field) ->
                    wrong(
                            at,
                            sent,
                            "Für '"
                                    + field.label()
                                    + "' ist in der Datei "
                                    + field.file()
                                    + " kein Platz. Ändert das bitte dort.",
                            List.of());
        }
    }

    private void wrong(
            AtWork at, Map<String, Writing.Sent> sent, String words, List<Problem> found) {
        at.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        edit(at, new Said(words, true, found), sent);
    }

    private static String labels(List<TextField> fields) {
        return String.join(", ", fields.stream().map(TextField::label).toList());
    }

    private void note(AtWork at, Writing.Changed one) {
        var place = at.context().pathParam("sheet") + "#" + variant(at) + "#" + one.field().key();
        new Desk(workshop.get())
                .note(at.name(), new TextEdit.Where(id(at), one.field().file(), place), one);
    }

    private String id(AtWork at) {
        var id = at.context().pathParam("dialog");
        if (!workshop.get().shelf().ids().contains(id)) throw gone();
        return id;
    }

    static Refusal gone() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "Das gibt es hier nicht.");
    }

    private TextFields.Sheet sheet(AtWork at, Map<String, Part> of) {
        var wanted = at.context().pathParam("sheet");
        return TextFields.of(of, variant(at)).stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(TextPages::gone);
    }

    private static String variant(AtWork at) {
        var asked = at.context().queryParam("fassung");
        return asked != null && asked.matches("[a-z]{2,3}(-[a-z0-9]{2,8})?") ? asked : "";
    }

    private static List<String> variants(Map<String, Part> files) {
        var variants = new TreeSet<String>();
        for (var file : files.keySet())
            if (file.startsWith("texts/"))
                variants.add(file.substring("texts/".length(), file.length() - ".yaml".length()));
        return List.copyOf(variants);
    }

    private static String here(AtWork at) {
        return Door.START
                + "/"
                + at.context().pathParam("dialog")
                + "/texte/"
                + at.context().pathParam("sheet");
    }

    private Bookcase bookcase() {
        return new Desk(workshop.get()).bookcase();
    }
}
