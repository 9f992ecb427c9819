// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is different between two texts, word by word.
public record Difference(List<Piece> pieces) {
    /// The time and memory of comparing grow with the product; longer texts are shown whole.
    private static final int WORDS_MAX = 1_500;

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    /// Copies the list.
    public Difference {
        pieces = List.copyOf(pieces);
    }

    /// What became of some words.
    public enum Kind {
        STAYED,
        WENT,
        CAME
    }

    /// Words with the space behind them.
    public record Piece(Kind kind, String text) {}

    static Difference between(String before, String after) {
        var old = words(before);
        var now = words(after);
        if (old.size() > WORDS_MAX || now.size() > WORDS_MAX) {
            var whole = new ArrayList<Piece>();
            if (!before.isEmpty()) whole.add(new Piece(Kind.WENT, before));
            if (!after.isEmpty()) whole.add(new Piece(Kind.CAME, after));
            return new Difference(whole);
        }
        return new Difference(pieces(old, now, common(old, now)));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : WORDS.splitAsStream(text).toList();
    }

    /// How many words the longest common row has from each pair of places on.
    private static int[][] common(List<String> old, List<String> now) {
        var common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--)
            for (int j = now.size() - 1; j >= 0; j--)
                common[i][j] =
                        same(old.get(i), now.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
        return common;
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static List<Piece> pieces(List<String> old, List<String> now, int[][] common) {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            boolean both = i < old.size() && j < now.size();
            if (both && same(old.get(i), now.get(j))) {
                add(pieces, Kind.STAYED, now.get(j++));
                i++;
            } else if (j == now.size() || (both && common[i + 1][j] >= common[i][j + 1]))
                add(pieces, Kind.WENT, old.get(i++));
            else add(pieces, Kind.CAME, now.get(j++));
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, String word) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            var last = pieces.removeLast();
            pieces.add(new Piece(kind, last.text() + word));
        } else pieces.add(new Piece(kind, word));
    }

    @Override
    public String toString() {
        return "Difference[" + pieces.size() + "]";
    }
}
