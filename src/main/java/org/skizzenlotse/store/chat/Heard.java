// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.dialog.StepId;

/// What a messenger adds to a transaction: the updates that are dealt with by it, which step they
/// answered (where an edit is to find them again), and the place that goes on with the conversation
/// from then on.
public record Heard(List<Update> updates, Optional<StepId> answered, Optional<Bound> bound) {
    /// From no messenger.
    public static final Heard NOTHING = new Heard(List.of(), Optional.empty(), Optional.empty());

    /// Copies the list.
    public Heard {
        updates = List.copyOf(updates);
    }

    /// Something that came in, by our ID, and the channel's ID of the message that it was.
    public record Update(String id, String message) {}

    /// These updates, and nothing else.
    public static Heard of(List<Update> updates) {
        return new Heard(updates, Optional.empty(), Optional.empty());
    }

    /// The same with the step that they answered.
    public Heard answering(StepId step) {
        return new Heard(updates, Optional.of(step), bound);
    }

    /// The same, from then on at this place.
    public Heard at(Bound place) {
        return new Heard(updates, answered, Optional.of(place));
    }

    /// This address has the conversation from now on, by this token; or waits until the token is
    /// let in.
    public record Bound(Address address, String token, boolean waits) {
        @Override
        public String toString() {
            return "Bound[" + address + "]";
        }
    }
}
