// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.channel.telegram.Talking.PATIENCE;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.conversation.Desk;
import org.skizzenlotse.conversation.Exchange;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Remark;

/// Staff ask back in the chat where the person is, and the answer comes back from there.
@Timeout(120)
class TelegramStaffTest {
    private static final String KIM = "staff-kim";

    @Test
    void aQuestionAStatusAndTimesArriveInTheChatAndAreAnsweredThere() throws IOException {
        try (var talking = new Talking()) {
            var noor = talking.agreed("Noor");
            talking.tap(noor, "_scope", "short");
            new Driver(talking, noor).leave("_scope");
            new Driver(talking, noor).upTo(view -> step(view).equals("_submitted"));
            var desk = talking.served.conversations().desk();
            var id = talking.now(noor).id();
            assertThat(desk.reach(id).inMessenger()).isTrue();

            desk.ask(id, "Wer pflegt die Liste?", KIM);
            noor.waitFor(seen -> seen.text().contains("Wer pflegt die Liste?"), PATIENCE);
            talking.awaitQuiet();
            assertThat(desk.exchange(id).getFirst().delivery()).isEqualTo(Exchange.Delivery.SENT);
            noor.write("Das machen zwei Leute,");
            noor.write("immer samstags.");
            noor.waitFor(seen -> seen.text().contains("Eure Antwort ist beim Team"), PATIENCE);
            assertThat(desk.exchange(id).getLast().remark())
                    .extracting(Remark::kind, Remark::text)
                    .containsExactly(Remark.Kind.ANSWER, "Das machen zwei Leute,\nimmer samstags.");

            desk.state(id, new Desk.Statement("reading", "", "", "", false), KIM);
            noor.waitFor(seen -> seen.text().contains("wird gelesen"), PATIENCE);

            var times = List.of(Instant.parse("2027-03-01T10:00:00Z"));
            desk.propose(id, Meeting.proposed(times, 30, "am Telefon"), KIM);
            talking.await(noor, "_meeting");
            talking.tap(noor, "_meeting", "time_a");
            noor.waitFor(seen -> seen.text().contains("Abgemacht"), PATIENCE);
            assertThat(desk.agreed(id).orElseThrow().meeting().time()).contains(times.getFirst());

            talking.await(noor, "_submitted");
            talking.tap(noor, "_submitted", "copy");
            var offer = "Als Datei hier schicken";
            var where = noor.waitFor(seen -> seen.buttons().contains(offer), PATIENCE);
            noor.tap(where.id(), offer);
            noor.waitFor(seen -> seen.text().contains("für den Kalender"), PATIENCE);
            talking.awaitQuiet();
        }
    }

    private static String step(org.skizzenlotse.conversation.View view) {
        return view.expects().step().value();
    }
}
