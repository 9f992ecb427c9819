// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;

/// Something that was done, and by whom, without content: `why` is a word, empty for none. What
/// concerns the whole installation has no conversation; the reference is there once there is one.
/// `who` is the ID of somebody of the team, empty for everybody else.
public record AuditEntry(
        Instant at,
        What what,
        By by,
        Optional<ConversationId> conversation,
        Optional<String> reference,
        String why,
        String who) {
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
        RESTORED,
        /// Somebody of the team signed in.
        SIGNED_IN,
        /// Somebody tried to.
        SIGN_IN_REFUSED,
        /// Somebody signed out.
        SIGNED_OUT,
        /// Something of an account was changed, or it was made.
        ACCOUNT_CHANGED,
        /// Somebody of the team read it.
        READ,
        /// Somebody of the team saw it among others, or searched.
        LISTED,
        /// Somebody of the team changed it: status, labels, notes, who looks after it.
        CHANGED,
        /// Somebody of the team wrote to the applicant.
        WRITTEN;

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
        SERVICE,
        /// Somebody of the team.
        STAFF;

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
                deed.why(),
                "");
    }

    /// Of the whole installation, by command.
    public static AuditEntry ofAll(Instant at, What what) {
        return new AuditEntry(at, what, By.COMMAND, Optional.empty(), Optional.empty(), "", "");
    }

    /// Of nothing in particular, by somebody of the team, whose ID may be empty where nobody knows
    /// it.
    public static AuditEntry byStaff(Instant at, What what, String who, String why) {
        return new AuditEntry(at, what, By.STAFF, Optional.empty(), Optional.empty(), why, who);
    }

    /// The same of one conversation, whose reference may be empty.
    public AuditEntry about(ConversationId conversation, String reference) {
        var known = Optional.of(reference).filter(one -> !one.isEmpty());
        return new AuditEntry(at, what, by, Optional.of(conversation), known, why, who);
    }

    /// The same under a reference, such as the ID of an account.
    public AuditEntry about(String reference) {
        return new AuditEntry(at, what, by, conversation, Optional.of(reference), why, who);
    }

    /// What is done, by whom, and why in a word, which may be empty.
    public record Deed(What what, By by, String why) {}
}
