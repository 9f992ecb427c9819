// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;

/// Something that was done, and by whom, without content: `why` is a word, empty for none. What
/// concerns the whole installation has no conversation; the reference is there once there is one.
public record AuditEntry(
        Instant at,
        What what,
        By by,
        Optional<ConversationId> conversation,
        Optional<String> reference,
        String why) {
    /// What can be done.
    public enum What {
        /// Erased because somebody wanted it.
        ERASED,
        /// Erased because its time was over.
        PURGED,
        /// Single answers or files were removed.
        REDACTED,
        /// Given out by command.
        EXPORTED,
        /// The master key was changed.
        ROTATED,
        /// A backup was made.
        BACKED_UP,
        /// A backup was brought back.
        RESTORED;

        /// The name in rows.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /// Who does something.
    public enum By {
        /// Whose conversation it is.
        APPLICANT,
        /// Whoever runs the installation.
        COMMAND,
        /// The periods in force.
        RETENTION,
        /// The service, which finishes what was stopped.
        SERVICE;

        /// The name in rows.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static By of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /// Of one conversation; its reference is empty before there is one.
    public static AuditEntry of(
            Instant at, Deed deed, ConversationId conversation, String reference) {
        return new AuditEntry(
                at,
                deed.what(),
                deed.by(),
                Optional.of(conversation),
                Optional.of(reference).filter(one -> !one.isEmpty()),
                deed.why());
    }

    /// Of the whole installation, by command.
    public static AuditEntry ofAll(Instant at, What what) {
        return new AuditEntry(at, what, By.COMMAND, Optional.empty(), Optional.empty(), "");
    }

    /// What is done, by whom, and why in a word, which may be empty.
    public record Deed(What what, By by, String why) {}
}
