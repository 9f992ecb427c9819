// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;

/// What interrupts the way through the questions. The place to go on afterwards is computed from
/// the answers, never stored.
public sealed interface Aside {

    /// Nothing.
    record None() implements Aside {}

    /// An answered question is asked again.
    record Changing(StepId step) implements Aside {}

    /// A list to choose from: steps to change, groups to deepen, languages (`_change`, `_deepen`,
    /// `_language`).
    record Choosing(Command command) implements Aside {}

    /// The chosen option wants words beside it; they come as the next text at the same step.
    record Noting(StepId step, Answer proposed) implements Aside {}

    /// The consequences of a new answer were shown (`_impact`).
    record Impact(StepId step, Answer proposed) implements Aside {}

    /// "Meintet ihr …?" (`_typo`): a yes takes the proposal. A command word at a free-text step
    /// carries both: yes is the command, no makes the words the answer.
    record AskingBack(
            StepId step, Reason reason, @Nullable Answer proposed, @Nullable Command command)
            implements Aside {}

    /// Something that destroys waits for a yes (`_confirm`).
    record Confirming(Command command) implements Aside {}

    /// A single answer, or one file of it (empty: the whole answer), is about to be taken out for
    /// good and waits for a yes (`_confirm`).
    record Removing(StepId step, String file) implements Aside {}

    /// The door with four choices (`_stop`).
    record Stopping() implements Aside {}

    /// That this person does not work along any more waits for a yes (`_confirm`).
    record Parting(int person) implements Aside {}

    /// The step that it is about, if it is about one.
    default Optional<StepId> about() {
        return switch (this) {
            case Changing(var step) -> Optional.of(step);
            case Noting(var step, _) -> Optional.of(step);
            case Impact(var step, _) -> Optional.of(step);
            case AskingBack(var step, _, _, _) -> Optional.of(step);
            case Removing(var step, _) -> Optional.of(step);
            case None _, Choosing _, Confirming _, Stopping _, Parting _ -> Optional.empty();
        };
    }

    /// Why something is asked back.
    enum Reason {
        /// A slip of the finger.
        TYPO,
        /// A command word at a free-text step.
        COMMAND_WORD,
        /// A `should` check is not met.
        SHOULD,
        /// A command word where words beside an option are waited for.
        NOTE,
        /// An answer to a question that is answered already.
        ANSWERED
    }
}
