// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.form.ConversationForm;
import org.skizzenlotse.store.form.HappenedForm;
import org.skizzenlotse.store.form.MessageForm;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// Our engine over the stored form of a conversation; with a key everything is sealed that a turn
/// stores: the state, the facts and the messages.
final class OurHarness implements Harness {
    private static final ConversationId ID = new ConversationId("messung");
    private static final Place STATE = new Place("conversation", "messung", "state");
    private static final Place FACT = new Place("history", "1", "payload");
    private static final Place MESSAGE = new Place("message", "1", "payload");

    private final Dialog dialog;
    private final @Nullable DataKey key;
    private final Engine engine = new Engine(PhrasesFile.load());
    private final Given given;

    OurHarness(Dialog dialog, @Nullable DataKey key) {
        this.dialog = dialog;
        this.key = key;
        var now = Instant.parse("2026-11-23T18:00:00Z");
        this.given =
                new Given(
                        now,
                        ZoneId.of("Europe/Berlin"),
                        "web",
                        facts(),
                        "MS-1",
                        "applicant",
                        now,
                        null);
    }

    private static Map<String, Value> facts() {
        return Map.of("antwort_tage", new Value.Quantity(BigDecimal.TEN));
    }

    /// The state after the consent.
    Conversation consented() {
        var started = engine.start(dialog, ID, "de", given).after();
        return engine.turn(dialog, started, consent(), given).after();
    }

    /// The yes before the first question.
    static Input consent() {
        return new Input.Chose(new StepId(WorkloadFiles.CONSENT), List.of("yes"), "");
    }

    /// What a person sends.
    static Input input(Workload.Answer answer) {
        var step = new StepId(answer.asked().id());
        return answer.options().isEmpty()
                ? new Input.Said(step, answer.words())
                : new Input.Chose(step, answer.options(), "");
    }

    Turn live(Conversation before, Workload.Answer answer) {
        return engine.turn(dialog, before, input(answer), given);
    }

    @Override
    public byte[] begin() {
        return closed(STATE, ConversationForm.write(consented()));
    }

    @Override
    public Taken turn(byte[] stored, Workload.Answer answer) {
        var before = ConversationForm.read(ID, opened(stored));
        var turn = live(before, answer);
        if (key != null) {
            for (var fact : turn.happened()) closed(FACT, HappenedForm.write(fact));
            for (var message : turn.messages()) closed(MESSAGE, MessageForm.write(message));
        }
        var state = closed(STATE, ConversationForm.write(turn.after()));
        return new Taken(isAnswered(turn), state, asks(turn));
    }

    private static boolean isAnswered(Turn turn) {
        return turn.happened().stream().anyMatch(Happened.Answered.class::isInstance);
    }

    private static String asks(Turn turn) {
        for (var message : turn.messages().reversed()) {
            var step = message.step();
            if (message.kind() == Message.Kind.QUESTION && step != null) return step.value();
        }
        return "";
    }

    @Override
    public Map<String, String> record(byte[] stored) {
        var record = new TreeMap<String, String>();
        ConversationForm.read(ID, opened(stored))
                .answers()
                .forEach((step, answer) ->
                        answer.given().ifPresent(value -> record.put(step.value(), words(value))));
        record.remove(WorkloadFiles.CONSENT);
        return record;
    }

    private static String words(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Chosen(var option, _) -> option;
            case Value.ChosenMany(var options, _) -> String.join(" ", options);
            case Value.Quantity(var number) -> number.toPlainString();
            case Value other -> other.getClass().getSimpleName();
        };
    }

    private byte[] closed(Place place, byte[] plain) {
        return key == null ? plain : key.seal(place, plain).bytes();
    }

    private byte[] opened(byte[] stored) {
        return key == null ? stored : key.open(STATE, Ciphertext.of(stored));
    }
}
