// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.Unagreed;
import org.skizzenlotse.store.Writable;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.form.Recipient;

/// From a turn to all that it writes. Until the required consent is given, nothing that a person
/// said is in it.
final class Recorder {
    private static final String MAIL = "mail";
    private static final String CONFIRM = "confirm";
    private static final String WITHDRAWN = "withdrawn";
    private static final String REMOVED = "removed";
    private static final String EXPIRED = "expired";

    /// Long enough for somebody who looks at their messages on weekends.
    private static final Duration INVITED = Duration.ofDays(7);

    private final Installation installation;
    private final Turns turns;
    private final Neighbours neighbours;
    private final Receipts receipts;
    private final Removals removals;
    private final Beforehand beforehand;

    Recorder(Installation installation, Neighbours.Stores stores, Neighbours neighbours) {
        this.receipts = stores.receipts();
        this.removals = new Removals(installation.sketchForm(), stores.submissions());
        this.beforehand = new Beforehand(installation.engine());
        this.neighbours = neighbours;
        this.installation = installation;
        this.turns = stores.turns();
    }

    /// A turn with its circumstances; `answered` is the wake-up that caused it, if one did.
    record Made(
            Stored before,
            Dialog dialog,
            Given given,
            Input input,
            Turn turn,
            Optional<Change.Request> request,
            Optional<Change.WakeUp> answered,
            List<Change.Access> access) {
        /// One in which nobody comes in.
        Made(
                Stored before,
                Dialog dialog,
                Given given,
                Input input,
                Turn turn,
                Optional<Change.Request> request,
                Optional<Change.WakeUp> answered) {
            this(before, dialog, given, input, turn, request, answered, List.of());
        }

        /// The first one of a conversation.
        static Made first(Stored none, Dialog dialog, Given given, Turn turn) {
            var started = new Input.Started();
            return new Made(none, dialog, given, started, turn, Optional.empty(), Optional.empty());
        }
    }

    Writable change(Made made) {
        var look = installation.engine().look(made.dialog(), made.turn().after(), made.given());
        receipts.keep(made.turn(), made.given());
        if (!look.isConsented()) return unagreed(made, look.isOutdated());
        return new Change(
                made.before(),
                made.turn().after(),
                marks(made, true),
                made.given().now(),
                made.turn().happened(),
                messages(made),
                rows(made));
    }

    /// What an earlier consent allowed to store is there still.
    private Unagreed unagreed(Made made, boolean outdated) {
        var known =
                beforehand.texts(
                        made.dialog(), made.turn().after(), made.given(), saidByItself(made));
        return new Unagreed(
                made.before(),
                marks(made, outdated),
                made.given().now(),
                facts(made),
                made.turn().messages().stream().map(known::tell).toList(),
                Unagreed.Rest.of(rows(made)));
    }

    /// Where nobody said anything, the answer holds nothing of it: an announcement, say.
    private static Set<String> saidByItself(Made made) {
        if (!(made.input() instanceof Input.TimedOut)) return Set.of();
        return made.turn().messages().stream()
                .filter(message -> !message.quotes())
                .map(Message::text)
                .collect(Collectors.toSet());
    }

    private static List<Unagreed.Fact> facts(Made made) {
        var before = made.before().conversation();
        return made.turn().happened().stream()
                .flatMap(one -> Unagreed.Fact.of(one, before).stream())
                .toList();
    }

    private static Stored.Marks marks(Made made, boolean consented) {
        var before = made.before().marks();
        var alive =
                !(made.input() instanceof Input.TimedOut || made.input() instanceof Input.Removed);
        return new Stored.Marks(
                made.given().channel(),
                consented,
                before.createdAt(),
                alive ? made.given().now() : before.lastSignAt());
    }

    private List<Message> messages(Made made) {
        var messages = new ArrayList<Message>();
        if (made.before().revision() > 0) said(made).ifPresent(messages::add);
        messages.addAll(made.turn().messages());
        return messages;
    }

    private Optional<Message> said(Made made) {
        var conversation = made.before().conversation();
        var asked = installation.engine().look(made.dialog(), conversation, made.given());
        var said = Saying.of(made.input(), asked::expects);
        return conversation.together().isShared()
                ? said.map(one -> Saying.by(made.given().speaker(), one))
                : said;
    }

