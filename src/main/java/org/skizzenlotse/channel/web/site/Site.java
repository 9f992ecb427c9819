// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.render.question.GuidanceMarkdown;
import org.skizzenlotse.render.question.QuestionSheet;
import org.skizzenlotse.render.question.Questions;
import org.skizzenlotse.render.question.QuestionsMarkdown;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.WebServer;

/// The pages around the conversation. They are made for each visit from what is in force then, so
/// that they never disagree with what is asked.
public final class Site implements WebServer.Surface {
    private static final String SKETCH = "skizze";
    private static final String EASY = "/leichte-sprache";

    private final Talk talk;
    private final Supplier<Guidance> guidance;
    private final Operator operator;
    private final InstantSource clock;

    /// The pages of an installation.
    public Site(Talk talk, Supplier<Guidance> guidance, Operator operator, InstantSource clock) {
        this.talk = talk;
        this.guidance = guidance;
        this.operator = operator;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var templates = shared.templates();
        page(routes, shared.rates(), "/", context -> home(context, templates));
        page(routes, shared.rates(), "/prinzipien", context -> principles(context, templates));
        page(routes, shared.rates(), "/prinzipien.md", this::principlesFile);
        page(routes, shared.rates(), "/fragen", context -> questions(context, templates));
        page(routes, shared.rates(), "/fragen.md", this::questionsFile);
        page(routes, shared.rates(), "/impressum", context -> imprint(context, templates));
        page(routes, shared.rates(), "/datenschutz", context -> privacy(context, templates));
        page(routes, shared.rates(), "/barrierefreiheit", context -> access(context, templates));
        page(routes, shared.rates(), EASY, context -> easy(context, templates));
    }

    private interface Answer {
        void to(Context context);
    }

    private static void page(RoutesConfig routes, Rates rates, String path, Answer answer) {
        routes.get(
                path,
                context -> {
                    rates.request(context);
                    answer.to(context);
                });
    }

    private void home(Context context, Templates templates) {
        templates.show(
                context,
                "willkommen.jte",
                Map.of(
                        "ways",
                        Way.of(talk.dialogs().get()),
                        "promises",
                        guidance.get().principles().promises(),
                        "operator",
                        operator.complete() ? operator.fact("stelle") : "",
                        "call",
                        Way.call(operator, clock.instant())));
    }

    private void principles(Context context, Templates templates) {
        templates.show(
                context,
                "prinzipien.jte",
                Map.of("guidance", principles(), "steps", mainSteps(sketchDialog())));
    }

    private void principlesFile(Context context) {
        file(context, "prinzipien.md", GuidanceMarkdown.principles(principles()));
    }

    private Guidance principles() {
        var all = guidance.get();
        if (!all.hasPrinciples())
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "Die Prinzipien stehen gerade nicht hier. Fragt uns gern.");
        return all;
    }

    private void questions(Context context, Templates templates) {
        templates.show(context, "fragen.jte", Map.of("sheet", sheet(), "guidance", guidance.get()));
    }

    private void questionsFile(Context context) {
        var sheet = sheet();
        var all = guidance.get();
        file(
                context,
                "fragen.md",
                GuidanceMarkdown.before(sheet.title(), all)
                        + "\n"
                        + QuestionsMarkdown.forReading(sheet)
                        + GuidanceMarkdown.after(all));
    }

    private QuestionSheet sheet() {
        var dialog =
                sketchDialog()
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.NOT_FOUND,
                                        "Gerade ist kein Gespräch eingerichtet."));
        return Questions.sheet(dialog, Operator.GERMAN, operator.facts());
    }

    /// The dialog in force that makes the sketch.
    private Optional<Dialog> sketchDialog() {
        var named = talk.dialog(SKETCH);
        return named.isPresent()
                ? named
                : talk.dialogs().get().stream()
                        .filter(one -> !one.parts().sketch().sections().isEmpty())
                        .findFirst();
    }

    /// The main step of each question of the catalogue.
    private static Map<String, String> mainSteps(Optional<Dialog> dialog) {
        var steps = new LinkedHashMap<String, String>();
        for (var question : dialog.map(Dialog::questions).orElse(List.of()))
            if (question.origin() instanceof Step.Origin.Catalogue(var id))
                steps.put(id, question.id().value());
        return steps;
    }

    private static void file(Context context, String name, String markdown) {
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(markdown)
                .contentType("text/markdown; charset=utf-8");
    }

    private void imprint(Context context, Templates templates) {
        legal(context, templates, "Impressum", LegalPages.imprint(operator));
    }

    private void privacy(Context context, Templates templates) {
        var items = PrivacyNotice.of(operator, talk.dialogs().get());
        legal(context, templates, "Datenschutz", items);
    }

    private void access(Context context, Templates templates) {
        var items = LegalPages.accessibility(operator, guidance.get());
        var page = new HashMap<>(page("Barrierefreiheit", items));
        page.put("easy", EASY);
        templates.show(context, "recht.jte", page);
    }

    private void easy(Context context, Templates templates) {
        var easy = guidance.get().easy();
        var title = easy.exists() ? easy.title() : "Leichte Sprache";
        legal(context, templates, title, LegalPages.easy(easy));
    }

    private void legal(Context context, Templates templates, String title, List<Item> items) {
        templates.show(context, "recht.jte", page(title, items));
    }

    private Map<String, Object> page(String title, List<Item> items) {
        return Map.of("title", title, "items", items, "complete", operator.complete());
    }
}
