// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;

/// Weeks in which two people on two channels, and for a while a third, fill in one sketch.
class TogetherStoryTest {
    @TempDir Path folder;
    @AutoClose private Running running;
    private String ben = "";

    /// Somebody with the revision that they were shown last.
    private final class Someone {
        private final String channel;
        private final String token;
        private int seen;

        Someone(String channel, String token) {
            this.channel = channel;
            this.token = token;
            look();
        }

        View look() {
            var view = running.view(token);
            seen = view.revision();
            return view;
        }

        View takes(Input input) {
            var request = new TurnRequest(input, channel, "", "", seen);
            var view = ((Outcome.Done) running.conversations.turn(token, request)).view();
            seen = view.revision();
            return view;
        }

        View says(String step, String words) {
            return takes(new Input.Said(new StepId(step), words));
        }

        View taps(String step, String option) {
            return takes(new Input.Chose(new StepId(step), List.of(option), ""));
        }

        View commands(Command command) {
            return takes(new Input.Commanded(command, ""));
        }
    }

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        ben = running.begun();
    }

    private Someone comes(Someone inviter, String name, String channel) {
        if (inviter.commands(Command.INVITE).expects().step().value().equals("_name"))
            inviter.says("_name", "Benedikta");
        var link = inviter.says("_invite", name).link();
        var secret = link.substring(link.lastIndexOf('/') + 1);
        var here = (ComingBack.Here) running.conversations.accept(secret, name, channel);
        return new Someone(channel, here.token());
    }

    private void days(int days) throws Exception {
        for (int i = 0; i < days; i++) {
            running.waits(Duration.ofDays(1));
            try (var wakeUps =
                    WakeUps.start(running.conversations, running.database, running.clock())) {
                wakeUps.runDue();
            }
        }
    }

    private long reminders(Someone someone) {
        return someone.look().messages().stream()
                .filter(one -> one.message().kind() == Message.Kind.REMINDER)
                .count();
    }

    private static boolean isIn(Path data, String words) throws IOException {
        var bytes = new String(words.getBytes(UTF_8), ISO_8859_1);
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (Files.readString(file, ISO_8859_1).contains(bytes)) return true;
        }
        return false;
    }

    @Test
    void twoPeopleOnTwoChannelsFillInOneSketchOverWeeks() throws Exception {
        var first = new Someone("web", ben);
        first.taps("traeger", "firma");
        var second = comes(first, "Xanthippe", "terminal");

        // both are reminded in the one talk, and either of them keeps it alive
        days(4);
        assertThat(reminders(first)).isEqualTo(reminders(second)).isEqualTo(1);
        second.says("partner", "Nachbarn");
        days(46);
        assertThat(second.look().messages())
                .anyMatch(one -> one.message().text().contains("löschen wir"));
        second.commands(Command.CONTINUE);
        days(20);
        assertThat(first.look().lifecycle()).isEqualTo(new Lifecycle.Draft());

        // at the same moment, without having seen each other
        second.look();
        first.takes(new Input.Commanded(Command.CHANGE, "partner"));
        second.look();
        first.says("partner", "Freunde");
        var both = second.says("partner", "Verwandte").expects();
        assertThat(both.step().value()).isEqualTo("_side_by_side");
        assertThat(both.text()).contains("**Benedikta**: Freunde", "**Xanthippe**: Verwandte");
        first.look();
        first.taps("_side_by_side", "both");
        assertThat(first.look().expects().step().value()).isEqualTo("ziele");

        // a third comes and goes
        var third = comes(first, "Yolanthe", "web");
        third.taps("ziele", "wissen");
        first.look();
        first.commands(Command.PEOPLE);
        first.says("_people", "Nicht mehr dabei: Yolanthe");
        first.taps("_confirm", "yes");
        assertThat(running.conversations.view(third.token)).isEqualTo(new Outcome.Revoked());
        assertThat(running.everything(ben)).doesNotContain("Yolanthe");

        // the second takes over, and hands in what the first cannot any more
        first.commands(Command.HAND_OVER);
        first.says("_hand_over", "Xanthippe");
        second.look();
        second.commands(Command.HAND_OVER);
        second.taps("_confirm", "yes");
        first.look();
        first.says("stunden", "8");
        first.taps("_review", "submit");
        assertThat(first.look().lifecycle()).isEqualTo(new Lifecycle.Draft());
        second.look();
        second.taps("_review", "submit");
        assertThat(first.look().lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        var sketch = running.conversations.sketch(ben).orElseThrow();
        assertThat(sketch.people())
                .containsEntry("applicant", "Benedikta")
                .containsEntry("person_2", "Xanthippe")
                .containsEntry("person_3", "jemand, der nicht mehr mitmacht");

        // nothing of it lies readable, and erasing by the one who is responsible ends it for both
        for (var words : List.of("Xanthippe", "Benedikta", "Yolanthe", "Verwandte"))
            assertThat(isIn(running.data, words)).as(words).isFalse();
        first.commands(Command.ERASE);
        assertThat(first.look().expects().step().value()).isEqualTo("_submitted");
        second.look();
        second.commands(Command.ERASE);
        second.taps("_confirm", "yes");
        for (var each : List.of(first, second))
            assertThat(running.conversations.view(each.token)).isEqualTo(new Outcome.Gone());
    }
}
