// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Sends mails by SMTP, one connection each. It trusts what this Java trusts, and only a server
/// whose certificate is for the name in the setting.
public final class SmtpServer implements Delivery {
    private final SmtpUrl url;
    private final Limits limits;
    private final Session session;

    /// How long is waited: for the connection, for one answer, for the network to take what is
    /// written, and for all of it together.
    record Limits(Duration connect, Duration read, Duration write, Duration talk) {
        /// RFC 5321 grants servers minutes for an answer. Those that ask in between time out here
        /// and are asked again later; so a server that stalls holds up a sender for two minutes.
        static final Limits STANDARD =
                new Limits(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2));
    }

    /// Sends to this server, in the name of the domain of this sender.
    public SmtpServer(SmtpUrl url, Addresses addresses) {
        this(url, addresses, Limits.STANDARD, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmtpServer(SmtpUrl url, Addresses addresses, Limits limits, SSLSocketFactory trusting) {
        this.url = url;
        this.limits = limits;
        this.session = Session.getInstance(properties(url, addresses, limits, trusting));
    }

    private static Properties properties(
            SmtpUrl url, Addresses addresses, Limits limits, SSLSocketFactory trusting) {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis(limits.connect()));
        properties.put("mail.smtp.timeout", millis(limits.read()));
        properties.put("mail.smtp.writetimeout", millis(limits.write()));
        properties.put("mail.smtp.ssl.enable", "" + (url.security() == SmtpUrl.Security.TLS));
        var starttls = "" + (url.security() == SmtpUrl.Security.STARTTLS);
        properties.put("mail.smtp.starttls.enable", starttls);
        properties.put("mail.smtp.starttls.required", starttls);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusting);
        // else a broken factory would silently be replaced by a plain socket
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.auth", "" + url.hasLogin());
        properties.put("mail.smtp.sendpartial", "true");
        // the mail is theirs when they say so, whatever happens to the farewell
        properties.put("mail.smtp.quitwait", "false");
        // the name of this machine is nobody's business, and looking it up may take its time
        properties.put("mail.smtp.localhost", addresses.domain());
        return properties;
    }

    @Override
    public SendOutcome send(Letter letter) {
        var talk = new FutureTask<>(() -> talk(letter));
        // interrupting a virtual thread closes the socket that it waits for
        var thread = Thread.ofVirtual().name("smtp").start(talk);
        try {
            return talk.get(limits.talk().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            thread.interrupt();
            return new SendOutcome.Later("slow");
        } catch (InterruptedException ended) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new SendOutcome.Later("ended");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the talk failed", failed.getCause());
        }
    }

    @Override
    public Duration takesAtMost() {
        return limits.talk();
    }

    private SendOutcome talk(Letter letter) {
        var transport = new SMTPTransport(session, new URLName("smtp", null, -1, null, null, null));
        try {
            connect(transport);
            var to = InternetAddress.parse(String.join(",", letter.to()), true);
            var mail = new MimeMessage(session, new ByteArrayInputStream(letter.bytes()));
            transport.sendMessage(mail, to);
            return new SendOutcome.Sent();
        } catch (AuthenticationFailedException refused) {
            // somebody can mend the setting, so it is not for good
            return new SendOutcome.Later("login");
        } catch (SendFailedException failed) {
            return SmtpFailure.outcome(failed, transport.getLastReturnCode());
        } catch (MessagingException failed) {
            return new SendOutcome.Later(SmtpFailure.why(failed, transport.getLastReturnCode()));
        } finally {
            close(transport);
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        if (url.hasLogin()) transport.connect(url.host(), url.port(), url.user(), url.password());
        else transport.connect(url.host(), url.port(), null, null);
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // what was said before is all that counts
        }
    }

    private static String millis(Duration limit) {
        return "" + limit.toMillis();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
