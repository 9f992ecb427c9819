// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvitesTest {
    private final Invites invites = new Invites();

    @Test
    void onePersonIsRefusedAfterSomeAndNobodyElseIs() {
        for (int i = 0; i < Invites.OF_ONE_MAX; i++)
            assertThat(invites.ask("@kim:h", "k" + i)).isEqualTo(Invites.Answer.FOLLOWED);
        assertThat(invites.ask("@kim:h", "k0")).as("the same").isEqualTo(Invites.Answer.FOLLOWED);
        assertThat(invites.ask("@kim:h", "more")).isEqualTo(Invites.Answer.REFUSED);
        assertThat(invites.ask("@noor:h", "n")).isEqualTo(Invites.Answer.FOLLOWED);
    }

    @Test
    void manyPeopleWaitAndNoneIsRefusedForThat() {
        for (int i = 0; i < Invites.OF_ALL_MAX; i++) invites.ask("@guest" + i + ":h", "g" + i);
        for (int i = 0; i < 2 * Invites.OF_ONE_MAX; i++)
            assertThat(invites.ask("@kim:h", "k" + i)).isEqualTo(Invites.Answer.LATER);
    }
}
