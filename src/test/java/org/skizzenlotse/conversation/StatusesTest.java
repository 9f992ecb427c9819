// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// An installation may name where sketches stand.
class StatusesTest {
    @Test
    void ownOnesStandBetweenTheFirstAndTheLast() {
        var statuses = Statuses.of("reading; sprint = Im Datensprint");
        assertThat(statuses.all())
                .extracting(Statuses.Status::id)
                .containsExactly("arrived", "reading", "sprint", "done");
        assertThat(statuses.find("sprint").orElseThrow().words()).isEqualTo("Im Datensprint");
    }

    @Test
    void onlyARefusalNeedsAReasonAndOnlyTheLastCloses() {
        assertThat(Statuses.USUAL.all().stream().filter(Statuses.Status::needsReason))
                .extracting(Statuses.Status::id)
                .containsExactly("not_this_time");
        assertThat(Statuses.USUAL.all().stream().filter(Statuses.Status::closes))
                .extracting(Statuses.Status::id)
                .containsExactly("done");
    }

    @Test
    void whatIsNoneIsNamed() {
        assertThatThrownBy(() -> Statuses.of("Im Sprint")).hasMessageContaining("Im Sprint");
        assertThatThrownBy(() -> Statuses.of("sprint")).hasMessageContaining("braucht Wörter");
        assertThatThrownBy(() -> Statuses.of("reading;reading")).hasMessageContaining("zweimal");
    }
}
