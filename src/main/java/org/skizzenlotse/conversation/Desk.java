// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Consultation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Remark;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Reached;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.database.StoreUnavailable;

/// What staff say to applicants about what was handed in. Each is a turn of its own that reaches
/// them where they were last, and the dialog goes on from there. `by` is always the ID of a member.
public final class Desk {
    private static final String BY = "staff";

    /// As outbox rows name the mail that tells of it.
    private static final String MAIL = "staff";

    private final Circumstances circumstances;
    private final Turns turns;
    private final Reached reached;
    private final Save save;

    Desk(Circumstances circumstances, Turns turns, Reached reached, Save save) {
        this.circumstances = circumstances;
        this.turns = turns;
        this.reached = reached;
        this.save = save;
    }

    /// Writes a turn; empty after a conflict.
    interface Save {
        Optional<Outcome> of(Recorder.Made made);
    }

    /// What is said of where something stands: a status by ID, in words of the installation (empty:
    /// the usual ones), with a reason and an offer, either may be empty; `closes` when all ends.
    public record Statement(
            String status, String words, String reason, String offer, boolean closes) {
        @Override
        public String toString() {
            return "Statement[" + status + "]";
        }
    }

    /// How the applicants are reached.
    public Reach reach(ConversationId id) {
        return known(id).map(this::reach).orElse(new Reach("", false, false, Reach.Obstacle.OVER));
    }

    private Reach reach(Stored stored) {
        var channel = stored.marks().channel();
        var look = look(stored);
        var obstacle =
                switch (stored.conversation().lifecycle()) {
                    case Lifecycle.Submitted _, Lifecycle.Reopened _, Lifecycle.Closed _ ->
                            look.isConsented() ? Reach.Obstacle.NONE : Reach.Obstacle.CONSENT;
                    case Lifecycle.Draft _, Lifecycle.Withdrawn _, Lifecycle.Erased _ ->
                            Reach.Obstacle.OVER;
                };
        return new Reach(
                channel,
                reached.hasPlace(stored.conversation().id(), channel),
                look.mailAddress().isPresent(),
                obstacle);
    }

    /// Asks the applicants something; false where that cannot be.
    ///
    /// @throws IllegalArgumentException for no words, or more than [Remark#TEXT_MAX]
    public boolean ask(ConversationId id, String text, String by) {
        return take(id, new Input.StaffAsked(checked(text), by));
    }

    /// The answers that can be reopened, by step.
    public List<StepId> reopenable(ConversationId id) {
        return known(id).map(one -> look(one).reopenable()).orElse(List.of());
    }

    /// Asks to look at these answers again; false where that cannot be.
    ///
    /// @throws IllegalArgumentException for no words, or more than [Remark#TEXT_MAX]
    public boolean reopen(ConversationId id, Set<StepId> steps, String reason, String by) {
        var all = reopenable(id);
        if (steps.stream().noneMatch(all::contains)) return false;
        return take(id, new Input.StaffReopened(steps, checked(reason), by));
    }

    /// Says where it stands; false where that cannot be.
    public boolean state(ConversationId id, Statement statement, String by) {
        return take(
                id,
                new Input.StaffStated(
                        statement.status(),
                        statement.words(),
                        limited(statement.reason()),
                        limited(statement.offer()),
                        statement.closes(),
                        by));
    }

    /// Proposes to meet; false where that cannot be.
    ///
    /// @throws IllegalArgumentException for no times, or more than [Meeting#TIMES_MAX]
    public boolean propose(ConversationId id, Meeting meeting, String by) {
        if (meeting.times().isEmpty() || meeting.times().size() > Meeting.TIMES_MAX)
            throw new IllegalArgumentException("so many times");
        return take(id, new Input.StaffProposed(meeting, by));
    }

    /// What both have with each other.
    public Consultation consultation(ConversationId id) {
        return known(id).map(one -> one.conversation().consultation()).orElse(Consultation.NONE);
    }

    /// A meeting for which a time is agreed, and the reference that it is about.
    public record Agreed(String reference, Meeting meeting) {}

