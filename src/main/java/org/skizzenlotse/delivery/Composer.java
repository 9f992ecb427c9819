// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.skizzenlotse.render.document.PagePdf;

/// Makes mails of RFC 5322 out of words. Their IDs follow from their names, so that the same mail
/// sent twice can be told.
final class Composer {
    private final Session session = Session.getInstance(new Properties());
    private final Addresses addresses;

    /// Mails from the sender of these addresses.
    Composer(Addresses addresses) {
        this.addresses = addresses;
    }

    /// What stands above the words: to whom, since when, about what, in which language.
    record Head(
            MailName name, List<InternetAddress> to, Instant at, String subject, String language) {
        /// Copies the list.
        Head {
            to = List.copyOf(to);
        }
    }

    /// A file beside the words.
    record Attachment(String file, ByteArrayDataSource content) {
        static Attachment of(String file, String mediaType, byte[] content) {
            var type = isText(mediaType) ? mediaType + "; charset=UTF-8" : mediaType;
            return new Attachment(file, new ByteArrayDataSource(content, type));
        }
    }

    /// A mail of words of this type, with files beside them or none.
    Letter letter(Head head, String mediaType, String words, List<Attachment> attachments) {
        try {
            var mail = headed(head);
            if (attachments.isEmpty()) fill(mail, mediaType, words);
            else mail.setContent(parts(mediaType, words, attachments));
            var to = head.to().stream().map(InternetAddress::getAddress).toList();
            return new Letter(head.name(), to, bytes(mail));
        } catch (MessagingException failed) {
            throw new IllegalStateException("the mail cannot be composed", failed);
        }
    }

    private MimeMessage headed(Head head) throws MessagingException {
        var name = head.name();
        var id = "<" + name.reference() + "-" + name.tells() + "@" + addresses.domain() + ">";
        var mail = new NamedMessage(session, id);
        mail.setFrom(addresses.from());
        for (var to : head.to()) mail.addRecipient(Message.RecipientType.TO, to);
        mail.setSubject(head.subject(), UTF_8.name());
        mail.setSentDate(Date.from(head.at()));
        mail.setHeader("Content-Language", head.language());
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static MimeMultipart parts(String mediaType, String words, List<Attachment> attachments)
            throws MessagingException {
        var parts = new MimeMultipart();
        parts.addBodyPart(part(mediaType, words));
        for (var attachment : attachments) {
            var part = new MimeBodyPart();
            fill(part, attachment.content());
            part.setDisposition(Part.ATTACHMENT);
            part.setFileName(attachment.file());
            parts.addBodyPart(part);
        }
        return parts;
    }

    private static MimeBodyPart part(String mediaType, String words) throws MessagingException {
        var part = new MimeBodyPart();
        fill(part, mediaType, words);
        return part;
    }

    private static void fill(Part part, String mediaType, String words) throws MessagingException {
        fill(part, Attachment.of("", mediaType, words.getBytes(UTF_8)).content());
    }

    private static void fill(Part part, ByteArrayDataSource content) throws MessagingException {
        part.setDataHandler(new DataHandler(content));
        part.setHeader(
                "Content-Transfer-Encoding",
                isText(content.getContentType()) ? "quoted-printable" : "base64");
    }

    private static boolean isText(String mediaType) {
        return !mediaType.equals(PagePdf.MEDIA_TYPE);
    }

    private static byte[] bytes(MimeMessage mail) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException impossible) {
            throw new MessagingException("not written", impossible);
        }
        return bytes.toByteArray();
    }

    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
