// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.engine.Expects.Variant;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;

/// The way into a dialog: its title, the variant in which it begins, and all from which one may
/// choose.
public record Door(String id, String title, String variant, List<Variant> variants) {
    /// Copies the list.
    public Door {
        variants = List.copyOf(variants);
    }

    /// Whether the dialog is in that language.
    public boolean isIn(String language) {
        return variant.split("-", 2)[0].equals(language);
    }

    /// The name of the dialog's language in that one.
    public String language(String language) {
        return Locale.forLanguageTag(variant).getDisplayLanguage(Locale.forLanguageTag(language));
    }

    /// The page before a dialog, on which nothing is kept yet.
    static void show(Talk talk, Context context, Templates templates, Dialog dialog) {
        var variant = talk.variant(context, dialog);
        var texts = dialog.variants().size() > 1 ? Texts.in(variant) : Texts.wanted(context);
        context.header("Vary", "Accept-Language, Cookie");
        templates.show(
                context,
                "dialog.jte",
                Map.of(
                        "door",
                        talk.door(dialog, variant),
                        "firstWordsHtml",
                        firstWords(dialog, variant),
                        "cookieLost",
                        context.queryParam(Pages.STARTED) != null,
                        "texts",
                        texts));
    }

    /// What the dialog says before its first question, unless it quotes something.
    private static String firstWords(Dialog dialog, String variant) {
        var first = dialog.placed().getFirst().step();
        var text = first.wording(variant).text();
        return first instanceof Step.Notice && !text.contains("{") ? DialogText.html(text) : "";
    }
}
