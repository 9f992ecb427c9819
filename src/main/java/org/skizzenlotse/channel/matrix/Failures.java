// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import de.connect2x.trixnity.core.ErrorResponse;
import de.connect2x.trixnity.core.MatrixServerException;
import de.connect2x.trixnity.crypto.olm.OlmEncryptionService.DecryptMegolmError;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;

/// What to do about an error, in one place: of the homeserver, of the library, of its store.
final class Failures {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(1);

    /// A longer wait is not believed; it is asked again by then.
    private static final long WAIT_MILLIS_MAX = Duration.ofMinutes(15).toMillis();

    private static final Pattern ERRCODE = Pattern.compile("[A-Za-z0-9_.]{1,60}");

    /// What these say in a room is about that room.
    private static final Set<String> NO_BUSINESS = Set.of("M_FORBIDDEN", "M_NOT_FOUND");

    /// These are about the account, or the whole homeserver: whoever runs it has to do something.
    private static final Set<String> NO_FAULT_OF_THE_CALL =
            Set.of(
                    "M_RESOURCE_LIMIT_EXCEEDED",
                    "M_CONSENT_NOT_GIVEN",
                    "M_USER_SUSPENDED",
                    "M_USER_LOCKED",
                    "M_MISSING_TOKEN");

    /// H2: the file is not opened by this password, it is damaged, or knows another user.
    private static final Set<String> STORE_LOST = Set.of("90049", "90030", "28000");

    /// The library that encrypts does not load on this machine.
    static final String NO_LIBRARY = "native library";

    static final String OF_ANOTHER = "store of another";

    /// What the library says where its tables are empty, and what we say of another account's.
    private static final Set<String> NOT_THIS_DEVICE =
            Set.of(
                    "authProviderData must not be null",
                    "No stored authProviderData found",
                    OF_ANOTHER);

    private static final Pattern STORE_CODE = Pattern.compile("\\[(\\d{5})-\\d+\\]");

    private Failures() {}

    static Failed of(Calls.Answer answer) {
        var code = answer.errcode();
        var why = ERRCODE.matcher(code).matches() ? code : "HTTP " + answer.status();
        var millis = SOON.toMillis();
        if (answer.status() == 429) millis = answer.json().path("retry_after_ms").asLong(millis);
        var after = Duration.ofMillis(Math.clamp(millis, 1, WAIT_MILLIS_MAX));
        return of(answer.status(), code, after, why);
    }

    private static Failed of(int status, String code, Duration after, String why) {
        if (code.equals("M_UNKNOWN_TOKEN")) return unknownToken();
        if (status == 429 || status >= 500) return notNow(after, why);
        if (status == 413) return refused("M_TOO_LARGE");
        // a page of something that stands before the homeserver says nothing about what is behind
        var isPage = (status == 403 || status == 404) && !isErrcode(code);
        return status == 401 || isPage || NO_FAULT_OF_THE_CALL.contains(code)
                ? notNow(LATER, why)
                : refused(why);
    }

    private static boolean isErrcode(String code) {
        return code.startsWith("M_") || code.contains(".");
    }

    /// The same of a call about a room: where the bot may not go, or nothing is, it has no
    /// business.
    static Failed inRoom(Calls.Answer answer) {
        var failed = of(answer);
        return failed.how() == Failed.How.REFUSED && NO_BUSINESS.contains(answer.errcode())
                ? new Failed(Failed.How.GONE, Duration.ZERO, String.valueOf(failed.getMessage()))
                : failed;
    }

    /// What the library threw while doing that.
    static Failed of(Throwable thrown, String what) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Failed failed) return failed;
            if (at instanceof MatrixServerException answered) return answered(answered, what);
            if (at instanceof IOException) return unreachable();
            if (at instanceof LinkageError) return notNow(LATER, NO_LIBRARY);
        }
        return notNow(SOON, what);
    }

    /// What the library threw at an event that is encrypted.
    static Failed undecryptable(Throwable thrown) {
        if (thrown instanceof DecryptMegolmError.MegolmKeyNotFound
                || thrown instanceof DecryptMegolmError.MegolmKeyUnknownMessageIndex) {
            return notNow(SOON, Homeserver.NO_KEY);
        }
        // says nothing about the event
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (isOfTheStore(at)
                    || at instanceof CancellationException
                    || at instanceof IOException) {
                return notNow(SOON, "store");
            }
        }
        return refused("undecryptable");
    }

    /// Only the store of conversations speaks SQL here: what that of the keys throws is known by
    /// its name.
    private static boolean isOfTheStore(Throwable thrown) {
        return thrown.getClass().getName().contains("SQL");
    }

    private static Failed answered(MatrixServerException answered, String what) {
        var code =
                switch (answered.getErrorResponse()) {
                    case ErrorResponse.UnknownToken _ -> "M_UNKNOWN_TOKEN";
                    case ErrorResponse.ResourceLimitExceeded _ -> "M_RESOURCE_LIMIT_EXCEEDED";
                    case ErrorResponse.CustomErrorResponse other -> other.getErrorCode();
                    default -> "M_UNKNOWN";
                };
        return of(answered.getStatusCode().getValue(), code, SOON, what);
    }

    /// Whether the crypto store can never be opened again, or is not this device's.
    static boolean isStoreLost(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            var code = STORE_CODE.matcher(String.valueOf(at.getMessage()));
            if (at.getClass().getName().startsWith("org.h2.") && code.find()) {
                return STORE_LOST.contains(code.group(1));
            }
        }
        var message = thrown.getMessage();
        return message != null && NOT_THIS_DEVICE.stream().anyMatch(message::startsWith);
    }

    static Failed unknownToken() {
        return notNow(LATER, "M_UNKNOWN_TOKEN");
    }

    static Failed unreachable() {
        return notNow(SOON, "unreachable");
    }

    static Failed soon(String why) {
        return notNow(SOON, why);
    }

    static Failed refused(String why) {
        return new Failed(Failed.How.REFUSED, Duration.ZERO, why);
    }

    private static Failed notNow(Duration after, String why) {
        return new Failed(Failed.How.NOT_NOW, after, why);
    }
}
