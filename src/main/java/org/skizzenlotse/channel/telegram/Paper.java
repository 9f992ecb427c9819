// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;

/// Fills messages with pieces, as few as possible; pieces stand apart by an empty line.
final class Paper {
    /// What Telegram takes in one message, in UTF-16 units after parsing.
    static final int LENGTH_MAX = 4096;

    private static final String BETWEEN = "\n\n";

    private final List<Bubble> full = new ArrayList<>();
    private List<Piece> open = new ArrayList<>();

    /// These, together in one message if they fit into one.
    void add(List<Piece> together) {
        if (!fits(together)) {
            turn();
            if (!fits(together)) {
                for (var piece : together) {
                    if (!fits(List.of(piece))) turn();
                    open.add(piece);
                }
                return;
            }
        }
        open.addAll(together);
    }

    /// All messages, with these buttons below the last one.
    List<Bubble> bubbles(List<List<Button>> keyboard) {
        turn();
        if (full.isEmpty()) return List.of();
        full.addLast(full.removeLast().with(keyboard));
        return List.copyOf(full);
    }

    private boolean fits(List<Piece> more) {
        var all = new ArrayList<>(open);
        all.addAll(more);
        return joined(all).length() <= LENGTH_MAX;
    }

    private void turn() {
        if (open.isEmpty()) return;
        var whole = joined(open);
        full.add(new Bubble(whole.html(), whole.plain(), List.of()));
        open = new ArrayList<>();
    }

    private static Piece joined(List<Piece> pieces) {
        return new Piece(
                String.join(BETWEEN, pieces.stream().map(Piece::html).toList()),
                String.join(BETWEEN, pieces.stream().map(Piece::plain).toList()));
    }
}
