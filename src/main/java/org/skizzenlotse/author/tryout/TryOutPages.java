// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.tryout;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.skizzenlotse.author.door.AtWork;
import org.skizzenlotse.author.door.Door;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.web.Refusal;

/// A chat with a dialog as it stands in its files, which says beside each question which condition
/// brought it, and which steps were left out before it.
public final class TryOutPages {
    private final Supplier<Workshop> workshop;
    private final TryOuts tryOuts = new TryOuts();

    /// With what is there once the installation is open.
    public TryOutPages(Supplier<Workshop> workshop) {
        this.workshop = workshop;
    }

    /// One message of the chat: whose, and as HTML.
    public record Line(boolean mine, String html) {}

    /// A condition, and whether it holds, in words.
    public record Because(String step, String when, String became, boolean holds) {}

    /// Adds the routes.
    public void addTo(RoutesConfig routes, Door door) {
        var start = Door.START + "/{dialog}/probe";
        door.page(routes, start, this::choose);
        door.deed(routes, start, this::begin);
        door.page(routes, start + "/{probe}", at -> show(at, ""));
        door.deed(routes, start + "/{probe}", this::hear);
    }

    private void choose(AtWork at) {
        var dialog = dialog(at);
        at.show(
                "author/probe.jte",
                Map.of("dialog", dialog, "variants", dialog.variants().stream().sorted().toList()));
    }

    private Dialog dialog(AtWork at) {
        var id = at.context().pathParam("dialog");
        return workshop.get()
                .shelf()
                .loaded()
                .dialog(id)
                .map(LoadedDialog::dialog)
                .or(() -> workshop.get().published().inForce(id))
                .orElseThrow(TryOutPages::gone);
    }

    private static Refusal gone() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND, "Das ist nicht mehr da. Beginnt die Probe bitte neu.");
    }

    private void begin(AtWork at) {
        var dialog = dialog(at);
        var times = workshop.get().times();
        var begun =
                TryOut.begin(
                        dialog,
                        workshop.get().engine(),
                        at.field("fassung"),
                        new TryOut.Times(times.zone(), times.clock().instant()));
        at.see(Door.START + "/" + dialog.id() + "/probe/" + tryOuts.keep(begun));
    }

    private TryOut found(AtWork at) {
        return tryOuts.find(at.context().pathParam("probe"))
                .filter(one -> one.dialog().id().equals(at.context().pathParam("dialog")))
                .orElseThrow(TryOutPages::gone);
    }

    private void hear(AtWork at) {
        var tried = found(at);
        var now = workshop.get().times().clock().instant();
        synchronized (tried) {
            var expects = tried.expects(now);
            var input = input(at, expects);
            if (input.isEmpty()) show(at, "Wählt etwas aus, oder schreibt etwas.");
            else if (!tried.hear(said(at, expects), input.get(), now))
                show(at, "Diese Probe ist sehr lang geworden. Beginnt bitte eine neue.");
            else at.see(at.context().path() + "#jetzt");
        }
    }

    /// What the form says: an option, an open answer, a command or words.
    private static Optional<Input> input(AtWork at, Expects expects) {
        var step = expects.step();
        if (at.has("befehl"))
            return Command.of(at.field("befehl")).map(one -> new Input.Commanded(one, ""));
        if (at.has("offen"))
            return OpenStatus.of(at.field("offen")).map(one -> new Input.LeftOpen(step, one));
        var chosen = at.filled().getOrDefault("wahl", List.of());
        if (!chosen.isEmpty()) return Optional.of(new Input.Chose(step, chosen, at.field("notiz")));
        var text = at.field("text").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(words(step, text));
    }

    private static Input words(StepId step, String text) {
        return new Input.Said(step, text);
    }

    /// The same as people read it.
    private static String said(AtWork at, Expects expects) {
        if (at.has("befehl")) return "(" + at.field("befehl") + ")";
        for (var open : expects.open())
            if (open.status().id().equals(at.field("offen"))) return open.text();
        var chosen = at.filled().getOrDefault("wahl", List.of());
        var texts =
                expects.options().stream()
                        .filter(one -> chosen.contains(one.id()))
                        .map(Expects.Choice::text)
                        .toList();
        return texts.isEmpty() ? at.field("text") : String.join("; ", texts);
    }

    private void show(AtWork at, String hint) {
        var tried = found(at);
        var now = workshop.get().times().clock().instant();
        var parameters = new HashMap<String, Object>();
        synchronized (tried) {
            var lines = tried.exchanges().stream().flatMap(one -> lines(one).stream()).toList();
            parameters.put("lines", lines);
            parameters.put("expects", tried.expects(now));
            parameters.put("reasons", tried.reasons(now).stream().map(TryOutPages::words).toList());
        }
        parameters.put("dialog", tried.dialog());
        parameters.put("hint", hint);
        at.show("author/chat.jte", parameters);
    }

    private static List<Line> lines(TryOut.Exchange one) {
        var lines = new ArrayList<Line>();
        if (!one.said().isEmpty())
            lines.add(new Line(true, DialogText.html(DialogText.escaped(one.said()))));
        for (var message : one.heard())
            if (message.kind() != Message.Kind.SAID && message.kind() != Message.Kind.QUESTION)
                lines.add(new Line(false, DialogText.html(message.text())));
        return lines;
    }

    private static Because words(TryOut.Reason reason) {
        var became =
                switch (reason.became()) {
                    case HOLDS -> "trifft zu, also wird gefragt";
                    case FAILS -> "trifft nicht zu, also wird nicht gefragt";
                    case UNDECIDED -> "ist noch offen, also wird vorerst nicht gefragt";
                };
        return new Because(
                reason.step(), reason.when(), became, reason.became() == TryOut.Became.HOLDS);
    }
}
