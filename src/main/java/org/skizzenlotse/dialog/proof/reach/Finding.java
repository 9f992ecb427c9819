// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

/// Something that does not hold on all ways: where, whether it keeps the dialog from being
/// published, what, and a proposal.
public record Finding(Spot spot, boolean error, String message, String proposal) {
    static Finding wrong(Spot spot, String message, String proposal) {
        return new Finding(spot, true, message, proposal);
    }

    static Finding doubtful(Spot spot, String message, String proposal) {
        return new Finding(spot, false, message, proposal);
    }
}
