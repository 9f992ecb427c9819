// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.Glossary.Term;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.engine.Display;

/// Explains words of the glossary: those of a question that no question before it used, and any of
/// them to whoever asks "was heißt …?", everywhere.
final class Terms {
    /// Of a word with an article before it ("was ist eine offene Lizenz?").
    private static final int ARTICLES_MAX = 2;

    /// More explanations at once are not read; all of them can be asked for.
    private static final int EXPLAINED_MAX = 3;

    private final Draft draft;

    Terms(Draft draft) {
        this.draft = draft;
    }

    /// Whether the message asks what a word means, and is answered.
    boolean answers(String text) {
        var asked = draft.lexicon().askedMeaning(text);
        if (asked.isEmpty()) return false;
        var term = term(asked.get());
        if (term.isPresent()) draft.reply(WordPhrase.TERM_MEANS, details(term.get()));
        else if (isAnswer() || !draft.lexicon().asksForMeaning(text)) return false;
        else draft.reply(WordPhrase.TERM_UNKNOWN, Display.escape(asked.get()));
        return true;
    }

    /// Whether any words may be the answer here.
    private boolean isAnswer() {
        return draft.place() instanceof Place.Asking(var question, _)
                && question.type().isFreeText();
    }

    private static String[] details(Term term) {
        return new String[] {Display.escape(term.word()), term.text()};
    }

    /// In the words of the variant at hand, else of another one: people may ask in any language.
    private Optional<Term> term(String asked) {
        var found = known(glossary(draft.now().variant()), asked);
        for (var variant : draft.dialog().variants())
            if (found.isEmpty()) found = known(glossary(variant), asked);
        return found;
    }

    private static Optional<Term> known(Glossary glossary, String asked) {
        var words = asked;
        for (int i = 0; i <= ARTICLES_MAX; i++) {
            var term = glossary.term(words);
            if (term.isPresent()) return term;
            words = words.replaceFirst("^\\S+\\s+", "");
        }
        return Optional.empty();
    }

    private Glossary glossary(String variant) {
        return draft.dialog().translation(variant).glossary();
    }

    /// The help of a question; behind it what the words mean that it is the first one to use.
    String help(Question question) {
        var texts = new ArrayList<String>();
        var own = question.wording(draft.now().variant()).help();
        if (!own.isBlank()) texts.add(draft.fill(own).text());
        for (var term : first(question))
            texts.add(draft.phrase(WordPhrase.TERM_MEANS, details(term)));
        return String.join("\n\n", texts);
    }

    private List<Term> first(Question question) {
        var variant = draft.now().variant();
        var own = question.wording(variant).marks().terms();
        if (own.isEmpty()) return List.of();
        var before = new HashSet<String>();
        for (var stop : draft.journey().stops()) {
            if (stop.id().equals(question.id())) break;
            if (stop.applies() && stop.inScope())
                before.addAll(stop.placed().step().wording(variant).marks().terms());
        }
        return own.stream()
                .filter(word -> !before.contains(word))
                .limit(EXPLAINED_MAX)
                .flatMap(word -> glossary(variant).term(word).stream())
                .toList();
    }
}
