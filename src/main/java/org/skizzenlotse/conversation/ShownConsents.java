// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.ConsentTexts;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.FactWords;

/// What the consents of a dialog say in this installation: their words and, behind them, the whole
/// notice, with the facts filled in. Made once for each version of a dialog.
final class ShownConsents {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})}");

    /// More versions than this run side by side nowhere.
    private static final int KEPT_MAX = 500;

    private final Function<String, Display> displays;
    private final Map<String, Value> facts;
    private final Map<String, ConsentTexts> byDialog = new ConcurrentHashMap<>();

    ShownConsents(Function<String, Display> displays, Map<String, Value> facts) {
        this.displays = displays;
        this.facts = Map.copyOf(facts);
    }

    ConsentTexts of(Dialog dialog) {
        if (byDialog.size() >= KEPT_MAX) byDialog.clear();
        return byDialog.computeIfAbsent(dialog.hash(), _ -> made(dialog));
    }

    /// Whether a conversation waits for a new yes, before which nothing may be added to it or taken
    /// from it.
    boolean areOutdated(Dialog dialog, Conversation conversation) {
        return of(dialog).outdated(conversation.answers()).stream()
                .flatMap(step -> dialog.question(step).stream())
                .anyMatch(Question::isRequiredConsent);
    }

    private ConsentTexts made(Dialog dialog) {
        var texts = new HashMap<StepId, Map<String, ConsentTexts.Shown>>();
        for (var question : dialog.questions())
            if (question.type() instanceof AnswerType.Consent)
                texts.put(question.id(), inEachVariant(dialog, question));
        return new ConsentTexts(texts, Map.of());
    }

    private Map<String, ConsentTexts.Shown> inEachVariant(Dialog dialog, Question question) {
        var shown = new HashMap<String, ConsentTexts.Shown>();
        for (var variant : dialog.variants()) {
            var wording = question.wording(variant);
            var text = filled(dialog, wording.text() + "\n\n" + wording.notice(), variant).strip();
            shown.put(variant, new ConsentTexts.Shown(hash(text), text));
        }
        return shown;
    }

    /// What is no fact of the installation may be an answer, and stays a placeholder.
    private String filled(Dialog dialog, String text, String variant) {
        var display = displays.apply(variant);
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                fact(dialog, match.group(1), display).orElseGet(match::group)));
    }

    private Optional<String> fact(Dialog dialog, String id, Display display) {
        return FactWords.of(facts, id, display.variant())
                .filter(_ -> dialog.question(new StepId(id)).isEmpty())
                .map(fact -> Display.escape(display.fact(fact)));
    }

    /// SHA-256 of the text in UTF-8, in hexadecimal digits.
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
