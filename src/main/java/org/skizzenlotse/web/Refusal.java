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
        MALFORMED(400, "Die Anfrage ist nicht lesbar"),
        KEY_MISSING(400, "Der Schlüssel gegen doppeltes Senden fehlt"),
        UNKNOWN_TOKEN(401, "Dieses Gespräch ist nicht bekannt"),
        FORBIDDEN(403, "Das kam nicht von unserer Seite"),
        NOT_FOUND(404, "Hier ist nichts"),
        UNKNOWN_DIALOG(404, "Diesen Dialog gibt es hier nicht"),
        UNKNOWN_RETURN_KEY(404, "Diesen Schlüssel kennen wir nicht"),
        METHOD(405, "So lässt sich das hier nicht aufrufen"),
        NOT_ACCEPTABLE(406, "In dieser Form gibt es das nicht"),
        GONE(410, "Dieses Gespräch ist gelöscht"),
        TOO_LARGE(413, "Das ist zu viel auf einmal"),
        MEDIA_TYPE(415, "Dieses Format wird hier nicht gelesen"),
        KEY_REUSED(422, "Dieser Schlüssel gehört zu einer anderen Anfrage"),
        MISTYPED(422, "In dem Schlüssel ist ein Tippfehler"),
        TOO_MANY(429, "Das ging zu schnell"),
        TOO_MANY_STREAMS(429, "Zu viele offene Verbindungen"),
        INTERNAL(500, "Bei uns ist etwas schiefgegangen"),
        UNAVAILABLE(503, "Gerade geht es nicht");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /// The HTTP status.
        public int status() {
            return status;
        }

        /// What is wrong, in a few German words.
        public String title() {
            return title;
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
