// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.parse.Lexicon;

/// All words by which the engine speaks and understands, by language. A language without a phrase
/// says it in German; that each has all of them is tested, so that it never does. A variant of
/// which there is no language is spoken to in the language before its first hyphen ("en-simple"),
/// else in German.
public final class Phrases {
    /// Who has no language of their own is spoken to in this one.
    public static final String COMPLETE = "de";

    private final Map<String, Spoken> languages = new HashMap<>();

    /// The words of one language as they are read: what is said, how answers are written and read,
    /// and the words of the commands, each by ID.
    public record Words(
            Map<String, String> said, Map<String, String> answers, Map<String, String> commands) {
        /// Copies the maps.
        public Words {
            said = Map.copyOf(said);
            answers = Map.copyOf(answers);
            commands = Map.copyOf(commands);
        }
    }

    private record Spoken(
            Map<Sayable, String> said, Language language, Lexicon lexicon, CommandWords commands) {}

    /// The words by language.
    ///
    /// @throws IllegalArgumentException when German misses some, or a language has others
    public Phrases(Map<String, Words> byLanguage) {
        var sorted = new TreeMap<>(byLanguage);
        var answers = sorted.values().stream().map(Words::answers).toList();
        var commands = new TreeMap<String, Map<String, String>>();
        sorted.forEach((id, words) -> commands.put(id, words.commands()));
        sorted.forEach((id, words) -> {
            var language = new Language(words.answers());
            var lexicon = new Lexicon(answers, language.decimalMark());
            languages.put(
                    id,
                    new Spoken(
                            said(id, words.said()),
                            language,
                            lexicon,
                            new CommandWords(commands, id)));
        });
        if (!languages.containsKey(COMPLETE)) throw new IllegalArgumentException("no German words");
    }

    private static Map<Sayable, String> said(String id, Map<String, String> texts) {
        var said = new HashMap<Sayable, String>();
        texts.forEach((name, text) -> said.put(phrase(name), text));
        for (var phrase : Sayable.all())
            if (id.equals(COMPLETE) && !said.containsKey(phrase))
                throw new IllegalArgumentException("no German text for " + phrase.id());
        return Map.copyOf(said);
    }

    private static Sayable phrase(String id) {
        return Sayable.all().stream()
                .filter(phrase -> phrase.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such phrase: " + id));
    }

    private Spoken spoken(String variant) {
        var own = languages.get(variant);
        var hyphen = variant.indexOf('-');
        if (own == null && hyphen > 0) own = languages.get(variant.substring(0, hyphen));
        if (own == null) own = languages.get(COMPLETE);
        if (own == null) throw new IllegalStateException("no German words");
        return own;
    }

    /// The text in a variant, with `{0}`, `{1}` … replaced by the details.
    public String say(String variant, Sayable phrase, List<String> details) {
        var text = spoken(variant).said().get(phrase);
        if (text == null) text = spoken(COMPLETE).said().get(phrase);
        if (text == null) throw new IllegalStateException("no text for " + phrase.id());
        for (int i = 0; i < details.size(); i++) text = text.replace("{" + i + "}", details.get(i));
        return text;
    }

    /// How somebody is called in a conversation.
    String called(Conversation conversation, int number) {
        var person = conversation.together().person(number);
        var name = person.map(Person::name).orElse("");
        if (!name.isEmpty()) return name;
        var first = number == Person.FIRST && person.filter(Person::cameOnce).isPresent();
        var gone = person.filter(one -> !one.counts()).isPresent();
        return say(
                conversation.variant(),
                first && !gone ? PeoplePhrase.PERSON_FIRST : PeoplePhrase.PERSON_GONE,
                List.of());
    }

    /// The phrases in which nothing is filled.
    List<String> plain(String variant) {
        return Sayable.all().stream()
                .map(phrase -> say(variant, phrase, List.of()))
                .filter(text -> !text.contains("{0}"))
                .toList();
    }

    /// The languages that there are.
    public Set<String> languages() {
        return Set.copyOf(languages.keySet());
    }

    /// The phrases that a language does not have.
    public List<Sayable> missing(String language) {
        var known = spoken(language).said();
        return Sayable.all().stream().filter(one -> !known.containsKey(one)).toList();
    }

    /// How days, numbers and general answers are written in a variant.
    public Language language(String variant) {
        return spoken(variant).language();
    }

    /// The variants of a dialog to choose from, in words of their own; none where there is no
    /// choice.
    List<Expects.Variant> variants(Dialog dialog) {
        var variants = dialog.variants().stream().sorted().toList();
        return variants.size() < 2 ? List.of() : variants.stream().map(this::named).toList();
    }

    /// A variant that the engine has no words in is named by its language.
    private Expects.Variant named(String variant) {
        var own = languages.get(variant);
        if (own != null)
            return new Expects.Variant(
                    variant,
                    own.language().word(Language.Word.NAME),
                    own.language().word(Language.Word.OFFER));
        var parts = List.of(variant.split("-", 2));
        var locale = Locale.forLanguageTag(parts.getFirst());
        var kind = parts.size() < 2 ? "" : " (" + parts.getLast() + ")";
        var name = locale.getDisplayLanguage(locale) + kind;
        return new Expects.Variant(variant, name, name);
    }

    /// How answers are shown in a variant.
    public Display display(String variant) {
        return new Display(language(variant), variant);
    }

    /// How answers are read in a variant.
    Lexicon lexicon(String variant) {
        return spoken(variant).lexicon();
    }

    /// The words of the commands in a variant.
    CommandWords commands(String variant) {
        return spoken(variant).commands();
    }
}
