// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.InFull;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;

/// The room of the team: an encrypted one, whose members talk about other things, too.
@InFull
@Timeout(240)
class TeamRoomTest {
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static volatile String notice = "";

    private static InMatrix in;
    private static Peer ada;

    @BeforeAll
    static void begin() throws Exception {
        in = new InMatrix(Synapse.shared());
        ada = in.person();
        in.stop();
        ada.createGroup(true, in.bot);
        in.startAgain(new Team(ada.room(), TeamRoomTest::answered));
        ada.awaitMember(in.bot);
    }

    private static Optional<Boolean> answered(String event, String text, String member) {
        if (!event.equals(notice)) return Optional.empty();
        HEARD.add(member + ": " + text);
        return Optional.of(!text.contains("nicht"));
    }

    @AfterAll
    static void end() throws Exception {
        if (in != null) in.close();
    }

    @Test
    void aNoticeIsToldOnceAndWhatIsWrittenInItsThreadIsPassedOn() throws Exception {
        notice = told("SK-7F3K ist angekommen.\nhttps://lotse.example/staff/skizzen/SK-7F3K");
        assertThat(ada.expect("SK-7F3K ist angekommen").body()).contains("/staff/skizzen/SK-7F3K");
        assertThat(told("SK-7F3K ist angekommen.")).as("once").isEqualTo(notice);

        ada.say("Wer schaut sich das an?");
        ada.sayInThread("Wie viele Sensoren habt ihr?", notice);
        ada.expect("Das geht als Rückfrage");
        assertThat(HEARD).containsExactly(ada.user() + ": Wie viele Sensoren habt ihr?");
        ada.sayInThread("Das geht nicht", notice);
        ada.expect("ließ sich nicht");

        var sheet = new Team.Sheet("SK-7F3K.json", "application/json", "{}".getBytes(UTF_8));
        assertThat(in.matrix().tellTeam(sheet, notice, "n1")).isEqualTo(new Team.Told.Out(notice));
        var file =
                InMatrix.soon(
                        "the file",
                        () ->
                                ada.messages().stream()
                                        .filter(one -> one.type().equals("m.file"))
                                        .findFirst());
        assertThat(file.body()).isEqualTo("SK-7F3K.json");
        assertThat(file.thread()).contains(notice);
        ada.say("vorpruefung");
        ada.awaitQuiet(Duration.ofSeconds(2));
        assertThat(in.view(ada)).as("no conversation begins here").isEmpty();
    }

    private static String told(String words) {
        return InMatrix.soon(
                "told",
                () ->
                        in.matrix().tellTeam(words, "n1") instanceof Team.Told.Out(var event)
                                ? Optional.of(event)
                                : Optional.empty());
    }
}