    private Change.Rows rows(Made made) {
        var wakeUps = new ArrayList<Change.WakeUp>();
        var errands = new ArrayList<Change.Errand>();
        var submission = Optional.<Change.Submission>empty();
        var redaction = Change.Redaction.NONE;
        var secret = Optional.<String>empty();
        var audit = Optional.<AuditEntry>empty();
        var access = new ArrayList<>(made.access());
        for (var effect : made.turn().effects())
            switch (effect) {
                case Effect.Send _, Effect.Attach _ -> {}
                case Effect.Forget(var why) -> audit = Optional.of(end(made, why));
                case Effect.WakeAt(var kind, var at) ->
                        wakeUps.add(new Change.WakeUp(kind, at, ""));
                case Effect.GiveKey _ -> secret = Optional.of(ReturnKey.fresh().letters());
                case Effect.Invite(var person) -> {
                    var until = made.given().now().plus(INVITED);
                    access.add(new Change.Access.Invite(person, Secrets.token(), until));
                }
                case Effect.PartWith(var person) -> {
                    access.add(new Change.Access.Revoke(person));
                    redaction = name(made, person);
                }
                case Effect.TellWithdrawn(var reference) ->
                        errands.add(errand(WITHDRAWN, made, Optional.of(reference)));
                case Effect.TellExpired(var reference) ->
                        errands.add(errand(EXPIRED, made, Optional.of(reference)));
                case Effect.Confirm(var address, var reference, var revision) -> {
                    var variant = made.turn().after().variant();
                    var to = new Recipient(address, variant, reference);
                    errands.add(
                            new Change.Errand(
                                    Secrets.id(),
                                    CONFIRM,
                                    revision,
                                    Optional.empty(),
                                    Optional.of(to)));
                }
                case Effect.Submit(var reference, var revision) -> {
                    errands.add(errand(MAIL, made, Optional.empty()));
                    submission = Optional.of(submission(made, reference, revision));
                    redaction = superseded(made);
                }
                case Effect.Redact _ -> redaction = everything(made);
                case Effect.Remove(var step, _, _) -> {
                    redaction = removed(made);
                    audit = Optional.of(removal(made, step));
                }
                case Effect.TellRemoved _ -> errands.add(errand(REMOVED, made, Optional.empty()));
            }
        return new Change.Rows(
                made.request(),
                made.answered(),
                wakeUps,
                errands,
                submission,
                redaction,
                secret,
                HeldFiles.changed(made.before().conversation(), made.turn().after()),
                audit,
                access);
    }

    /// That something of it goes.
    private static AuditEntry removal(Made made, StepId step) {
        var by =
                made.input() instanceof Input.Removed
                        ? AuditEntry.By.COMMAND
                        : AuditEntry.By.APPLICANT;
        var deed = new AuditEntry.Deed(AuditEntry.What.REDACTED, by, step.value());
        var after = made.turn().after();
        return AuditEntry.of(made.given().now(), deed, after.id(), after.reference());
    }

    /// That it goes, as it is told afterwards.
    private static AuditEntry end(Made made, String why) {
        var deed =
                why.isEmpty()
                        ? new AuditEntry.Deed(AuditEntry.What.ERASED, AuditEntry.By.APPLICANT, "")
                        : new AuditEntry.Deed(AuditEntry.What.PURGED, AuditEntry.By.RETENTION, why);
        var before = made.before().conversation();
        return AuditEntry.of(made.given().now(), deed, before.id(), before.reference());
    }

    private static Change.Errand errand(String kind, Made made, Optional<String> reference) {
        int revision = made.turn().after().lifecycle().revision();
        return new Change.Errand(Secrets.id(), kind, revision, reference);
    }

    private Change.Submission submission(Made made, String reference, int revision) {
        var sketch = installation.sketch(made.dialog(), made.turn().after());
        var dated = sketch.submitted(made.given().now());
        var whole =
                made.turn().effects().stream()
                        .filter(Effect.Attach.class::isInstance)
                        .map(effect -> neighbours.attached(((Effect.Attach) effect).from()))
                        .findFirst()
                        .map(dated::with)
                        .orElse(dated);
        var json = installation.sketchForm().write().apply(whole);
        return new Change.Submission(revision, reference, sketch.schema(), json);
    }

    private Change.Redaction superseded(Made made) {
        var before = made.before();
        var consents = made.given().consents().texts().keySet();
        return Redactions.atSubmission(history(made), before.lastFact(), said(before), consents);
    }

    private Change.Redaction removed(Made made) {
        return removals.of(made, history(made), made.before().lastFact(), said(made.before()));
    }

    /// All facts, those of this turn at the end.
    private List<Happened> history(Made made) {
        var before = made.before();
        var history = new ArrayList<Happened>(turns.history(before, before.lastFact()));
        history.addAll(made.turn().happened());
        return history;
    }

    private Change.Redaction everything(Made made) {
        var before = made.before();
        return Redactions.onStartingOver(turns.history(before, before.lastFact()), said(before));
    }

    private Change.Redaction name(Made made, int person) {
        var before = made.before();
        return Redactions.ofName(turns.history(before, before.lastFact()), person);
    }

    private List<Turns.Said> said(Stored before) {
        return turns.messages(before, 0, before.lastMessage());
    }
}
