// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.util.List;

/// How sending went. Reasons are words of ours and numbers of the mail server, never its text,
/// which may repeat addresses.
public sealed interface SendOutcome {
    /// Taken over by the mail server, or durable in the folder.
    record Sent() implements SendOutcome {}

    /// Not now; those addresses have it even so.
    record Later(String why, List<String> reached) implements SendOutcome {
        /// Copies the list.
        public Later {
            reached = List.copyOf(reached);
        }

        /// Nobody has it.
        public Later(String why) {
            this(why, List.of());
        }

        @Override
        public String toString() {
            return "Later[" + why + "]";
        }
    }

    /// Never to the addresses that are left, or never this mail; trying again would not help.
    record Refused(String why, List<String> reached) implements SendOutcome {
        /// Copies the list.
        public Refused {
            reached = List.copyOf(reached);
        }

        @Override
        public String toString() {
            return "Refused[" + why + "]";
        }
    }
}
