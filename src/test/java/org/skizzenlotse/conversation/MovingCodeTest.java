// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingCodeTest {
    private final MovingCode code = MovingCode.fresh();

    @Test
    void itStandsInThreeGroupsAndHoldsFortyBits() {
        assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{3}-){2}[0-9A-HJKMNP-TV-Z]{3}");
        var codes = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) codes.add(MovingCode.fresh().shown());
        assertThat(codes).hasSize(1_000);
    }

    @Test
    void itIsReadAsPeopleWriteAndPasteIt() {
        for (var typed :
                List.of(
                        code.text(),
                        code.shown(),
                        code.text().toLowerCase(Locale.ROOT).replace('-', ' '),
                        "Euer Umzugs-Code: " + code.text() + "."))
            assertThat(MovingCode.read(typed)).as(typed).contains(code);
    }

    @Test
    void aPastedLinkIsReadByItsSecret() {
        var secret = Secrets.link();
        assertThat(MovingCode.read(" https://lotse.example/umzug/" + secret + " "))
                .contains(new MovingCode(secret));
        assertThat(secret).hasSize(22).matches("[A-Za-z0-9_-]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "umzug", "7H3-K92", "https://lotse.example/umzug/kurz"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(MovingCode.read(typed)).isEmpty();
    }
}
