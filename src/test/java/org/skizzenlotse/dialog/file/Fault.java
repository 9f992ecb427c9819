// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/// A mistake in the sound dialog: in this file, this passage is replaced; the caret must stand
/// before this text, with this message and this proposal (parts of them).
record Fault(String file, String passage, String by, Found found) {

    /// What is to be said: the file, the text behind the caret, and parts of message and proposal.
    record Found(String file, String at, String message, String proposal) {}

    static Fault of(String file, String passage, String by) {
        return new Fault(file, passage, by, new Found(file, "", "", ""));
    }

    Fault says(String at, String message, String proposal) {
        return new Fault(file, passage, by, new Found(file, at, message, proposal));
    }

    /// The same, but it is said in another file.
    Fault in(String other) {
        return new Fault(
                file, passage, by, new Found(other, found.at(), found.message(), found.proposal()));
    }

    /// Reads the dialog with the mistake, and looks for the problem at exactly its place.
    void mustBeFound(Path folder) {
        mustBeFound(DialogText.sound(), folder);
    }

    /// The same in another dialog.
    void mustBeFound(DialogText sound, Path folder) {
        var text = sound.replaced(file, passage, by);
        var loaded = text.read(folder);
        var lines = text.content(found.file()).lines().toList();
        assertThat(loaded.problems())
                .as("%s", this)
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(found.file());
                    assertThat(problem.message()).contains(found.message());
                    assertThat(problem.proposal()).contains(found.proposal());
                    var line = lines.get(problem.line() - 1);
                    assertThat(line.substring(problem.column() - 1)).startsWith(found.at());
                    assertThat(problem.excerpt()).isEqualTo(line.stripTrailing());
                });
        var isError = loaded.problems().stream().anyMatch(problem -> problem.isError());
        assertThat(loaded.dialogs().isEmpty()).as("kept from publishing").isEqualTo(isError);
    }

    @Override
    public String toString() {
        return by.strip() + " -> " + found.message();
    }
}
