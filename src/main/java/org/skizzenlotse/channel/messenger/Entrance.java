// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.conversation.Correspondence;
import org.skizzenlotse.conversation.Correspondence.Seat;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.dialog.Dialog;

/// What somebody can come into at an address: the dialogs in force, and those that were begun
/// there.
public record Entrance(
        Correspondence correspondence, Address address, Supplier<Collection<Dialog>> dialogs) {
    /// Keys and codes as they are shown; what is meant as an answer hardly looks like one.
    private static final Pattern CODE =
            Pattern.compile("(?i)\\s*[A-Z0-9]{3,5}([- ][A-Z0-9]{3,5}){2,9}\\s*");

    private static final List<String> OPEN = List.of("draft", "submitted", "reopened");

    /// Whether a text looks like a key or a code.
    public static boolean looksLikeCode(String text) {
        return CODE.matcher(text).matches();
    }

    /// The conversations there, the one that goes on first.
    public List<Seat> seats() {
        var seats = new ArrayList<Seat>();
        correspondence.seat(address).ifPresent(seats::add);
        seats.addAll(correspondence.parked(address));
        return seats;
    }

    /// The conversation in that dialog, if one is open there.
    public Optional<Seat> open(String dialog) {
        return seats().stream()
                .filter(seat ->
                        correspondence.view(seat) instanceof Outcome.Done(var view)
                                && view.dialog().equals(dialog)
                                && view.next().isEmpty()
                                && OPEN.contains(view.lifecycle().id()))
                .findFirst();
    }

    /// The dialog of a conversation that is there.
    public Optional<String> dialogOf(Seat seat) {
        return correspondence.view(seat) instanceof Outcome.Done(var view)
                ? Optional.of(view.dialog())
                : Optional.empty();
    }

    /// The dialog in which something goes on there.
    public Optional<String> active() {
        return correspondence.seat(address).flatMap(this::dialogOf);
    }

    /// The dialog of that ID, as it is in force.
    public Optional<Dialog> dialog(String id) {
        return dialogs.get().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
