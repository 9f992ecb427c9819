// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes Arabic letters in the forms that they take beside each other (Unicode 9.2), as characters
/// of their own: a PDF shows characters and does not join them. Which forms a letter has, the JDK's
/// own table of Unicode says.
final class Arabic {
    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';
    private static final char JOINER = '\u200D';

    /// Alone, joined to the one before, to the one after, to both; right-joining ones have two.
    private static final Map<Character, List<Character>> FORMS = new HashMap<>();

    /// Of lam with each alef: alone, joined to the one before.
    private static final Map<Character, List<Character>> LAM_ALEF = new HashMap<>();

    static {
        for (char c = '\uFE80'; c <= '\uFEFC'; c++) learn(c);
        for (char c = '\uFB50'; c <= '\uFBFF'; c++) learn(c);
    }

    private Arabic() {}

    private static void learn(char form) {
        var letters = Normalizer.normalize("" + form, Normalizer.Form.NFKC);
        var forms = letters.length() == 1 ? FORMS : LAM_ALEF;
        var key = letters.charAt(letters.length() - 1);
        boolean ligature = letters.length() == 2 && letters.charAt(0) == LAM;
        if (key != form && (letters.length() == 1 || ligature))
            forms.computeIfAbsent(key, _ -> new ArrayList<>()).add(form);
    }

    /// The text with letters in their forms; it may become shorter.
    static String shaped(String text) {
        var shaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var forms = FORMS.get(c);
            if (forms == null) {
                shaped.append(c);
                continue;
            }
            boolean before = forms.size() > 1 && joinsNext(text, previous(text, i));
            var ligature = i + 1 < text.length() ? LAM_ALEF.get(text.charAt(i + 1)) : null;
            if (c == LAM && ligature != null) {
                shaped.append(ligature.get(before ? 1 : 0));
                i++;
            } else {
                boolean after = joinsNext(text, i) && joinsPrevious(text, next(text, i));
                shaped.append(forms.get((before ? 1 : 0) + (after ? 2 : 0)));
            }
        }
        return shaped.toString();
    }

    /// The letters themselves, whatever their forms.
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean form = (c >= '\uFB50' && c <= '\uFBFF') || (c >= '\uFE80' && c <= '\uFEFC');
            if (form) plain.append(Normalizer.normalize("" + c, Normalizer.Form.NFKC));
            else plain.append(c);
        }
        return plain.toString();
    }

    private static boolean joinsNext(String text, int i) {
        if (i < 0) return false;
        char c = text.charAt(i);
        return joinsBoth(c) || FORMS.getOrDefault(c, List.of()).size() == 4;
    }

    private static boolean joinsPrevious(String text, int i) {
        if (i >= text.length()) return false;
        char c = text.charAt(i);
        return joinsBoth(c) || FORMS.getOrDefault(c, List.of()).size() > 1;
    }

    private static boolean joinsBoth(char c) {
        return c == TATWEEL || c == JOINER;
    }

    private static int previous(String text, int i) {
        do i--;
        while (i >= 0 && isMark(text.charAt(i)));
        return i;
    }

    private static int next(String text, int i) {
        do i++;
        while (i < text.length() && isMark(text.charAt(i)));
        return i;
    }

    /// Marks stand above and below; letters join past them.
    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
