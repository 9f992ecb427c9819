// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.ConsentTextStore;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Reached;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.WakeUpStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;

/// Every conversation of an installation: load, turn, one transaction (DESIGN section 7). A turn is
/// durable when it returns, or did not happen; nothing is kept in memory in between.
public final class Conversations {
    /// Two conflicts in a row mean three at once on one conversation; more is no conversation.
    static final int TRIES_MAX = 3;

    /// So many messages are read at once.
    public static final int MESSAGES_MAX = Views.MESSAGES_MAX;

    private final Installation installation;
    private final Turns turns;
    private final Erasing erasing;
    private final WakeUpStore wakeUps;
    private final FileDesk files;
    private final Circumstances circumstances;
    private final Beginnings beginnings;
    private final Views views;
    private final OwnData ownData;
    private final Returns returns;
    private final Listeners listeners = new Listeners();
    private final Taking taking;
    private final Invitations invitations;
    private final Moves moves;
    private final Entering entering;
    private final Correspondence correspondence;
    private final Postbox.Means postboxes;
    private final Desk desk;

    /// Over this database, with these dialogs.
    public Conversations(Installation installation, Published published, Database database) {
        this.installation = installation;
        this.turns = new Turns(database);
        this.files = new FileDesk(installation, published, database);
        this.erasing = new Erasing(installation, database);
        this.wakeUps = new WakeUpStore(database);
        var receipts = new Receipts(new ConsentTextStore(database));
        var stores = new Neighbours.Stores(turns, new SubmissionStore(database), receipts);
        var neighbours = new Neighbours(installation, published, stores);
        this.circumstances = new Circumstances(installation, published, neighbours);
        var recorder = new Recorder(installation, stores, neighbours);
        this.views = new Views(installation, published, turns, neighbours);
        this.ownData = new OwnData(installation, published, database, views);
        this.returns = new Returns(installation, database, views);
        var means =
                new Taking.Means(
                        installation, circumstances, turns, recorder, views, erasing, listeners);
        this.beginnings = new Beginnings(means, published, neighbours);
        this.taking = new Taking(means, new Attachments(database));
        this.moves = new Moves(installation, turns, taking, views);
        this.invitations = new Invitations(installation, published, turns, taking);
        this.entering = new Entering(returns, moves);
        var chats = new Correspondence.Means(installation, turns, views, database);
        this.correspondence = new Correspondence(this, beginnings, entering, chats);
        this.postboxes = new Postbox.Means(chats, returns, listeners);
        this.desk = new Desk(circumstances, turns, new Reached(database), taking::save);
    }

    /// Begins a conversation that comes from no other one.
    public Opened open(String dialogId, String variant, String channel) {
        return open(new Beginning(dialogId, variant, channel, ""));
    }

    /// What a conversation begins with; `from` is the token of the one that it comes from, empty or
    /// unknown for none.
    public record Beginning(String dialog, String variant, String channel, String from) {
        @Override
        public String toString() {
            return "Beginning[" + dialog + "]";
        }
    }

    /// Begins a conversation with the version in force, coming from another one or not.
    ///
    /// @throws IllegalArgumentException when no such dialog is in force
    /// @throws StoreUnavailable when it cannot be made durable now
    public Opened open(Beginning beginning) {
        return beginnings.open(beginning);
    }

    /// Takes a turn; a repetition of one that was taken gets the same answer.
    public Outcome turn(String token, TurnRequest request) {
        return Outcome.orUnavailable(() -> {
            for (int i = 0; i < TRIES_MAX; i++) {
                var found = turns.find(token, request.idempotencyKey(), now());
                if (!(found instanceof Found.Known(var stored, var remembered)))
                    return Outcome.notThere(found);
                if (remembered.isPresent()) return again(stored, request, remembered.get());
                var outcome = taking.turn(stored, request);
                if (outcome.isPresent()) return outcome.get();
            }
            return new Outcome.Unavailable();
        });
    }

    /// Goes on with a conversation on one more device, by its key or a moving code as somebody
    /// typed or pasted it.
    public ComingBack comeBack(String typed) {
        return entering.comeBack(typed, Beginnings.From.NOWHERE);
    }

    /// Whether this could be a key or a moving code.
    public boolean reads(String typed) {
        return Entering.reads(typed);
    }

    /// The same by a moving link that was followed.
    public ComingBack move(String secret) {
        return entering.move(secret, Beginnings.From.NOWHERE);
    }

    /// Whether a moving link is good now; looking at it uses nothing up.
    public boolean isMove(String secret) {
        return moves.isGood(secret);
    }

    /// How it is with a device that showed a moving code and got this token: it waits, it is in, or
    /// it was not let in.
    public ComingBack arrival(String token) {
        return moves.arrival(token);
    }

    /// What an invitation is to, while it is good.
    public Optional<Invitation> invitation(String secret) {
        return invitations.look(secret);
    }

