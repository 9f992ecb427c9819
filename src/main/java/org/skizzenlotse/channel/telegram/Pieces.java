// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.skizzenlotse.store.chat.Heard;

/// What belongs to one answer: the messages at the head of what waits, up to one that is something
/// else, or until nobody has written for a while.
record Pieces(List<Came> all, Optional<Came> next, Instant last) {

    /// The texts at the head, with their edits; `isWord` tells commands, which stand alone.
    static Pieces texts(List<Came> waiting, Predicate<String> isWord) {
        var all = new ArrayList<Came>();
        var messages = new ArrayList<Integer>();
        for (var came : waiting) {
            if (came.what() instanceof Incoming.Written written && !isWord.test(written.text()))
                messages.add(written.messageId());
            else if (!(came.what() instanceof Incoming.Edited edited
                    && messages.contains(edited.messageId()))) return new Pieces(all, came);
            all.add(came);
        }
        return new Pieces(all);
    }

    /// The files at the head.
    static Pieces files(List<Came> waiting) {
        var all = new ArrayList<Came>();
        for (var came : waiting) {
            if (!(came.what() instanceof Incoming.Sent)) return new Pieces(all, came);
            all.add(came);
        }
        return new Pieces(all);
    }

    private Pieces(List<Came> all, Came next) {
        this(List.copyOf(all), Optional.of(next), at(all));
    }

    private Pieces(List<Came> all) {
        this(List.copyOf(all), Optional.empty(), at(all));
    }

    private static Instant at(List<Came> all) {
        return all.isEmpty() ? Instant.MIN : all.getLast().pending().at();
    }

    /// The texts, one under the other, each as it was edited last.
    String joined() {
        var texts = new LinkedHashMap<Integer, String>();
        for (var came : all) {
            if (came.what() instanceof Incoming.Written written)
                texts.put(written.messageId(), written.text());
            if (came.what() instanceof Incoming.Edited edited)
                texts.put(edited.messageId(), edited.text());
        }
        return String.join("\n", texts.values());
    }

    Heard heard() {
        return Heard.of(all.stream().map(Came::update).toList());
    }

    int attempts() {
        return all.stream().mapToInt(one -> one.pending().attempts()).max().orElse(0);
    }
}
