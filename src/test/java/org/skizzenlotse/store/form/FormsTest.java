// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Consultation;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.engine.Scope;
import org.skizzenlotse.engine.Together;

/// What is written comes back equal, for every case of every type.
class FormsTest {
    private static final ConversationId ID = new ConversationId("c1");

    @Test
    void theSamplesLeaveNoCaseOut() {
        assertThat(kinds(Samples.values().stream())).isEqualTo(cases(Value.class));
        assertThat(kinds(Samples.lifecycles().stream())).isEqualTo(cases(Lifecycle.class));
        assertThat(kinds(Samples.asides().stream())).isEqualTo(cases(Aside.class));
        assertThat(kinds(Samples.facts().stream())).isEqualTo(cases(Happened.class));
    }

    @Test
    void everyValueComesBack() {
        for (var value : Samples.values()) {
            var fact = new Happened.Answered(Samples.STEP, Answer.of(value, Samples.FROM));
            assertThat(HappenedForm.read(HappenedForm.write(fact)).equals(fact)).isTrue();
        }
    }

    @Test
    void everyFactComesBack() {
        for (var fact : Samples.facts())
            assertThat(HappenedForm.read(HappenedForm.write(fact))).isEqualTo(fact);
    }

    @Test
    void everyOpenAnswerComesBack() {
        for (var status : Answer.Status.values()) {
            if (status == Answer.Status.ANSWERED) continue;
            var fact = new Happened.Answered(Samples.STEP, new Answer(status, null, Samples.FROM));
            assertThat(HappenedForm.read(HappenedForm.write(fact))).isEqualTo(fact);
        }
    }

    @Test
    void everyStateComesBack() {
        for (var lifecycle : Samples.lifecycles())
            for (var aside : Samples.asides()) {
                var state = state(lifecycle, new Position(aside, 1, true, null));
                assertThat(ConversationForm.read(ID, ConversationForm.write(state)))
                        .isEqualTo(state);
            }
    }

    @Test
    void theOrderOfColumnsAndOptionsIsKept() {
        for (var value : Samples.values()) {
            var back = ValueForm.fromJson(ValueForm.toJson(value));
            assertThat(ValueForm.toJson(back).toString())
                    .isEqualTo(ValueForm.toJson(value).toString());
        }
    }

    @Test
    void theAnswersOfAStateStandAsSingleAnswersDo() throws Exception {
        var state = state(new Lifecycle.Draft(), Position.PLAIN);
        var written = new String(ConversationForm.write(state), UTF_8).substring(1);
        var answers = new ObjectMapper().readTree(written).path("a");
        assertThat(answers.size()).isEqualTo(Samples.values().size());
        for (int i = 0; i < answers.size(); i++)
            assertThat(answers.path("s" + i).path("v").toString())
                    .isEqualTo(ValueForm.toJson(Samples.values().get(i)).toString());
    }

    @Test
    void answersWithMembersThatANewerVersionAddsComeBack() {
        var state = state(new Lifecycle.Draft(), Position.PLAIN);
        var written = new String(ConversationForm.write(state), UTF_8);
        var newer =
                written.replace("{\"v\":{\"t\":", "{\"new\":[{}],\"v\":{\"x\":[1],\"t\":")
                        .replace("\"p\":[", "\"y\":{\"z\":[]},\"p\":[");
        assertThat(newer).isNotEqualTo(written);
        assertThat(ConversationForm.read(ID, newer.getBytes(UTF_8))).isEqualTo(state);
    }

    @Test
    void everyMessageComesBack() {
        for (var kind : Message.Kind.values())
            for (boolean quotes : new boolean[] {true, false}) {
                var message = new Message(kind, "Bürger\\*innen", quotes, null);
                var bound = new Message(kind, "", quotes, Samples.STEP);
                var said = new Message(kind, "Hello", quotes, null, "en");
                assertThat(MessageForm.read(MessageForm.write(message))).isEqualTo(message);
                assertThat(MessageForm.read(MessageForm.write(bound))).isEqualTo(bound);
                assertThat(MessageForm.read(MessageForm.write(said))).isEqualTo(said);
            }
    }

    @Test
    void membersThatANewerVersionAddsArePassedOver() {
        var written = new String(HappenedForm.write(new Happened.Spoke("en")), UTF_8);
        var newer = written.replace("{", "{\"new\":{\"x\":[1]},");
        assertThat(HappenedForm.read(newer.getBytes(UTF_8))).isEqualTo(new Happened.Spoke("en"));
    }

    @Test
    void anotherVersionIsRefused() {
        var written = HappenedForm.write(new Happened.Spoke("en"));
        written[0] = 2;
        assertThatThrownBy(() -> HappenedForm.read(written)).hasMessageContaining("form");
    }

    @Test
    void aBrokenFormDoesNotSayWhatIsInIt() {
        var broken = "\u0001{\"t\":\"geheim".getBytes(UTF_8);
        assertThatThrownBy(() -> HappenedForm.read(broken))
                .hasStackTraceContaining("broken")
                .message()
                .doesNotContain("geheim");
        assertThatThrownBy(() -> HappenedForm.read(broken))
                .satisfies(
                        thrown -> assertThat(thrown.getCause()).hasMessageNotContaining("geheim"));
    }

    @Test
    void fortyAnswersTakeLittleMoreThanTheirWords() {
        var answers = new HashMap<StepId, Answer>();
        for (int i = 0; i < 40; i++)
            answers.put(
                    new StepId("step_" + i),
                    Answer.of(new Value.Text("a".repeat(100)), Samples.FROM));
        var state = with(answers, new Lifecycle.Draft(), Position.PLAIN);
        assertThat(ConversationForm.write(state)).hasSizeLessThan(40 * 200);
    }

    private static Conversation state(Lifecycle lifecycle, Position position) {
        var answers = new HashMap<StepId, Answer>();
        for (var value : Samples.values())
            answers.put(new StepId("s" + answers.size()), Answer.of(value, Samples.FROM));
        return with(answers, lifecycle, position);
    }

    private static Conversation with(
            Map<StepId, Answer> answers, Lifecycle lifecycle, Position position) {
        return new Conversation(
                ID,
                "skizze",
                "d1a109",
                "de",
                Samples.NOW,
                lifecycle,
                "SK-7",
                new Scope(true, false, Set.of("daten")),
                answers,
                Set.of("intro", "hinweis"),
                position,
                lifecycle.revision() > 0 ? Samples.ENTRY : null,
                lifecycle.revision() > 1 ? Samples.FROM_ELSEWHERE : null,
                lifecycle.revision() == 0,
                lifecycle.revision() == 2 ? Samples.together() : Together.ALONE,
                lifecycle.revision() == 2 ? Samples.ARRIVAL : null,
                lifecycle.revision() == 2 ? Samples.consultation() : Consultation.NONE);
    }

    private static Set<Class<?>> kinds(Stream<?> samples) {
        return samples.map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> cases(Class<?> type) {
        var cases = new HashSet<Class<?>>();
        for (var one : type.getPermittedSubclasses())
            if (one.isInterface()) cases.addAll(cases(one));
            else cases.add(one);
        return cases;
    }
}
