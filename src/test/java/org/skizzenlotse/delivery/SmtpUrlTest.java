// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpUrlTest {
    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example, mail.example, 587, STARTTLS",
        "smtp://mail.example:25, mail.example, 25, STARTTLS",
        "smtp://mail.example:25?tls=none, mail.example, 25, NONE",
        "smtps://mail.example, mail.example, 465, TLS",
        "smtps://mail.example:4650/, mail.example, 4650, TLS",
        "smtp://localhost:25, localhost, 25, NONE",
        "smtp://127.0.0.1, 127.0.0.1, 587, NONE",
        "smtp://[::1]:25, ::1, 25, NONE",
        "smtp://localhost?tls=starttls, localhost, 587, STARTTLS",
        "smtps://localhost, localhost, 465, TLS",
    })
    void onlyLoopbackOrWhoSaysSoDoesWithoutTls(
            String text, String host, int port, SmtpUrl.Security security) throws Exception {
        assertThat(SmtpUrl.of(text)).isEqualTo(new SmtpUrl(host, port, security, "", ""));
    }

    @Test
    void userAndPasswordArePercentEncoded() throws Exception {
        var url = SmtpUrl.of("smtp://lotse%40verein.example:p+%3A%2Fw%C3%B6rt@mail.example");

        assertThat(url.user()).isEqualTo("lotse@verein.example");
        assertThat(url.password()).isEqualTo("p+:/wört");
        assertThat(url).hasToString("mail.example:587");
    }
}
