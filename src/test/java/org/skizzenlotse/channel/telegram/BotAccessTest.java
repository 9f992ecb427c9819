// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotAccessTest {
    private static final String TOKEN = "123456:ABC-def_1";

    @Test
    void theUsualAddressNeedsNoPort() throws Exception {
        var access = BotAccess.of(BotAccess.USUAL_ADDRESS, TOKEN);
        var url = access.telegramUrl();
        assertThat(url.getSchema()).isEqualTo("https");
        assertThat(url.getHost()).isEqualTo("api.telegram.org");
        assertThat(url.getPort()).isEqualTo(443);
        assertThat(access).hasToString("https://api.telegram.org:443");
        assertThat(access.method("sendDocument"))
                .hasToString("https://api.telegram.org/bot123456:ABC-def_1/sendDocument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://telegram:8081", "http://127.0.0.1:8081/", "http://[::1]:8081"})
    void aServerOfOnesOwnIsNamedByHostAndPort(String address) throws Exception {
        assertThat(BotAccess.of(address, TOKEN).telegramUrl().getPort()).isEqualTo(8081);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/bots",
                "https://example.org/?a",
                "https://a.example/#b"
            })
    void aPathIsRefusedInOneLine(String address) {
        assertThatThrownBy(() -> BotAccess.of(address, TOKEN))
                .isInstanceOf(BotAccess.Unusable.class)
                .hasMessage("eine Adresse ohne Pfad, wie https://api.telegram.org.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.telegram.org",
                "ftp://a.example",
                "https://",
                "https://a b",
                "https://user@a.example",
                "https://a.example:0",
                "https://a.example:70000"
            })
    void whatIsNoAddressIsRefusedInOneLine(String address) {
        assertThatThrownBy(() -> BotAccess.of(address, TOKEN))
                .isInstanceOf(BotAccess.Unusable.class)
                .hasMessage("eine Adresse wie https://api.telegram.org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 34:AB", "1:a/../b", "1:ä", "1:a\n"})
    void whatCannotBeATokenIsRefusedWithoutRepeatingIt(String token) {
        assertThatThrownBy(() -> BotAccess.of(BotAccess.USUAL_ADDRESS, token))
                .isInstanceOf(BotAccess.Unusable.class)
                .hasMessage("ein Token von @BotFather, wie 123456:ABC-DEF, ohne Leerzeichen.");
    }
}
