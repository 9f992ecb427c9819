// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import de.connect2x.trixnity.core.ErrorResponse;
import de.connect2x.trixnity.core.MatrixServerException;
import io.ktor.http.HttpStatusCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Failed.How;

/// What to do about what a homeserver, or what stands before it, answers.
class FailuresTest {
    private static final Duration LATER = Duration.ofMinutes(1);

    @Test
    void onlyTheHomeserverSaysThatARoomIsNoBusinessOfOurs() {
        assertThat(Failures.inRoom(answer(403, "M_FORBIDDEN")).how()).isEqualTo(How.GONE);
        assertThat(Failures.inRoom(answer(404, "M_NOT_FOUND")).how()).isEqualTo(How.GONE);
        assertThat(Failures.of(answer(403, "M_FORBIDDEN")).how()).isEqualTo(How.REFUSED);
        assertThat(Failures.inRoom(answer(403, "M_BAD_STATE")).how()).isEqualTo(How.REFUSED);
        for (var status : List.of(403, 404)) later(Failures.inRoom(answer(status, "")));
    }

    @Test
    void whatIsWrongWithTheAccountIsNotWrongWithTheCall() {
        for (var code :
                List.of(
                        "M_RESOURCE_LIMIT_EXCEEDED",
                        "M_CONSENT_NOT_GIVEN",
                        "M_USER_SUSPENDED",
                        "M_USER_LOCKED",
                        "M_MISSING_TOKEN")) {
            var failed = Failures.inRoom(answer(403, code));
            later(failed);
            assertThat(failed).hasMessage(code);
        }
        later(Failures.of(answer(401, "M_SOMETHING_NEW")));
        later(Failures.of(answer(401, "")));
    }

    @Test
    void whatIsTooLargeStaysTooLarge() {
        for (var code : List.of("M_TOO_LARGE", "")) {
            var failed = Failures.inRoom(answer(413, code));
            assertThat(failed.how()).isEqualTo(How.REFUSED);
            assertThat(failed).hasMessage("M_TOO_LARGE");
        }
    }

    @Test
    void theSameThroughTheLibrary() {
        later(thrown(403, new ErrorResponse.CustomErrorResponse("UNKNOWN", "<html>")));
        later(thrown(403, new ErrorResponse.ResourceLimitExceeded("", "")));
        later(thrown(401, new ErrorResponse.MissingToken("")));
        later(thrown(403, new ErrorResponse.CustomErrorResponse("M_USER_SUSPENDED", "")));
        assertThat(thrown(403, new ErrorResponse.Forbidden("")).how()).isEqualTo(How.REFUSED);
    }

    @Test
    void aStoreThatClosesSaysNothingAboutAnEvent() {
        for (var thrown : List.of(new SQLException("closed"), new CancellationException())) {
            var failed = Failures.undecryptable(new IllegalStateException(thrown));
            assertThat(failed.how()).isEqualTo(How.NOT_NOW);
        }
        var broken = Failures.undecryptable(new IllegalStateException("bad MAC"));
        assertThat(broken.how()).isEqualTo(How.REFUSED);
    }

    private static Failed thrown(int status, ErrorResponse response) {
        var answered = new MatrixServerException(new HttpStatusCode(status, ""), response, null);
        return Failures.of(new IllegalStateException(answered), "what");
    }

    private static Calls.Answer answer(int status, String code) {
        var json = Calls.JSON.createObjectNode();
        if (!code.isEmpty()) json.put("errcode", code);
        return new Calls.Answer(status, json);
    }

    private static void later(Failed failed) {
        assertThat(failed.how()).isEqualTo(How.NOT_NOW);
        assertThat(failed.after()).isEqualTo(LATER);
    }
}
