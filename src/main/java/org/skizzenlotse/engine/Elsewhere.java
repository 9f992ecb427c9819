// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Map;
import org.skizzenlotse.dialog.StepId;

/// What a turn may know beyond its own conversation: the titles of the dialogs in force by ID, and
/// the answers that the conversation from which this one came hands over, by the steps of this one.
/// `attachable`: what that one had to bring along is still there.
public record Elsewhere(
        Map<String, String> dialogs, Map<StepId, Answer> handedOver, boolean attachable) {
    /// The dialog in which people ask for an appointment with people, where it is in force.
    public static final String CONSULTATION = "sprechstunde";

    /// Nothing of that, and nothing that could come along.
    public static final Elsewhere NONE = new Elsewhere(Map.of(), Map.of(), false);

    /// Copies the maps.
    public Elsewhere {
        dialogs = Map.copyOf(dialogs);
        handedOver = Map.copyOf(handedOver);
    }
}