    /// Comes in by an invitation, called so, after agreeing to what it says.
    public ComingBack accept(String secret, String name, String channel) {
        return invitations.accept(secret, name, channel);
    }

    /// Whether this token still finds its conversation.
    public boolean knows(String token) {
        return turns.find(token, "", now()) instanceof Found.Known;
    }

    /// This device forgets its conversation, which goes on elsewhere; true when it knew one.
    ///
    /// @throws StoreUnavailable when it is not known to be forgotten; repeat it
    public boolean leave(String token) {
        return returns.leave(token);
    }

    /// All that was said so far, and what is waited for.
    public Outcome view(String token) {
        return Outcome.orUnavailable(() -> {
            var found = turns.find(token, "", now());
            return found instanceof Found.Known(var stored, _)
                    ? new Outcome.Done(views.whole(stored))
                    : Outcome.notThere(found);
        });
    }

    /// The messages after a number, those of the person among them; empty for an unknown token. Of
    /// many only the first [#MESSAGES_MAX]: ask again after the last of them.
    public List<View.Numbered> messagesAfter(String token, int number) {
        return turns.find(token, "", now()) instanceof Found.Known(var stored, _)
                ? views.messagesAfter(stored, number)
                : List.of();
    }

    /// Conversations with people on messengers.
    public Correspondence correspondence() {
        return correspondence;
    }

    /// The slots of a messenger; close it after use.
    public Postbox postbox(String channel) {
        return new Postbox(channel, this, postboxes);
    }

    /// What is kept of a conversation, for whoever it is about.
    public OwnData ownData() {
        return ownData;
    }

    /// Where files come in and go out.
    public FileDesk files() {
        return files;
    }

    /// The engine, for what surfaces ask of languages.
    public Engine engine() {
        return installation.engine();
    }

    /// The sketch as it is now.
    public Optional<Sketch> sketch(String token) {
        return sketch(turns.find(token, "", now()));
    }

    /// The open questions of a conversation that others may answer.
    public Optional<OpenQuestions> openQuestions(String token) {
        var known = turns.find(token, "", now()).known();
        return known.map(one -> OpenQuestions.of(circumstances, one));
    }

    /// Calls `nudge` after each commit in this process that wrote messages of this conversation,
    /// until closed. The nudge must return at once.
    public AutoCloseable listen(String token, Runnable nudge) {
        var known = turns.find(token, "", now()).known();
        return known.map(one -> listeners.add(one.conversation().id(), nudge)).orElse(() -> {});
    }

    /// From now on calls `nudge` after each commit in this process that left something to send.
    public void whenErrands(Runnable nudge) {
        listeners.whenErrands(nudge);
    }

    /// The conversation with this reference or ID.
    public Optional<ConversationId> find(String referenceOrId) {
        return turns.find(referenceOrId);
    }

    /// The sketch of a conversation, by its ID, for its export by command line.
    public Optional<Sketch> sketch(ConversationId id) {
        return sketch(turns.find(id));
    }

    private Optional<Sketch> sketch(Found found) {
        return found.known()
                .map(one -> installation.sketch(circumstances.dialog(one), one.conversation()));
    }

    /// Erases: the key, the rows, and what lies outside the database.
    ///
    /// @throws StoreUnavailable when it is not known to be finished; repeat it
    public void erase(ConversationId id) {
        taking.erase(id);
    }

    /// Where staff take single answers and files out.
    public Redacting redacting() {
        return new Redacting(circumstances, turns, taking::save);
    }

    /// What staff say to applicants.
    public Desk desk() {
        return desk;
    }

    /// Finishes every erase that something stopped, and sweeps unused keys.
    void finishErasing() {
        erasing.finish();
    }

    Circumstances circumstances() {
        return circumstances;
    }

    /// The turn of a wake-up that this owner leased; true when it was taken.
    boolean wake(WakeUpStore.Due due, String owner) {
        for (int i = 0; i < TRIES_MAX && wakeUps.isLeased(due, owner); i++) {
            if (!(turns.find(due.id()) instanceof Found.Known(var stored, _))) return false;
            if (taking.wakeUp(stored, due, owner).isPresent()) return true;
        }
        return false;
    }

    /// What this wake-up does if it comes now; nothing where its conversation is gone.
    Optional<Recorder.Made> woken(WakeUpStore.Due due, String owner) {
        return turns.find(due.id()).known().map(one -> circumstances.woken(one, due, owner));
    }

    /// How many turns this process has written.
    public long turns() {
        return taking.turns();
    }

    private Outcome again(Stored stored, TurnRequest request, Found.Remembered remembered) {
        var id = stored.conversation().id();
        return turns.isSame(id, request.requestHash(), remembered)
                ? new Outcome.Done(views.again(stored, remembered, returns::instead))
                : new Outcome.KeyReused();
    }

    private Instant now() {
        return installation.now();
    }
}
