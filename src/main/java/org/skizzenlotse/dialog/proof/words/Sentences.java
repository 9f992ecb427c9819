// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The sentences and words of a German text in the Markdown subset. A paragraph, an entry of a list
/// and a line that ends with a colon end a sentence, too.
final class Sentences {
    /// A sentence with its words in order.
    record Sentence(String text, List<String> words) {
        /// Copies the list.
        Sentence {
            words = List.copyOf(words);
        }
    }

    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]*)]\\([^)\\n]*\\)");
    private static final Pattern MARKS =
            Pattern.compile("(?<![\\p{L}*])\\*{1,2}|\\*{1,2}(?!\\p{L})");
    private static final Pattern BLOCKS =
            Pattern.compile("\\n\\s*\\n|\\n\\s*(?:[-*]|\\d+\\.)\\s+|:\\s*\\n|(?<=[.!?…}])\\s*\\n");
    private static final Pattern ENTRY = Pattern.compile("^\\s*(?:[-*]|\\d+\\.)\\s+");

    /// A point behind which no sentence ends.
    private static final Pattern INNER_POINT =
            Pattern.compile(
                    "(?iu)(?<![\\p{L}])(z|b|d|h|u|a|o|ä|v|bzw|ca|nr|art|abs|dr|prof|ggf|inkl|evtl"
                            + "|vgl|tel|str|\\d{1,2})\\.(?=\\s*[\\p{L}\\d])");

    private static final Pattern WORD =
            Pattern.compile("\\{[^{}\\n]*}|[\\p{L}\\d]+(?:[*:_/’'.-]+[\\p{L}\\d]+)*");

    private Sentences() {}

    /// The text without its marks.
    static String plain(String markdown) {
        return MARKS.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll("");
    }

    static List<Sentence> of(String plain) {
        var sentences = new ArrayList<Sentence>();
        for (var block : BLOCKS.split(plain, 0)) {
            var line = ENTRY.matcher(block.strip()).replaceFirst("").replace('\n', ' ');
            // the iterator would take the point of an abbreviation for the end of a sentence
            var joined = INNER_POINT.matcher(line).replaceAll("$1\u2024");
            var breaks = BreakIterator.getSentenceInstance(Locale.GERMAN);
            breaks.setText(joined);
            var from = breaks.first();
            for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
                var sentence = joined.substring(from, to).strip().replace('\u2024', '.');
                var words = words(sentence);
                if (!words.isEmpty()) sentences.add(new Sentence(sentence, words));
            }
        }
        return sentences;
    }

    static List<String> words(String sentence) {
        return WORD.matcher(sentence).results().map(one -> one.group()).toList();
    }
}
