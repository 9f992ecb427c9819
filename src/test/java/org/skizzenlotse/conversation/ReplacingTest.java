// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.conversation.FileDesk.Announced;
import org.skizzenlotse.conversation.FileDesk.Appended;
import org.skizzenlotse.conversation.FileDesk.Begun;
import org.skizzenlotse.dialog.StepId;

/// One file comes in the place of another, also where there may be no more.
class ReplacingTest extends OnStacked {
    private static final byte[] TEXT = "Wir wollen Fußwege zählen.".getBytes(UTF_8);

    @Test
    void whereThereMayBeNoMoreOneComesInThePlaceOfAnother() throws Exception {
        var ids = List.of(puts("a.txt", ""), puts("b.txt", ""), puts("c.txt", ""));
        assertThat(begin("d.txt", "")).isInstanceOf(Begun.Refused.class);
        assertThat(begin("d.txt", "niemand")).isInstanceOf(Begun.Refused.class);

        var other = puts("d.txt", ids.getFirst());

        assertThat(listed()).containsExactlyInAnyOrder(ids.get(1), ids.get(2), other);
        assertThat(desk().file(token, ids.getFirst())).isEmpty();
        assertThat(begin("e.txt", "")).isInstanceOf(Begun.Refused.class);
        stacked.cleans();
        assertThat(stacked.onDisk()).noneMatch(path -> path.contains(ids.getFirst()));
    }

    @Test
    void whatAnAnswerHoldsGoesWithTheNextAnswer() throws Exception {
        var old = puts("a.txt", "");
        stacked.attaches(token, old);
        var other = puts("b.txt", old);
        assertThat(listed()).containsExactly(other);
        assertThat(stacked.held(token)).containsExactly(old);
        assertThat(desk().open(token, old)).as("still theirs").isPresent();

        stacked.attaches(token, old, other);

        assertThat(stacked.held(token)).containsExactly(other);
        assertThat(desk().file(token, old)).isEmpty();
    }

    @Test
    void whoeverTakesTheNewOneAwayHasTheOldOne() throws Exception {
        var old = puts("a.txt", "");
        stacked.attaches(token, old);
        var other = puts("b.txt", old);
        assertThat(desk().remove(token, other)).isTrue();
        assertThat(listed()).containsExactly(old);
    }

    @Test
    void theOldOneTakesNoRoomFromTheNewOne() throws Exception {
        running.rules = new FileRules(40, 150, 1, false);
        running.again();
        var old = puts("a.txt", "");
        assertThat(begin("b.txt", "")).isInstanceOf(Begun.Refused.class);

        puts("b.txt", old);

        var overview = desk().overview(token);
        assertThat(overview.bytes()).isEqualTo(TEXT.length);
        assertThat(overview.bytesMax()).isEqualTo(40);
    }

    @Test
    void aFileMayBelongToAQuestionThatAppliesAndTakesNoFiles() {
        assertThat(desk().overview(token).subjects())
                .extracting(FileOverview.Subject::step)
                .contains("traeger")
                .doesNotContain(Stacked.STEP.value(), "einwilligung");
    }

    private FileDesk desk() {
        return running.conversations.files();
    }

    private List<String> listed() {
        return desk().files(token).stream().map(FileDesk.FileView::id).toList();
    }

    private Begun begin(String name, String replaces) {
        var step = new StepId(Stacked.STEP.value());
        return desk().begin(token, new Announced(step, "", name, TEXT.length, replaces));
    }

    private String puts(String name, String replaces) {
        var id = ((Begun.Ready) begin(name, replaces)).id();
        assertThat(desk().append(token, id, 0, new ByteArrayInputStream(TEXT)))
                .isEqualTo(new Appended.Now(TEXT.length, true));
        return id;
    }
}
