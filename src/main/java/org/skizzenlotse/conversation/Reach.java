// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

/// Where what staff say gets to: the channel on which the applicants were last, whether they notice
/// it there, and whether a mail without content tells them. `obstacle` says why nothing can be said
/// at all.
public record Reach(String channel, boolean inMessenger, boolean byMail, Obstacle obstacle) {
    /// What stands in the way.
    public enum Obstacle {
        /// Nothing.
        NONE,
        /// They are asked to agree anew first, when they come.
        CONSENT,
        /// It was taken back, erased, or never handed in.
        OVER
    }

    /// Whether they notice it without coming by themselves.
    public boolean isReached() {
        return inMessenger || byMail;
    }
}
