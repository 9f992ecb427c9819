// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.render.Renderer;
import org.skizzenlotse.render.SketchJson;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.render.Visible;
import org.skizzenlotse.sketch.Sketch;

/// The mails that staff get, as bytes of RFC 5322. Their heads hold the reference and nothing that
/// a person wrote.
public final class StaffMail {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);

    private final Session session = Session.getInstance(new Properties());
    private final Addresses addresses;
    private final ZoneId zone;
    private final Renderer text;
    private final List<Attachment> attachments;

    /// Mails between these addresses, with times in this zone.
    public StaffMail(Addresses addresses, ZoneId zone) {
        this.addresses = addresses;
        this.zone = zone;
        this.text = new SketchText(zone);
        this.attachments =
                List.of(
                        new Attachment(new SketchMarkdown(zone), ".md"),
                        new Attachment(new SketchJson(), ".json"));
    }

    private record Attachment(Renderer form, String ending) {}

    /// A sketch that was handed over, at this time: readable in the mail itself, open points first,
    /// and attached as Markdown and JSON.
    public byte[] sketch(Sketch unsent, Instant submittedAt) {
        var sketch = unsent.submitted(submittedAt);
        var name = MailName.revision(sketch.reference(), sketch.revision());
        try {
            var mail = headed(name, submittedAt, subject(sketch));
            var parts = new MimeMultipart();
            parts.addBodyPart(part(text.mediaType(), introduction(sketch) + text.render(sketch)));
            for (var attachment : attachments) {
                var form = attachment.form();
                var part = part(form.mediaType(), form.render(sketch));
                part.setDisposition(Part.ATTACHMENT);
                part.setFileName(sketch.reference() + attachment.ending());
                parts.addBodyPart(part);
            }
            mail.setContent(parts);
            return bytes(mail);
        } catch (MessagingException failed) {
            throw new IllegalStateException("the mail cannot be composed", failed);
        }
    }

    /// A sketch that was taken back, by its reference only.
    public byte[] withdrawn(String reference, Instant at) {
        var name = MailName.withdrawn(reference);
        try {
            var mail = headed(name, at, "Skizze " + reference + " wurde zurückgezogen");
            fill(mail, "text/plain", withdrawal(reference, at));
            return bytes(mail);
        } catch (MessagingException failed) {
            throw new IllegalStateException("the mail cannot be composed", failed);
        }
    }

    private String withdrawal(String reference, Instant at) {
        return """
        Die Skizze %s wurde am %s zurückgezogen.

        Bitte arbeitet nicht mehr mit ihr, und löscht die Mails und Kopien,
        die ihr davon habt.
        """
                .formatted(reference, DAY.format(at.atZone(zone)));
    }

    /// The title is that of the dialog, not what the applicants call their project.
    private static String subject(Sketch sketch) {
        var revision = sketch.revision() > 1 ? ", Fassung " + sketch.revision() : "";
        var title = Visible.line(sketch.title());
        var entry = sketch.entry();
        var call = entry == null ? "" : ": " + forWhat(entry);
        return sketch.reference() + " ist angekommen" + revision + call + " (" + title + ")";
    }

    /// For which call, or for consultation.
    private static String forWhat(ForCall entry) {
        return entry.counts()
                ? "für den Aufruf „" + Visible.line(entry.call()) + "“"
                : "zur Beratung";
    }

    private static String introduction(Sketch sketch) {
        var which =
                sketch.revision() > 1
                        ? "Eine Projektskizze ist noch einmal angekommen, in neuer Fassung."
                        : "Eine Projektskizze ist angekommen.";
        var entry = sketch.entry();
        var call =
                entry == null
                        ? ""
                        : entry.counts()
                                ? "\nSie zählt " + forWhat(entry) + "."
                                : "\nSie ist zur Beratung, nicht für den Aufruf „"
                                        + Visible.line(entry.call())
                                        + "“.";
        return which + call + "\nAngehängt ist sie auch als Markdown und als JSON.\n\n\n";
    }

    private MimeMessage headed(MailName name, Instant at, String subject)
            throws MessagingException {
        var mail =
                new NamedMessage(
                        session,
                        "<"
                                + name.reference()
                                + "-"
                                + name.tells()
                                + "@"
                                + addresses.domain()
                                + ">");
        mail.setFrom(addresses.from());
        for (var to : addresses.to()) mail.addRecipient(Message.RecipientType.TO, to);
        mail.setSubject(subject, UTF_8.name());
        mail.setSentDate(Date.from(at));
        mail.setHeader("Content-Language", "de");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static MimeBodyPart part(String mediaType, String words) throws MessagingException {
        var part = new MimeBodyPart();
        fill(part, mediaType, words);
        return part;
    }

    private static void fill(Part part, String mediaType, String words) throws MessagingException {
        var source = new ByteArrayDataSource(words.getBytes(UTF_8), mediaType + "; charset=UTF-8");
        part.setDataHandler(new DataHandler(source));
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
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

    /// A message whose ID follows from its name, so that the same mail sent twice can be told.
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

    /// Who sends and who gets the mails.
    public record Addresses(InternetAddress from, List<InternetAddress> to) {
        /// Copies the list.
        public Addresses {
            to = List.copyOf(to);
        }

        /// Reads one address and one or several, parted by commas.
        ///
        /// @throws IllegalArgumentException when one is no address, naming it
        public static Addresses of(String from, String to) {
            return new Addresses(addresses(from).getFirst(), addresses(to));
        }

        String domain() {
            var address = from.getAddress();
            return address.substring(address.lastIndexOf('@') + 1);
        }

        private static List<InternetAddress> addresses(String text) {
            try {
                if (text.chars().anyMatch(Character::isISOControl)) throw wrong(text);
                var parsed = List.of(InternetAddress.parse(text, true));
                if (parsed.isEmpty()) throw wrong(text);
                for (var address : parsed) {
                    address.validate();
                    if (!address.getAddress().contains("@")) throw wrong(text);
                }
                return parsed;
            } catch (AddressException _) {
                throw wrong(text);
            }
        }

        private static IllegalArgumentException wrong(String text) {
            return new IllegalArgumentException("no e-mail address: " + text.strip());
        }
    }
}
