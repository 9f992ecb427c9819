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

class ReturnKeyTest {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final ReturnKey key = ReturnKey.fresh();

    @Test
    void itStandsInFiveGroupsAndHoldsMoreThanAHundredBits() {
        assertThat(key.text()).matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}");
        var seen = new HashSet<Character>();
        var keys = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var fresh = ReturnKey.fresh().letters();
            keys.add(fresh);
            for (int at = 0; at < 24; at++) seen.add(fresh.charAt(at));
        }
        assertThat(keys).hasSize(1_000);
        assertThat(seen).hasSize(32);
    }

    @Test
    void everySlipOfOneLetterIsFound() {
        var letters = key.letters();
        for (int at = 0; at < letters.length(); at++)
            for (char other : LETTERS.toCharArray())
                if (other != letters.charAt(at)) {
                    var slipped = letters.substring(0, at) + other + letters.substring(at + 1);
                    assertThat(ReturnKey.read(slipped)).isEmpty();
                }
    }

    @Test
    void everyTwoLettersThatWereSwappedAreFound() {
        var letters = key.letters();
        for (int one = 0; one < letters.length(); one++)
            for (int two = one + 1; two < letters.length(); two++) {
                var swapped = new StringBuilder(letters);
                swapped.setCharAt(one, letters.charAt(two));
                swapped.setCharAt(two, letters.charAt(one));
                if (!swapped.toString().equals(letters))
                    assertThat(ReturnKey.read(swapped.toString())).isEmpty();
            }
    }

    @Test
    void itIsReadAsPeopleWriteAndPasteIt() {
        var text = key.text();
        for (var typed :
                List.of(
                        text,
                        key.letters(),
                        text.toLowerCase(Locale.ROOT),
                        text.replace('-', ' '),
                        text.replace("-", " – "),
                        text.replace("-", "\u00a0\n"),
                        text.replace('0', 'o').replace('1', 'l'),
                        text.replace('0', 'O').replace('1', 'I'),
                        "  " + text + ".  ",
                        "Euer Rückkehr-Schlüssel: " + text + " (bitte gut aufheben!)",
                        "Skizze SK-7H3K-92QF\r\n" + text + "\r\nhttps://lotse.example/weiter"))
            assertThat(ReturnKey.read(typed)).as(typed).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "schlüssel",
                "AAAAA-AAAAA-AAAAA-AAAAA",
                "11111-11111-11111-11111-1111ß",
                "💥💥💥💥💥-💥💥💥💥💥-💥💥💥💥💥-💥💥💥💥💥-💥💥💥💥💥"
            })
    void whatIsNoKeyIsNone(String typed) {
        assertThat(ReturnKey.read(typed)).isEmpty();
    }

    @Test
    void whatIsFarTooLongIsNotReadToItsEnd() {
        assertThat(ReturnKey.read("x ".repeat(1_000_000) + key.text())).isEmpty();
    }
}
