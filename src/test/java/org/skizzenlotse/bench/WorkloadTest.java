// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.vault.Keys;

/// What is measured is the same work everywhere.
class WorkloadTest {
    private static final Workload WORK = new Workload(Workload.SMALL);

    @TempDir Path folder;

    @Test
    void everyRecordIsCompleteAndTheSame() throws Exception {
        for (var harness : harnesses()) {
            var stored = harness.whole(WORK.answers(7));
            assertThat(harness.record(stored))
                    .as(harness.getClass().getSimpleName())
                    .isEqualTo(expected(7))
                    .hasSize(30);
        }
    }

    @Test
    void everyHarnessAsksWhatComesNextAndLeavesOutWhatIsNotShown() throws Exception {
        for (var harness : harnesses()) {
            var stored = harness.begin();
            var answers = WORK.answers(7);
            for (int i = 0; i < answers.size() - 1; i++) {
                var turn = harness.turn(stored, answers.get(i));
                assertThat(turn.asks()).isEqualTo(answers.get(i + 1).asked().id());
                stored = turn.stored();
            }
        }
    }

    @Test
    void everyHarnessRefusesABadNumber() throws Exception {
        var asked = new Workload.Asked(4);
        for (var harness : harnesses()) {
            var stored = harness.begin();
            for (var answer : WORK.answers(7))
                if (answer.asked().number() < asked.number())
                    stored = harness.turn(stored, answer).stored();
            for (var bad : List.of("viele", "101", "-1")) {
                var turn = harness.turn(stored, new Workload.Answer(asked, bad, List.of()));
                assertThat(turn.taken()).as(harness.getClass() + " " + bad).isFalse();
                assertThat(turn.asks()).isEqualTo(asked.id());
                assertThat(harness.record(turn.stored())).doesNotContainKey(asked.id());
            }
        }
    }

    private List<Harness> harnesses() throws Exception {
        var dialog = WorkloadFiles.dialog(WORK);
        try (var keys = Keys.open(folder, 500)) {
            var key = keys.fresh(new ConversationId("messung"));
            keys.change(List.of(key), List.of(), Instant.EPOCH);
            return List.of(
                    new OurHarness(dialog, null),
                    new OurHarness(dialog, key),
                    new JavaRosaHarness(WORK, JavaRosaHarness.Loading.EVERYTHING),
                    new JavaRosaHarness(WORK, JavaRosaHarness.Loading.INSTANCE));
        }
    }

    private static Map<String, String> expected(int seed) {
        var expected = new LinkedHashMap<String, String>();
        for (var answer : WORK.answers(seed))
            expected.put(
                    answer.asked().id(),
                    answer.options().isEmpty()
                            ? answer.words()
                            : String.join(" ", answer.options()));
        return expected;
    }
}