    /// The meeting of staff's side.
    public Optional<Agreed> agreed(ConversationId id) {
        return known(id).flatMap(Desk::agreed);
    }

    /// The meeting of the applicants' side, by their token.
    public Optional<Agreed> agreed(String token) {
        return turns.find(token, "", now()).known().flatMap(Desk::agreed);
    }

    private static Optional<Agreed> agreed(Stored stored) {
        var meeting = stored.conversation().consultation().meeting();
        return meeting == null || meeting.time().isEmpty()
                ? Optional.empty()
                : Optional.of(new Agreed(stored.conversation().reference(), meeting));
    }

    /// What both said to each other, in order.
    public List<Exchange> exchange(ConversationId id) {
        return known(id).map(this::exchange).orElse(List.of());
    }

    private List<Exchange> exchange(Stored stored) {
        var reach = reach(stored);
        return stored.conversation().consultation().remarks().stream()
                .map(remark -> exchange(stored, reach, remark))
                .toList();
    }

    private Exchange exchange(Stored stored, Reach reach, Remark remark) {
        if (!remark.kind().isByStaff())
            return new Exchange(remark, Exchange.Delivery.FROM_THEM, "");
        var id = stored.conversation().id();
        var posted = reached.posted(id, remark.at());
        if (posted.isPresent() && !reach.inMessenger())
            return new Exchange(remark, Exchange.Delivery.FAILED, "gone");
        if (posted.isPresent()) return new Exchange(remark, Exchange.Delivery.WAITING, "");
        if (reach.inMessenger()) return new Exchange(remark, Exchange.Delivery.SENT, "");
        return reached.mailed(id, MAIL, (int) remark.at().getEpochSecond())
                .map(one -> mailed(remark, one))
                .orElse(new Exchange(remark, Exchange.Delivery.LIES_THERE, ""));
    }

    private static Exchange mailed(Remark remark, Reached.Delivered one) {
        var delivery =
                switch (one.state()) {
                    case WAITING -> Exchange.Delivery.WAITING;
                    case SENT -> Exchange.Delivery.SENT;
                    case FAILED -> Exchange.Delivery.FAILED;
                };
        return new Exchange(remark, delivery, one.why());
    }

    private boolean take(ConversationId id, Input.ByStaff input) {
        for (int i = 0; i < Conversations.TRIES_MAX; i++) {
            var known = known(id);
            if (known.isEmpty() || reach(known.get()).obstacle() != Reach.Obstacle.NONE)
                return false;
            var stored = known.get();
            if (!stored.conversation().consultation().hasRoom()) return false;
            var dialog = circumstances.dialog(stored);
            var given = circumstances.byItself(stored).by(BY);
            var turn =
                    circumstances
                            .installation()
                            .engine()
                            .turn(dialog, stored.conversation(), input, given);
            var none = Optional.<Change.Request>empty();
            var made =
                    new Recorder.Made(
                            stored,
                            dialog,
                            given,
                            input,
                            turn,
                            none,
                            Optional.empty(),
                            List.of(),
                            Heard.NOTHING);
            if (save.of(made).filter(Outcome.Done.class::isInstance).isPresent()) return true;
        }
        throw new StoreUnavailable("not said yet");
    }

    private Optional<Stored> known(ConversationId id) {
        return turns.find(id).known();
    }

    private org.skizzenlotse.engine.turn.Look look(Stored stored) {
        var given = circumstances.byItself(stored);
        var engine = circumstances.installation().engine();
        return engine.look(circumstances.dialog(stored), stored.conversation(), given);
    }

    private static String checked(String text) {
        var words = text.strip();
        if (words.isEmpty()) throw new IllegalArgumentException("no words");
        return limited(words);
    }

    private static String limited(String text) {
        if (text.codePointCount(0, text.length()) > Remark.TEXT_MAX)
            throw new IllegalArgumentException("too many words");
        return text.strip();
    }

    /// Now, as its turns have it.
    public Instant now() {
        return circumstances.installation().now();
    }
}
