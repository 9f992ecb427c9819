// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.ArrayList;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// Makes what words mean, from `glossary.yaml` and from the file of a variant beside it.
final class GlossaryCompiler {
    private GlossaryCompiler() {}

    /// The words of a variant: those of its own file, else of the file of its language; none of
    /// another language.
    static Glossary of(Bundle bundle, String variant, String own) {
        var file = bundle.file(Bundle.glossary(variant));
        var language = variant.split("-", 2)[0];
        if (file.isEmpty()) file = bundle.file(Bundle.glossary(language));
        if (file.isEmpty() && language.equals(own)) file = bundle.file(Bundle.GLOSSARY);
        return file.map(GlossaryCompiler::of).orElse(Glossary.NONE);
    }

    static Glossary of(Part root) {
        var terms = new ArrayList<Glossary.Term>();
        root.entries("glossary").forEach((key, part) -> terms.add(term(key, part)));
        return new Glossary(root.text("title"), terms);
    }

    private static Glossary.Term term(String key, Part part) {
        var text = part.has("text") ? part.text("text") : part.text();
        if (text.isEmpty())
            part.wrongKey(
                    "Zu '" + key + "' fehlt die Erklärung.",
                    "Schreibt in einem oder zwei Sätzen, was gemeint ist.");
        var word = part.has("word") ? part.text("word") : key;
        return new Glossary.Term(word, text, part.texts("also"));
    }
}
