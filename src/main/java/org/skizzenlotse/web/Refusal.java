// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

/// A request that cannot be served, thrown by handlers and answered in one place: as a problem
/// document to scripts, as a page to people. `detail` is German and carries nothing personal.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Until a refused caller should come back, unless the limit knows better.
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Kind kind;
    private final int retryAfterSeconds;

    /// A refusal with its words.
    public Refusal(Kind kind, String detail) {
        this(kind, detail, RETRY_AFTER_SECONDS);
    }

    /// A refusal that says when to come back.
    public Refusal(Kind kind, String detail, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.kind = kind;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /// What is refused, and how HTTP says so.
    public enum Kind {
        MALFORMED(400),
        KEY_MISSING(400),
        UNKNOWN_TOKEN(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        UNKNOWN_DIALOG(404),
        UNKNOWN_RETURN_KEY(404),
        METHOD(405),
        NOT_ACCEPTABLE(406),
        GONE(410),
        REVOKED(410),
        VERSION(412),
        TOO_LARGE(413),
        MEDIA_TYPE(415),
        KEY_REUSED(422),
        MISTYPED(422),
        FILE(422),
        TOO_MANY(429),
        TOO_MANY_STREAMS(429),
        INTERNAL(500),
        FULL(507),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /// The HTTP status.
        public int status() {
            return status;
        }

        /// What is wrong, in a few words.
        public String title(Texts texts) {
            return texts.say(key());
        }

        /// What to do about it, whatever the reason was.
        String advice(Texts texts) {
            return texts.say(key() + "_text");
        }

        private String key() {
            return "problem_" + name().toLowerCase(java.util.Locale.ROOT);
        }

        /// The name in the problem's type.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /// Whether the same request may succeed later.
        public boolean isPassing() {
            return this == TOO_MANY || this == TOO_MANY_STREAMS || this == UNAVAILABLE;
        }
    }

    /// What is refused.
    public Kind kind() {
        return kind;
    }

    /// The words for whoever asked.
    public String detail() {
        var message = getMessage();
        return message == null ? "" : message;
    }

    /// After how many seconds the same request may succeed.
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
