// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Happened;

class PublishedTest extends OnRunning {
    private static final String IDEA = "probe/groups/idee.yaml";

    @Test
    void otherWordsAreAskedAtTheNextTurnAndTheHistorySaysSo() throws Exception {
        var token = running.begun();
        running.publish(DialogText.sound().replaced(IDEA, "Was soll es bringen?", "Wozu?"));
        running.taps(token, "traeger", "verein");
        var hash = running.published.inForce("probe").orElseThrow().hash();
        assertThat(running.view(token).expects().text()).contains("Wozu?");
        assertThat(running.stored(token).conversation().dialogHash()).isEqualTo(hash);
        assertThat(running.history(token)).contains(new Happened.Upgraded(hash));
    }

    @Test
    void whatOpenConversationsCouldNotFollowIsRefusedAndTheOldVersionStaysInForce()
            throws Exception {
        var token = running.begun();
        var hash = running.stored(token).conversation().dialogHash();
        var put = running.puts(stricter()).getFirst();
        assertThat(put.refused()).isTrue();
        assertThat(put.open()).isEqualTo(1);
        running.restart();
        assertThat(running.published.inForce("probe").orElseThrow().hash()).isEqualTo(hash);
        running.taps(token, "traeger", "verein");
        assertThat(running.view(token).expects().text()).contains("Was soll es bringen?");
        assertThat(running.stored(token).conversation().dialogHash()).isEqualTo(hash);
        var fresh = running.begun();
        running.taps(fresh, "traeger", "verein");
        assertThat(running.view(fresh).expects().text()).contains("Was soll es bringen?");
    }

    @Test
    void whereNobodyIsUnderwayItNeedsNoExplanation() throws Exception {
        assertThat(running.puts(stricter()).getFirst().refused()).isFalse();
        var fresh = running.begun();
        running.taps(fresh, "traeger", "verein");
        assertThat(running.view(fresh).expects().text()).contains("Wozu?");
    }

    @Test
    void whoHasNotAgreedYetKeepsNobodyFromANewVersion() throws Exception {
        var token = running.open();
        assertThat(running.puts(stricter()).getFirst().refused()).isFalse();
        running.taps(token, "einwilligung", "yes");
        assertThat(running.stored(token).conversation().dialogHash())
                .isNotEqualTo(running.published.inForce("probe").orElseThrow().hash());
    }

    @Test
    void whatWasPublishedStaysInForceWhenItsFolderIsBroken() throws Exception {
        var hash = running.published.inForce("probe").orElseThrow().hash();
        running.restart();
        assertThat(running.published.inForce("probe").orElseThrow().hash()).isEqualTo(hash);
        assertThat(running.published.all()).hasSize(1);
        assertThat(running.published.provenHashes()).containsExactly(hash);
        assertThat(running.begun()).isNotEmpty();
    }

    private static DialogText stricter() {
        return DialogText.sound()
                .replaced(IDEA, "Was soll es bringen?", "Wozu?")
                .replaced(IDEA, "max: 60", "max: 4");
    }
}
