// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

/// Something wrong in a dialog file, said to its author in German: where (line and column count
/// from 1; 0 where there is no place), the line itself, what is wrong and a proposal (may be
/// empty).
public record Problem(
        Severity severity,
        String file,
        int line,
        int column,
        String excerpt,
        String message,
        String proposal) {
    /// Whether the dialog may be published all the same. A hint is only said to those who ask.
    public enum Severity {
        ERROR,
        WARNING,
        HINT;

        private String word() {
            return switch (this) {
                case ERROR -> "Fehler: ";
                case WARNING -> "Hinweis: ";
                case HINT -> "Anregung: ";
            };
        }
    }

    /// Whether it keeps the dialog from being published.
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// `file:line:column: message`, the line with a caret below the place, and the proposal.
    public String toText() {
        var text = new StringBuilder(file);
        if (line > 0) text.append(':').append(line).append(':').append(column);
        text.append(": ").append(severity.word());
        text.append(message);
        if (!excerpt.isBlank()) {
            text.append("\n    ").append(excerpt);
            text.append("\n    ").append(" ".repeat(Math.max(0, column - 1))).append('^');
        }
        if (!proposal.isEmpty()) text.append("\n    ").append(proposal);
        return text.toString();
    }
}
