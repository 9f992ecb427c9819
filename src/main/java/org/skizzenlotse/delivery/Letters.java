// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.time.InstantSource;
import java.util.Optional;
import org.skizzenlotse.engine.turn.Phrase;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.OutboxStore.Leased;
import org.skizzenlotse.store.SubmissionStore;

/// From a row of the outbox to the mail that it stands for.
public final class Letters {
    private final OutboxStore outbox;
    private final SubmissionStore submissions;
    private final StaffMail staff;
    private final ApplicantMail applicants;

    /// Out of these stores.
    public Letters(
            OutboxStore outbox,
            SubmissionStore submissions,
            StaffMail staff,
            ApplicantMail applicants) {
        this.outbox = outbox;
        this.submissions = submissions;
        this.staff = staff;
        this.applicants = applicants;
    }

    /// The mail, to those whom earlier attempts did not reach; none when its sketch was erased in
    /// the meantime.
    Optional<Letter> of(Leased leased, InstantSource clock) {
        var whole =
                switch (leased.kind()) {
                    case "mail" -> sketch(leased);
                    case "removed" -> redacted(leased, clock);
                    case "withdrawn" -> withdrawal(leased, clock);
                    case "expired" -> expiry(leased, clock);
                    case "confirm" -> confirmation(leased);
                    case "remark" -> remark(leased, clock);
                    case "promised", "wanted" -> due(leased, clock);
                    case "reminder", "draft_ends", "submitted_ends", "silence_ends", "staff" ->
                            told(leased, clock);
                    default -> throw new IllegalStateException("unknown kind " + leased.kind());
                };
        return whole.map(letter ->
                letter.onlyTo(
                        letter.to().stream().filter(to -> !outbox.isReached(leased, to)).toList()));
    }

    private Optional<Letter> sketch(Leased leased) {
        return submissions
                .find(leased.conversation(), leased.revision())
                .map(one -> staff.sketch(SketchJson.read(one.sketch()), one.at()));
    }

    /// What is left of the last sketch that staff got.
    private Optional<Letter> redacted(Leased leased, InstantSource clock) {
        return submissions
                .find(leased.conversation(), leased.revision())
                .map(one ->
                        staff.redacted(
                                SketchJson.read(one.sketch()).submitted(one.at()),
                                leased.id(),
                                clock.instant()));
    }

    private Optional<Letter> withdrawal(Leased leased, InstantSource clock) {
        return Optional.of(staff.withdrawn(leased.reference().orElseThrow(), clock.instant()));
    }

    private Optional<Letter> expiry(Leased leased, InstantSource clock) {
        return Optional.of(staff.expired(leased.reference().orElseThrow(), clock.instant()));
    }

    /// That the applicants said something; what they said stays in the inbox.
    private Optional<Letter> remark(Leased leased, InstantSource clock) {
        return submissions
                .newest(leased.conversation())
                .map(one -> staff.remark(one.reference(), leased.id(), clock.instant()));
    }

    /// What staff must not forget.
    private Optional<Letter> due(Leased leased, InstantSource clock) {
        var promised = leased.kind().equals("promised");
        return submissions
                .newest(leased.conversation())
                .map(one -> staff.due(one.reference(), leased.id(), clock.instant(), promised));
    }

    private Optional<Letter> confirmation(Leased leased) {
        var submitted = submissions.find(leased.conversation(), leased.revision());
        var recipient = outbox.recipient(leased);
        if (submitted.isEmpty() || recipient.isEmpty()) return Optional.empty();
        var at = submitted.get().at();
        return Optional.of(applicants.confirmation(recipient.get(), leased.revision(), at));
    }

    private Optional<Letter> told(Leased leased, InstantSource clock) {
        var recipient = outbox.recipient(leased);
        return recipient.map(to -> {
            var words =
                    switch (leased.kind()) {
                        case "reminder" -> Phrase.MAIL_REMINDER;
                        case "draft_ends" -> Phrase.MAIL_DRAFT_ENDS;
                        case "silence_ends" -> Phrase.MAIL_SILENCE_ENDS;
                        case "staff" -> Phrase.MAIL_STAFF;
                        default -> Phrase.MAIL_SUBMITTED_ENDS;
                    };
            var name = MailName.told(to.reference(), leased.revision());
            return applicants.told(to, name, words, clock.instant());
        });
    }
}
