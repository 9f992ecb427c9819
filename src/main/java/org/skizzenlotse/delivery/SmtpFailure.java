// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// What a failed talk means. Refused for good is only what was said of the recipients or of the
/// mail itself; what is said of us, such as of the login or the sender, somebody can mend in the
/// settings, and so it is tried again until it is given up.
final class SmtpFailure {
    private static final String DROPPED = "dropped";

    private SmtpFailure() {}

    /// What it means for the recipients; `code` is the last answer of the server, negative when it
    /// ended the talk.
    static SendOutcome outcome(SendFailedException failed, int code) {
        var reached = addresses(failed.getValidSentAddresses());
        var why = why(failed, code);
        var forGood =
                (failed instanceof SMTPSendFailedException answered && reached.isEmpty())
                        ? isOfTheMail(answered)
                        : isOfAllThatAreLeft(failed);
        return forGood
                ? new SendOutcome.Refused(why, reached)
                : new SendOutcome.Later(why, reached);
    }

    /// A word of ours, with the number of the server's answer where there is one.
    static String why(MessagingException failed, int code) {
        for (Throwable one = failed; one != null; one = next(one)) {
            var word =
                    switch (one) {
                        case SMTPAddressFailedException of ->
                                answer("recipient", of.getReturnCode());
                        case SMTPSenderFailedException of -> answer("sender", of.getReturnCode());
                        case MailConnectException _ -> "connection";
                        case SSLException _ -> "certificate";
                        case SocketTimeoutException _ -> "silence";
                        case IOException _ -> DROPPED;
                        default -> "";
                    };
            if (!word.isEmpty()) return word;
        }
        if (failed instanceof SMTPSendFailedException of)
            return answer(isOfTheSender(of) ? "sender" : "mail", of.getReturnCode());
        return answer("server", code);
    }

    private static String answer(String to, int code) {
        return code < 0 ? DROPPED : to + " " + code;
    }

    private static boolean isOfTheSender(SMTPSendFailedException answered) {
        return answered.getCommand().startsWith("MAIL");
    }

    private static boolean isOfTheMail(SMTPSendFailedException answered) {
        return !isOfTheSender(answered) && isForGood(answered.getReturnCode());
    }

    private static boolean isOfAllThatAreLeft(SendFailedException failed) {
        boolean any = false;
        for (Throwable one = failed; one != null; one = next(one))
            if (one instanceof SMTPAddressFailedException address) {
                if (!isForGood(address.getReturnCode())) return false;
                any = true;
            }
        return any;
    }

    private static boolean isForGood(int code) {
        return code >= 500 && code < 600;
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof MessagingException mail ? mail.getNextException() : one.getCause();
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        if (addresses == null) return List.of();
        return Arrays.stream(addresses).map(one -> ((InternetAddress) one).getAddress()).toList();
    }
}
