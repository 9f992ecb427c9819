// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.store.form.Recipient;

/// Without consent there is nowhere to put what somebody said.
class UnagreedTest {
    private static final String CANARY = "Kanarienvogel-Zeisig";
    private static final StepId STEP = new StepId("problem");
    private static final Answer.Provenance FROM =
            new Answer.Provenance("w", "de", "web", "h", Instant.EPOCH, "applicant");
    private static final Answer WORDS = Answer.of(new Value.Text(CANARY), FROM);

    private static final Conversation NOTHING =
            Conversation.begun(
                    new ConversationId("c"), new Happened.Began("probe", "h", "de", Instant.EPOCH));

    @Test
    void anAnswerInWordsIsNoFactThatMayBeStored() {
        assertThatThrownBy(() -> Unagreed.Fact.of(new Happened.Answered(STEP, WORDS), NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(CANARY);
    }

    @Test
    void ofWhatInterruptsOnlyThatIsKeptWhichHasNoWords() {
        for (var aside :
                List.of(
                        new Aside.Noting(STEP, WORDS),
                        new Aside.Impact(STEP, WORDS),
                        new Aside.AskingBack(STEP, Aside.Reason.TYPO, WORDS, null)))
            assertThat(moved(new Position(aside, 1, false, null)))
                    .isEqualTo(new Happened.Moved(new Position(new Aside.None(), 1, false, null)));
        var undo = new Position.Undo(STEP, WORDS);
        assertThat(moved(new Position(new Aside.Stopping(), 0, true, undo)))
                .isEqualTo(new Happened.Moved(new Position(new Aside.Stopping(), 0, true, null)));
    }

    private static Happened moved(Position position) {
        return Unagreed.Fact.of(new Happened.Moved(position), NOTHING).orElseThrow().happened();
    }

    @Test
    void ofMessagesOnlyThoseAreKeptWhoseTextWasKnownBefore() {
        var known = new KnownTexts(Set.of("Willkommen"));
        var welcome = new Message(Message.Kind.NOTICE, "Willkommen", false, null, "de");
        assertThat(known.tell(welcome).message()).isEqualTo(welcome);
        var told = known.tell(new Message(Message.Kind.ERROR, CANARY, false, STEP, "de"));
        assertThat(told.message().text()).isEqualTo(KnownTexts.WIPED);
        var said = known.tell(new Message(Message.Kind.SAID, "Willkommen", false, STEP));
        assertThat(said.message().text()).isEqualTo(KnownTexts.WIPED);
    }

    @Test
    void nobodyIsWrittenToAndNothingIsHandedIn() {
        var to = new Recipient("alex@verein.example", "de", "SK-1");
        var errand = new Change.Errand("e", "confirm", 1, Optional.empty(), Optional.of(to));
        assertThatThrownBy(() -> Unagreed.Rest.of(rows(List.of(errand), Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        var sketch = new Change.Submission(1, "SK-1", "s", CANARY);
        assertThatThrownBy(() -> Unagreed.Rest.of(rows(List.of(), Optional.of(sketch))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Change.Rows rows(
            List<Change.Errand> errands, Optional<Change.Submission> submission) {
        return new Change.Rows(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                errands,
                submission,
                Change.Redaction.NONE);
    }

    @Test
    void withoutConsentThereIsNoChangeWithWords() {
        var marks = new Stored.Marks("web", false, Instant.EPOCH, Instant.EPOCH);
        assertThatThrownBy(() ->
                        new Change(
                                stored(marks),
                                NOTHING,
                                marks,
                                Instant.EPOCH,
                                List.of(),
                                List.of(),
                                Change.Rows.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// No key is needed for what is not written.
    @SuppressWarnings("NullAway")
    private static Stored stored(Stored.Marks marks) {
        return new Stored(NOTHING, 1, 1, 0, marks, null);
    }

    /// A new kind of fact that holds an answer or a value is none of these.
    @Test
    void noFactThatCountsAsWordlessHoldsAnAnswer() {
        for (var kind : Happened.Wordless.class.getPermittedSubclasses())
            assertThat(Arrays.stream(kind.getRecordComponents()).map(RecordComponent::getType))
                    .as(kind.getSimpleName())
                    .doesNotContain(Answer.class, Value.class, Position.class, Message.class);
    }
}
