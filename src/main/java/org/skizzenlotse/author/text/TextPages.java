// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.skizzenlotse.author.door.AtWork;
import org.skizzenlotse.author.door.Door;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.store.TextEdit;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.web.Refusal;

/// Texts of a dialog in forms: what is sent is checked with everything else before it is written to
/// the files, and who changed what can be seen and taken back.
public final class TextPages {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    /// Two screens of changes.
    private static final int SHOWN = 50;

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

    /// A change as a line of the list.
    public record Line(TextEdit edit, String at, boolean stands) {}

    /// Adds the routes.
    public void addTo(RoutesConfig routes, Door door) {
        var below = Door.START + "/{dialog}/";
        door.page(routes, below + "texte", this::sheets);
        door.page(routes, below + "texte/{sheet}", at -> edit(at, Said.NOTHING, Map.of()));
        door.deed(routes, below + "texte/{sheet}", this::send);
        door.page(routes, below + "verlauf", at -> history(at, Said.NOTHING));
        door.deed(routes, below + "verlauf/{edit}", this::takeBack);
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
            edit(at, new Said("So sieht es aus. Gespeichert ist noch nichts.", false, List.of()),
                    sent);
            return;
        }
        switch (write(() -> sheet(at, bookcase().files(id(at))), sent)) {
            case Writing.Result.Done done -> {
                for (var one : done.changed()) note(at, one);
                workshop.get().reload().run();
                var inForce = isInForce(id(at)) ? "gilt" : "wartet";
                at.see(here(at) + "?fassung=" + variant(at) + "&gespeichert=" + inForce);
            }
            case Writing.Result.Same() ->
                    edit(at, new Said("Da war nichts zu ändern.", false, List.of()), sent);
            case Writing.Result.Meanwhile(var fields) ->
                    wrong(at, sent, "Inzwischen hat jemand anderes hier etwas geändert: "
                            + labels(fields)
                            + ". Der neue Text aus der Datei steht jetzt darunter. Prüft ihn, und"
                            + " speichert noch einmal.", List.of());
            case Writing.Result.Wrong(var found) ->
                    wrong(at, sent, "So hätte der Dialog Fehler. Gespeichert ist nichts.", found);
            case Writing.Result.NoPlace(var field) ->
                    wrong(at, sent, "Für '" + field.label() + "' ist in der Datei "
                            + field.file() + " kein Platz. Ändert das bitte dort.", List.of());
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
        append(at, new TextEdit.Where(id(at), one.field().file(), place), one);
    }

    private void append(AtWork at, TextEdit.Where where, Writing.Changed one) {
        var now = workshop.get().times().clock().instant();
        var edit =
                new TextEdit(
                        UUID.randomUUID().toString(),
                        where,
                        one.field().label(),
                        one.before(),
                        one.after(),
                        at.name(),
                        now);
        if (!(workshop.get().edits().append(edit) instanceof Written.Done<Boolean>))
            throw new StoreUnavailable("a change of a text cannot be noted");
    }

    private void history(AtWork at, Said said) {
        var id = id(at);
        var lines =
                workshop.get().edits().latest(id, SHOWN).stream()
                        .map(one -> line(id, one))
                        .toList();
        at.show("author/verlauf.jte", Map.of("dialog", id, "lines", lines, "said", said));
    }

    private Line line(String id, TextEdit edit) {
        var stands =
                field(id, edit).filter(one -> one.value().equals(edit.after())).isPresent();
        return new Line(edit, AT.format(edit.at().atZone(workshop.get().times().zone())), stands);
    }

    private Optional<TextField> field(String id, TextEdit edit) {
        var place = edit.where().place().split("#", 3);
        return TextFields.of(bookcase().files(id), place[1]).stream()
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
        switch (write(() -> only(id, edit), sent)) {
            case Writing.Result.Done done -> {
                for (var one : done.changed()) append(at, edit.where(), one);
                workshop.get().reload().run();
                history(at, new Said("Der frühere Text steht wieder da.", false, List.of()));
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

    private Writing.Result write(
            Supplier<TextFields.Sheet> sheet, Map<String, Writing.Sent> sent) {
        var shelf = workshop.get().shelf();
        return shelf.alone(() ->
                new Writing(bookcase(), shelf.loaded().problems()).write(sheet, sent));
    }

    private void refused(AtWork at, String words, List<Problem> found) {
        at.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        history(at, new Said(words, true, found));
    }

    private boolean isInForce(String id) {
        var read = workshop.get().shelf().loaded().dialog(id);
        return read.flatMap(one ->
                        workshop.get()
                                .published()
                                .inForce(id)
                                .filter(now -> now.hash().equals(one.dialog().hash())))
                .isPresent();
    }

    private String id(AtWork at) {
        var id = at.context().pathParam("dialog");
        if (!workshop.get().shelf().ids().contains(id)) throw gone();
        return id;
    }

    private static Refusal gone() {
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

    private static List<String> variants(
            Map<String, Part> files) {
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
        return workshop.get()
                .shelf()
                .folder()
                .map(Bookcase::new)
                .filter(Bookcase::isWritable)
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "Texte lassen sich hier nur lesen: Einen Ordner mit Dialogen, in"
                                        + " dem der Dienst schreiben darf, gibt es nicht."));
    }
}
