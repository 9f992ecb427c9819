// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void whatStayedWentAndCameIsToldWordByWord() {
        assertThat(said("Wir zählen junge Bäume.", "Wir gießen junge Bäume gern."))
                .isEqualTo("Wir -zählen +gießen junge -Bäume. +Bäume gern.");
        assertThat(said("", "neu")).isEqualTo("+neu");
        assertThat(said("alt", "")).isEqualTo("-alt");
        assertThat(said("gleich", "gleich")).isEqualTo("gleich");
    }

    @Test
    void bothTextsAreWholeInWhatIsShown() {
        var pieces = Difference.between("a b  c\nd", "b c e").pieces();
        assertThat(
                        pieces.stream()
                                .filter(one -> one.kind() != Difference.Kind.WENT)
                                .map(Difference.Piece::text)
                                .collect(Collectors.joining()))
                .isEqualTo("b c e");
    }

    @Test
    void veryLongTextsAreShownWhole() {
        var pieces = Difference.between("a ".repeat(2_000), "b ".repeat(2_000)).pieces();
        assertThat(pieces).hasSize(2);
    }

    private static String said(String before, String after) {
        return Difference.between(before, after).pieces().stream()
                .map(piece ->
                        switch (piece.kind()) {
                            case STAYED -> piece.text().strip();
                            case WENT -> "-" + piece.text().strip();
                            case CAME -> "+" + piece.text().strip();
                        })
                .collect(Collectors.joining(" "));
    }
}
