// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.chat.AddressStore;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.PostStore;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;

/// Conversations with people on messengers: found by where somebody writes from, each update taken
/// once, in the transaction of what it did. What is said then goes out by a [Postbox].
public final class Correspondence {
    private final Conversations conversations;
    private final Beginnings beginnings;
    private final Entering entering;
    private final Means means;
    private final AddressStore addresses;
    private final ReceivedStore received;

    Correspondence(
            Conversations conversations, Beginnings beginnings, Entering entering, Means means) {
        this.conversations = conversations;
        this.beginnings = beginnings;
        this.entering = entering;
        this.means = means;
        this.addresses = new AddressStore(means.database());
        this.received = new ReceivedStore(means.database());
    }

    /// What conversations with messengers are made of.
    record Means(Installation installation, Turns turns, Views views, Database database) {
        Found find(String token) {
            return turns.find(token, "", installation.now());
        }
    }

    /// Somebody at their place in a conversation: what they picked so far for which step of several
    /// options (empty: for none).
    public record Seat(
            Address address,
            ConversationId conversation,
            String token,
            String picking,
            List<String> picked,
            AddressStore.Known known) {
        static Seat of(AddressStore.Known known) {
            var form = known.form();
            return new Seat(
                    known.address(),
                    known.conversation(),
                    form.token(),
                    form.step(),
                    form.picked(),
                    known);
        }

        /// What is picked for this step.
        public List<String> picked(StepId step) {
            return picking.equals(step.value()) ? picked : List.of();
        }

        @Override
        public String toString() {
            return "Seat[" + conversation + "]";
        }
    }

    /// The seat to which belongs what is written at an address.
    public Optional<Seat> seat(Address address) {
        return addresses.active(address).map(Seat::of);
    }

    /// The conversations of an address that wait there, the one used last first.
    public List<Seat> parked(Address address) {
        return addresses.find(address).stream()
                .filter(one -> one.standing() == AddressStore.Standing.PARKED)
                .map(Seat::of)
                .toList();
    }

    /// How the conversation is, with nothing said.
    public Outcome view(Seat seat) {
        return Outcome.orUnavailable(() -> {
            var found = means.find(seat.token());
            return found instanceof Found.Known(var stored, _)
                    ? new Outcome.Done(means.views().glance(stored))
                    : Outcome.notThere(found);
        });
    }

    /// Takes a turn, on what the seat's person was shown last.
    public Outcome turn(Seat seat, Input input, Heard heard) {
        var request = new TurnRequest(input, seat.address().channel(), 0, heard);
        return conversations.turn(seat.token(), request);
    }

    /// Begins a conversation, coming from another one (its token; empty for none). One that was
    /// active there is parked.
    ///
    /// @throws IllegalArgumentException when no such dialog is in force
    /// @throws StoreUnavailable when it cannot be made durable now
    public Opened begin(Address address, Conversations.Beginning beginning, Heard heard) {
        return beginnings.open(
                beginning, new Beginnings.From(heard.updates(), Optional.of(address)));
    }

    /// Goes on there with a conversation by its key, or shows up with a moving code or link.
    public ComingBack comeBack(Address address, String typed, Heard heard) {
        var from = new Beginnings.From(heard.updates(), Optional.of(address));
        return entering.comeBack(typed, from);
    }

    /// The same by the secret of a moving link.
    public ComingBack move(Address address, String secret, Heard heard) {
        var from = new Beginnings.From(heard.updates(), Optional.of(address));
        return entering.move(secret, from);
    }

    /// Goes back to a conversation that waited there, and asks once more; false when it is gone or
    /// the updates were dealt with before.
    public boolean goBack(Seat seat, Heard heard) {
        var known = seat.known();
        return received.done(
                heard,
                handle -> {
                    var now = means.installation().now();
                    AddressStore.activate(handle, known.hash(), known.conversation(), now);
                    PostStore.ask(handle, known.conversation(), known.hash(), now);
                });
    }

    /// Keeps what is picked for a step of several options; not before its person agreed to that.
    public boolean pick(Seat seat, StepId step, List<String> options, Heard heard) {
        if (!mayKeep(seat)) return received.done(heard, _ -> {});
        var sealed = addresses.picking(seat.known(), step, options);
        return received.done(heard, handle -> AddressStore.pick(handle, seat.known(), sealed));
    }

    private boolean mayKeep(Seat seat) {
        return means.find(seat.token()) instanceof Found.Known(var stored, _)
                && stored.marks().consented();
    }

    /// The answers that can be changed now, by step.
    public List<Expects.Choice> changeable(Seat seat) {
        var known = means.find(seat.token()).known();
        return known.map(this::changeable).orElse(List.of());
    }

    private List<Expects.Choice> changeable(Stored stored) {
        var circumstances = conversations.circumstances();
        var dialog = circumstances.dialog(stored);
        var given = circumstances.byItself(stored);
        return means.installation()
                .engine()
                .look(dialog, stored.conversation(), given)
                .changeable();
    }

    /// What a message of this person answered, as long as that is known.
    public Optional<ReceivedStore.Answered> answered(Seat seat, String message) {
        return received.answered(seat.conversation(), message);
    }

    /// This place has nothing to do with its conversation any more.
    public void forget(Seat seat) {
        addresses.forget(seat.known());
    }
}
