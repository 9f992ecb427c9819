// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Dialog.Audience;
import org.skizzenlotse.dialog.Dialog.Frame;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.QuietHours;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Translation;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// Makes the head of a dialog.
final class HeadCompiler {
    private static final Period DRAFT_KEPT = Period.ofDays(90);

    private final Part head;
    private final Bundle bundle;

    HeadCompiler(Part head, Bundle bundle) {
        this.head = head;
        this.bundle = bundle;
    }

    Dialog.Head head(String hash) {
        var prefix = head.at("submit").text("reference_prefix");
        return new Dialog.Head(
                head.text("dialog"),
                hash,
                language(),
                audience(),
                head.flag("personal"),
                timing(),
                prefix.isEmpty() ? "SK" : prefix,
                head.flag("call"),
                confirmTo(),
                attach(),
                frames());
    }

    private List<StepId> attach() {
        return head.at("submit").texts("attach").stream()
                .filter(StepId::isOne)
                .map(StepId::new)
                .toList();
    }

    private Optional<StepId> confirmTo() {
        return step(head.at("submit").text("confirm_to"));
    }

    private static Optional<StepId> step(String step) {
        return StepId.isOne(step) ? Optional.of(new StepId(step)) : Optional.empty();
    }

    String language() {
        var language = head.text("language");
        return language.isEmpty() ? "de" : language;
    }

    private Audience audience() {
        try {
            return Audience.valueOf(head.text("audience").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Audience.IHR;
        }
    }

    private Dialog.Timing timing() {
        var timing = head.at("timing");
        var remind =
                timing.list("remind").stream()
                        .map(HeadCompiler::period)
                        .flatMap(Optional::stream)
                        .toList();
        return new Dialog.Timing(
                remind,
                period(timing.at("draft")).orElse(DRAFT_KEPT),
                quiet(timing.text("quiet")),
                period(timing.at("submitted")),
                step(timing.text("mail_to")));
    }

    /// Those of the night where the text says none.
    private static QuietHours quiet(String text) {
        var ends = text.split("-", -1);
        try {
            return ends.length == 2 && !ends[0].equals(ends[1])
                    ? new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]))
                    : QuietHours.NIGHT;
        } catch (DateTimeParseException _) {
            return QuietHours.NIGHT;
        }
    }

    private Map<String, Frame> frames() {
        var own = frame(head, null, Translation.of(glossary(language())));
        var frames = new HashMap<String, Frame>();
        for (var texts : bundle.under("texts"))
            frames.put(texts.text("variant"), frame(texts, own, translation(texts)));
        frames.put(language(), own);
        return frames;
    }

    private Translation translation(Part texts) {
        return TranslationCompiler.of(texts, bundle, glossary(texts.text("variant")));
    }

    Glossary glossary(String variant) {
        return GlossaryCompiler.of(bundle, variant, language());
    }

    private static Frame frame(Part part, @Nullable Frame own, Translation rest) {
        var review = part.at("review");
        var shown = review.node().isTextual() ? review.text() : review.text("text");
        var submit = part.at("submit");
        var scope = part.at("scope");
        return new Frame(
                or(part.text("title"), own == null ? "" : own.title()),
                or(scope.text("short"), own == null ? "" : own.scopeShort()),
                or(scope.text("full"), own == null ? "" : own.scopeFull()),
                or(shown, own == null ? "" : own.review()),
                or(submit.text("text"), own == null ? "" : own.submit()),
                or(submit.text("done"), own == null ? "" : own.done()),
                rest);
    }

    private static String or(String text, String instead) {
        return text.isEmpty() ? instead : text;
    }

    Map<String, Dialog.FactKind> facts() {
        var facts = new LinkedHashMap<String, Dialog.FactKind>();
        head.entries("facts")
                .forEach((id, fact) ->
                        facts.put(id, new Dialog.FactKind(fact.text("type"), fact.text("label"))));
        return facts;
    }

    Map<String, String> purposes() {
        var purposes = new LinkedHashMap<String, String>();
        head.entries("purposes").forEach((id, words) -> purposes.put(id, words.text()));
        return purposes;
    }

    Map<String, Map<StepId, StepId>> handsOver() {
        var all = new LinkedHashMap<String, Map<StepId, StepId>>();
        head.entries("hands_over")
                .forEach((other, steps) -> {
                    var map = new LinkedHashMap<StepId, StepId>();
                    steps.entries()
                            .forEach((theirs, mine) -> {
                                if (StepId.isOne(theirs) && StepId.isOne(mine.text()))
                                    map.put(new StepId(theirs), new StepId(mine.text()));
                            });
                    all.put(other, Map.copyOf(map));
                });
        return all;
    }

    /// A period of days, weeks, months, years; nothing where the text is none.
    static Optional<Period> period(Part part) {
        try {
            return part.exists() ? Optional.of(Period.parse(part.text())) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
