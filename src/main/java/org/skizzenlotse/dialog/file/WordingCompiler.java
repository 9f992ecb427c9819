// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Wording;
import org.skizzenlotse.dialog.Wording.OptionWords;
import org.skizzenlotse.dialog.source.Part;

/// Makes the words of a step, in the dialog's own language and in variants.
final class WordingCompiler {
    /// 64 bits: tells the wordings of one step apart.
    private static final int HASH_LENGTH = 16;

    private WordingCompiler() {}

    static Wording own(Part step) {
        var options = new LinkedHashMap<String, OptionWords>();
        for (var option : step.list("options")) options.put(option.text("id"), words(option));
        for (var column : step.list("columns")) options.put(column.text("id"), words(column));
        var checks = step.list("check").stream().map(check -> check.text("say")).toList();
        return hashed(step, options, openTexts(step), checks);
    }

    /// The words of a variant; what it leaves out is said in the dialog's own language.
    static Wording variant(Part words, Wording own) {
        var options = new LinkedHashMap<String, OptionWords>();
        own.options()
                .forEach((id, mine) -> options.put(id, variant(words.at("options").at(id), mine)));
        var open = new EnumMap<OpenStatus, String>(OpenStatus.class);
        open.putAll(own.openTexts());
        open.putAll(openTexts(words));
        var checks = new ArrayList<>(own.checkTexts());
        var said = words.texts("check");
        for (int i = 0; i < Math.min(checks.size(), said.size()); i++) checks.set(i, said.get(i));
        var merged = hashed(words, options, open, checks);
        return new Wording(
                or(merged.text(), own.text()),
                or(merged.shortText(), own.shortText()),
                or(merged.why(), own.why()),
                or(merged.help(), own.help()),
                merged.examples().isEmpty() ? own.examples() : merged.examples(),
                or(merged.notice(), own.notice()),
                options,
                open,
                checks,
                or(merged.unit(), own.unit()),
                new Wording.Marks(isBorrowed(words, own), List.of()),
                merged.hash());
    }

    /// Whether the variant leaves something out that the dialog says.
    private static boolean isBorrowed(Part words, Wording own) {
        var options = words.at("options");
        return lacks(words, "text", own.text())
                || lacks(words, "short", own.shortText())
                || lacks(words, "why", own.why())
                || lacks(words, "help", own.help())
                || lacks(words, "notice", own.notice())
                || lacks(words, "unit", own.unit())
                || (!own.examples().isEmpty() && !words.has("examples"))
                || own.options().keySet().stream().anyMatch(id -> !options.at(id).has("text"))
                || own.openTexts().keySet().stream()
                        .anyMatch(status -> !words.at("open_text").has(status.id()))
                || words.texts("check").size() < own.checkTexts().size();
    }

    /// The same words, with those of the glossary that they use.
    static Wording marked(Wording words, Glossary glossary) {
        var terms = glossary.in(String.join(" . ", words.read()));
        var names = terms.stream().map(Glossary.Term::word).toList();
        return words.marked(new Wording.Marks(words.marks().borrowed(), names));
    }

    private static boolean lacks(Part words, String key, String own) {
        return !own.isEmpty() && !words.has(key);
    }

    private static OptionWords variant(Part words, OptionWords own) {
        var text = or(words.text("text"), own.text());
        var also = words.has("also") ? words.texts("also") : own.also();
        return new OptionWords(text, or(words.text("button"), text), also);
    }

    private static OptionWords words(Part option) {
        var text = option.text("text");
        return new OptionWords(text, or(option.text("button"), text), option.texts("also"));
    }

    private static Map<OpenStatus, String> openTexts(Part step) {
        var texts = new EnumMap<OpenStatus, String>(OpenStatus.class);
        step.entries("open_text")
                .forEach((id, text) ->
                        OpenStatus.of(id).ifPresent(one -> texts.put(one, text.text())));
        return texts;
    }

    private static Wording hashed(
            Part step,
            Map<String, OptionWords> options,
            Map<OpenStatus, String> open,
            List<String> checks) {
        var plain = List.of(step.text("text"), step.text("short"), step.text("why"));
        var more = List.of(step.text("help"), step.text("notice"));
        var all =
                List.of(plain, more, step.texts("examples"), new TreeMap<>(options), open, checks);
        var unit = step.text("unit");
        return new Wording(
                step.text("text"),
                step.text("short"),
                step.text("why"),
                step.text("help"),
                step.texts("examples"),
                step.text("notice"),
                options,
                open,
                checks,
                unit,
                Wording.Marks.NONE,
                Canonical.sha256(all + unit).substring(0, HASH_LENGTH));
    }

    private static String or(String text, String instead) {
        return text.isEmpty() ? instead : text;
    }
}
