// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.sketch.Sketch;

/// What a target hears. The ID is the same at each attempt; revision, title and sketch are there
/// where a sketch is, the time where one was handed over, the link (empty: none) where staff can
/// read it.
public record Notice(
        String id,
        Event event,
        ConversationId conversation,
        String reference,
        int revision,
        @Nullable Instant at,
        @Nullable Sketch sketch,
        String link) {
    /// What happened.
    public enum Event {
        /// A sketch came, or another revision of it.
        SUBMITTED("submitted"),
        /// Something was taken out of it for good: earlier copies must go.
        REDACTED("redacted"),
        /// It was taken back.
        WITHDRAWN("withdrawn"),
        /// Its time is over.
        EXPIRED("expired");

        private final String id;

        Event(String id) {
            this.id = id;
        }

        /// The name on the wire.
        public String id() {
            return id;
        }
    }

    /// In a line or two, with the reference and nothing that a person wrote.
    public String words() {
        var again = revision > 1 ? " in neuer Fassung" : "";
        var what =
                switch (event) {
                    case SUBMITTED -> reference + " ist" + again + " angekommen.";
                    case REDACTED ->
                            "In "
                                    + reference
                                    + " wurde etwas entfernt. Bitte löscht frühere Kopien davon.";
                    case WITHDRAWN ->
                            reference
                                    + " wurde zurückgezogen. Bitte arbeitet nicht mehr damit, und"
                                    + " löscht eure Kopien.";
                    case EXPIRED ->
                            "Die Aufbewahrungszeit von "
                                    + reference
                                    + " ist um. Bitte löscht eure Kopien.";
                };
        return link.isEmpty() ? what : what + "\n" + link;
    }

    @Override
    public String toString() {
        return "Notice[" + id + " " + event + "]";
    }
}
