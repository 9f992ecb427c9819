// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.sketch.Sketch;

/// Tells of each answer where it comes from: when, by which channel and whom, what was asked in
/// which words, and what the answer was in earlier revisions.
final class Sources {
    private static final String OWN = "de";

    private final Office office;
    private final StaffTexts texts;
    private final List<Sketch> earlier;

    Sources(Office office, StaffTexts texts, List<Sketch> earlier) {
        this.office = office;
        this.texts = texts;
        this.earlier = List.copyOf(earlier);
    }

    SketchView.Source of(Sketch sketch, Sketch.Entry entry) {
        var from = entry.provenance();
        var how = new ArrayList<String>();
        how.add(office.days().time(from.at(), texts));
        how.add(texts.say("by_channel", office.vocabulary().channel(from.channel(), texts)));
        how.add(in(from.variant()));
        how.add(by(sketch, entry));
        how.removeIf(String::isEmpty);
        return new SketchView.Source(
                entry.label(),
                entry.display(),
                String.join(", ", how),
                shown(entry).orElse(texts.say("wording_unknown")),
                before(entry));
    }

    /// In which variant it was asked and answered, where that is not German.
    private String in(String variant) {
        if (variant.isEmpty() || variant.equals(OWN)) return "";
        var key = "by_variant_" + variant;
        if (texts.has(key)) return texts.say(key);
        var locale = Locale.forLanguageTag(variant);
        var name = locale.getDisplayLanguage(Locale.forLanguageTag(texts.language()));
        return texts.say("by_variant", name);
    }

    private String by(Sketch sketch, Sketch.Entry entry) {
        var names = sketch.names(entry);
        if (!names.isEmpty()) return texts.say("by_person", names);
        var key = "by_" + entry.provenance().by();
        return texts.has(key) ? texts.say(key) : "";
    }

    /// The question in the words that were shown, if that version of the dialog still says them.
    private Optional<String> shown(Sketch.Entry entry) {
        var from = entry.provenance();
        if (entry.status() == Answer.Status.REMOVED) return Optional.empty();
        return office.version(from.dialog())
                .flatMap(dialog -> dialog.question(new StepId(entry.step())))
                .map(question -> question.wording(from.variant()))
                .filter(wording -> wording.hash().equals(from.wording()))
                .map(wording -> DialogText.plain(wording.text()).strip());
    }

    private List<SketchView.Fact> before(Sketch.Entry entry) {
        var before = new ArrayList<SketchView.Fact>();
        var last = entry.display();
        for (var sketch : earlier.reversed()) {
            var then = display(sketch, entry.step());
            if (then.equals(last)) continue;
            var when = texts.say("revision_n", sketch.revision());
            before.add(
                    new SketchView.Fact(
                            when, then.isEmpty() ? texts.say("no_answer") : then, false));
            last = then;
        }
        return before;
    }

    private static String display(Sketch sketch, String step) {
        return sketch.sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.step().equals(step))
                .map(Sketch.Entry::display)
                .findFirst()
                .orElse("");
    }
}
