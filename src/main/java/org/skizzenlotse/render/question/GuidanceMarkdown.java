// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.question;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Guidance;

/// Principles, offers and glossary as Markdown files to take along.
public final class GuidanceMarkdown {
    private final List<String> blocks = new ArrayList<>();

    private GuidanceMarkdown() {}

    /// The principles, what each looks at, and the offers.
    public static String principles(Guidance guidance) {
        var file = new GuidanceMarkdown();
        var principles = guidance.principles();
        file.add("# ", principles.title());
        file.add("", principles.intro());
        file.list(principles.promises());
        for (var one : principles.all()) file.principle(one, guidance.catalogue());
        file.offers(guidance.catalogue());
        return file.text();
    }

    /// What stands before the questions: the promises.
    public static String before(String title, Guidance guidance) {
        var file = new GuidanceMarkdown();
        file.add("# Die Fragen: ", title);
        file.list(guidance.principles().promises());
        return file.text();
    }

    /// What stands behind the questions: the offers, and what words mean.
    public static String after(Guidance guidance) {
        var file = new GuidanceMarkdown();
        file.blocks.add("");
        file.offers(guidance.catalogue());
        file.add("## ", guidance.glossary().words().isEmpty() ? "" : guidance.glossary().title());
        guidance.glossary()
                .words()
                .forEach((word, meaning) -> file.add("**" + word + ":** ", meaning));
        return file.text();
    }

    private void principle(Guidance.Principle one, Catalogue catalogue) {
        add("## ", one.title());
        if (!one.brief().isEmpty()) add("", "**" + one.brief() + "**");
        add("", one.text());
        add("**Zum Beispiel:** ", String.join(" ", one.examples()));
        blocks.add("**Darauf schauen wir:**");
        list(
                one.criteria().stream()
                        .flatMap(id -> catalogue.criterion(id).stream())
                        .map(found -> found.title() + " (" + weight(found) + ")")
                        .toList());
    }

    private void offers(Catalogue catalogue) {
        if (catalogue.offers().isEmpty()) return;
        blocks.add("## Was wir anbieten");
        for (var offer : catalogue.offers()) add("**" + offer.title() + ":** ", offer.text());
    }

    /// How a criterion counts, in words.
    public static String weight(Catalogue.Criterion criterion) {
        return switch (criterion.weight()) {
            case GATE -> "das braucht es";
            case NEED -> criterion.together() ? "klären wir gern zusammen" : "das ist wichtig";
            case PLUS -> "darüber freuen wir uns";
            case INFO -> "darauf achten wir selbst";
        };
    }

    private void list(List<String> lines) {
        if (!lines.isEmpty()) blocks.add("- " + String.join("\n- ", lines));
    }

    private void add(String label, String text) {
        if (!text.isBlank()) blocks.add(label + text.strip());
    }

    private String text() {
        return String.join("\n\n", blocks) + "\n";
    }
}
