// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;

/// What one turn writes, in one transaction, on top of `before`: a [Change] with all that was said
/// where the person agreed to that, else [Unagreed], which has no place for it.
public sealed interface Writable permits Change, Unagreed {
    /// What is stored so far.
    Stored before();

    /// The state afterwards.
    Conversation after();

    /// What stands in plain columns afterwards.
    Stored.Marks marks();

    /// When it is.
    Instant at();

    /// What happened, for the history.
    List<Happened> happened();

    /// What was said, by both.
    List<Message> messages();

    /// What else is written.
    Change.Rows rows();

    /// Who took the turn: whoever came in with it, else whoever it was found for.
    default int speaker() {
        for (var one : rows().access()) if (one instanceof Change.Access.Enter) return one.person();
        return before().person();
    }
}
