// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.sketch.Sketch;
import java.util.Locale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.form.Recipient;

/// What a turn's effects write beside the state: times to come back, mails, a sketch that is handed
/// over, who gets in, and what goes.
final class Consequences {
    private static final String MAIL = "mail";
    private static final String CONFIRM = "confirm";
    private static final String WITHDRAWN = "withdrawn";
    private static final String REMOVED = "removed";
    private static final String EXPIRED = "expired";
    private static final String REMARK = "remark";

    /// The section of a sketch that names its topics.
    private static final String TOPIC = "kopf_feld";

    /// Long enough for somebody who looks at their messages on weekends.
    private static final Duration INVITED = Duration.ofDays(7);

    private final Installation installation;
    private final Turns turns;
    private final Neighbours neighbours;
    private final Removals removals;

    Consequences(Installation installation, Neighbours.Stores stores, Neighbours neighbours) {
        this.installation = installation;
        this.turns = stores.turns();
        this.neighbours = neighbours;
        this.removals = new Removals(installation.sketchForm(), stores.submissions());
    }

    /// All of them.
    Change.Rows rows(Recorder.Made made) {
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
                case Effect.MoveOn(var person) -> access.add(ways(made, person));
                case Effect.Admit(var person) -> access.add(new Change.Access.Admit(person));
                case Effect.TurnAway(var person) -> access.add(new Change.Access.TurnAway(person));
                case Effect.PartWith(var person) -> {
                    access.add(new Change.Access.Revoke(person));
                    redaction = name(made, person);
                }
                case Effect.TellRemark(var number) ->
                        errands.add(
                                new Change.Errand(Secrets.id(), REMARK, number, Optional.empty()));
                case Effect.TellWithdrawn(var reference) ->
                        errands.add(errand(WITHDRAWN, made, Optional.of(reference)));
                case Effect.Write write -> errands.add(letter(write, made));
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
                case Effect.Remove(var step, _, _, _) -> {
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
                access,
                made.heard());
    }

    private static Change.Access ways(Recorder.Made made, int person) {
        var until = made.given().now().plus(Moves.GOOD);
        var code = MovingCode.fresh().shown();
        return new Change.Access.MoveOn(person, Secrets.link(), code, until);
    }

    /// That something of it goes.
    private static AuditEntry removal(Recorder.Made made, StepId step) {
        var by =
                made.input() instanceof Input.Removed
                        ? AuditEntry.By.COMMAND
                        : AuditEntry.By.APPLICANT;
        var deed = new AuditEntry.Deed(AuditEntry.What.REDACTED, by, step.value());
        var after = made.turn().after();
        return AuditEntry.of(made.given().now(), deed, after.id(), after.reference());
    }

    /// That it goes, as it is told afterwards.
    private static AuditEntry end(Recorder.Made made, String why) {
        var deed =
                why.isEmpty()
                        ? new AuditEntry.Deed(AuditEntry.What.ERASED, AuditEntry.By.APPLICANT, "")
                        : new AuditEntry.Deed(AuditEntry.What.PURGED, AuditEntry.By.RETENTION, why);
        var before = made.before().conversation();
        return AuditEntry.of(made.given().now(), deed, before.id(), before.reference());
    }

    private static Change.Errand letter(Effect.Write write, Recorder.Made made) {
        var after = made.turn().after();
        var draft = after.reference().isEmpty();
        var name = draft ? Recipient.ofDraft(after.id()) : after.reference();
        var to = Optional.of(new Recipient(write.address(), after.variant(), name, write.day()));
        var kind = write.about().id();
        return new Change.Errand(Secrets.id(), kind, write.number(), Optional.empty(), to);
    }

    private static Change.Errand errand(
            String kind, Recorder.Made made, Optional<String> reference) {
        int revision = made.turn().after().lifecycle().revision();
        return new Change.Errand(Secrets.id(), kind, revision, reference);
    }

    private Change.Submission submission(Recorder.Made made, String reference, int revision) {
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
        var digest = digest(made, whole);
        return new Change.Submission(revision, reference, sketch.schema(), json, digest);
    }

    private Change.Digest digest(Recorder.Made made, Sketch sketch) {
        var look = installation.engine().look(made.dialog(), made.turn().after(), made.given());
        var open =
                sketch.sections().stream()
                        .filter(section -> section.status() == Sketch.Status.OPEN)
                        .count();
        return new Change.Digest(
                look.light()
                        .or(() -> neighbours.light(made.turn().after()))
                        .map(light -> light.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                topic(sketch),
                (int) open,
                SketchWords.of(sketch),
                made.given().now().plus(installation.answerWithin()));
    }

    /// The topics of a sketch stand in its head.
    private static String topic(Sketch sketch) {
        return sketch.sections().stream()
                .filter(section -> section.id().equals(TOPIC))
                .flatMap(section -> section.entries().stream())
                .map(entry ->
                        switch (entry.value()) {
                            case Value.Chosen(var option, _) -> option;
                            case Value.ChosenMany(var options, _) -> String.join(",", options);
                            case null, default -> "";
                        })
                .findFirst()
                .orElse("");
    }

    private Change.Redaction superseded(Recorder.Made made) {
        var before = made.before();
        var consents = made.given().consents().texts().keySet();
        return Redactions.atSubmission(history(made), before.lastFact(), said(before), consents);
    }

    private Change.Redaction removed(Recorder.Made made) {
        return removals.of(made, history(made), made.before().lastFact(), said(made.before()));
    }

    /// All facts, those of this turn at the end.
    private List<Happened> history(Recorder.Made made) {
        var before = made.before();
        var history = new ArrayList<Happened>(turns.history(before, before.lastFact()));
        history.addAll(made.turn().happened());
        return history;
    }

    private Change.Redaction everything(Recorder.Made made) {
        var before = made.before();
        return Redactions.onStartingOver(turns.history(before, before.lastFact()), said(before));
    }

    private Change.Redaction name(Recorder.Made made, int person) {
        var before = made.before();
        return Redactions.ofName(turns.history(before, before.lastFact()), person);
    }

    private List<Turns.Said> said(Stored before) {
        return turns.messages(before, 0, before.lastMessage());
    }
}
