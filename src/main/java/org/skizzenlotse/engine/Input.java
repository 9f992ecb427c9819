// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// What reached the engine. Inputs that answer are bound to their question: a step that is not the
/// one being asked is never taken as an answer to another (DESIGN section 7).
public sealed interface Input {

    /// The first contact.
    record Started() implements Input {}

    /// Words, with or without the step that they answer.
    record Said(@Nullable StepId step, String text) implements Input {
        @Override
        public String toString() {
            return "Said[" + step + "]";
        }
    }

    /// Options by ID, with words beside them (may be empty).
    record Chose(StepId step, List<String> options, String note) implements Input {
        /// Copies the list.
        public Chose {
            options = List.copyOf(options);
        }

        @Override
        public String toString() {
            return "Chose[" + step + "]";
        }
    }

    /// A structured value: members are texts, or for a table `rows` as a list of maps of texts.
    record Gave(StepId step, Map<String, Object> members) implements Input {
        /// Copies the map; members that are null are left out.
        public Gave {
            var given = new HashMap<String, Object>();
            members.forEach((name, member) -> {
                if (member != null) given.put(name, member);
            });
            members = Collections.unmodifiableMap(given);
        }

        @Override
        public String toString() {
            return "Gave[" + step + "]";
        }
    }

    /// All files of a question for files from now on; none takes the last one away. It may be sent
    /// at any time, not only when the question is asked.
    record Attached(StepId step, List<Value.File> files) implements Input {
        /// Copies the list.
        public Attached {
            files = List.copyOf(files);
        }

        @Override
        public String toString() {
            return "Attached[" + step + "]";
        }
    }

    /// An open answer.
    record LeftOpen(StepId step, OpenStatus status) implements Input {}

    /// A command, with its target where it has one: a step to change, a group to deepen, a variant.
    record Commanded(Command command, String target) implements Input {}

    /// Staff take out an answer, or one file of it (empty: the whole answer).
    record Removed(StepId step, String file) implements Input {
        /// By the ID of a choice at [Stations#REMOVE]: a step, or a step and a file.
        ///
        /// @throws IllegalArgumentException when it is none
        public static Removed of(String target) {
            var parts = target.split("/", 2);
            return new Removed(new StepId(parts[0]), parts.length == 1 ? "" : parts[1]);
        }
    }

    /// What staff do with what was handed in; `by` is the ID of the member.
    sealed interface ByStaff extends Input {
        /// Who does it.
        String by();
    }

    /// Staff ask the applicants something.
    record StaffAsked(String text, String by) implements ByStaff {
        @Override
        public String toString() {
            return "StaffAsked[" + by + "]";
        }
    }

    /// Staff ask to look at these answers again, and say why.
    record StaffReopened(Set<StepId> steps, String reason, String by) implements ByStaff {
        /// Copies the set.
        public StaffReopened {
            steps = Set.copyOf(steps);
        }

        @Override
        public String toString() {
            return "StaffReopened[" + steps + "]";
        }
    }

    /// Staff say where it stands: a status by ID, in words of the installation (empty: those of the
    /// engine), with a reason and an offer where they give some; `closes` when it ends with that.
    record StaffStated(
            String status, String words, String reason, String offer, boolean closes, String by)
            implements ByStaff {
        @Override
        public String toString() {
            return "StaffStated[" + status + "]";
        }
    }

    /// Staff propose a meeting.
    record StaffProposed(Meeting meeting, String by) implements ByStaff {
        @Override
        public String toString() {
            return "StaffProposed[" + by + "]";
        }
    }

    /// Somebody who was invited agreed and is called so.
    record Joined(int person, String name) implements Input {
        @Override
        public String toString() {
            return "Joined[" + person + "]";
        }
    }

    /// Another device of the one who speaks showed the moving code and waits, with this number to
    /// tell it by.
    record Arrived(int number, Instant until) implements Input {}

    /// A wake-up that was set by [Effect.WakeAt].
    record TimedOut(String kind) implements Input {}
}
