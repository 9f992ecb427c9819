// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.render.Renderer;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.render.Visible;
import org.skizzenlotse.render.document.PagePdf;
import org.skizzenlotse.render.document.SketchPdf;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;

/// The mails that staff get. Their heads hold the reference and nothing that a person wrote.
public final class StaffMail {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);

    private static final String LANGUAGE = "de";

    private final Addresses addresses;
    private final Composer composer;
    private final ZoneId zone;
    private final Renderer text;
    private final Forwarding forwarding;

    /// How much of a sketch is in a mail.
    public enum Form {
        /// Readable in the mail, with Markdown and JSON attached.
        TEXT,
        /// Readable in the mail, with PDF and JSON attached.
        DOCUMENTS,
        /// That there is one, and where it can be read.
        NOTICE
    }

    /// Which form it is now, and where staff read a sketch (empty: nowhere else).
    public record Forwarding(Supplier<Form> form, UnaryOperator<String> link) {
        /// All is in the mail.
        public static final Forwarding TEXT = new Forwarding(() -> Form.TEXT, _ -> "");
    }

    /// Mails between these addresses, with times in this zone.
    public StaffMail(Addresses addresses, ZoneId zone) {
        this(addresses, zone, Forwarding.TEXT);
    }

    /// The same, with as much in them as that says.
    public StaffMail(Addresses addresses, ZoneId zone, Forwarding forwarding) {
        this.addresses = addresses;
        this.composer = new Composer(addresses);
        this.zone = zone;
        this.text = new SketchText(zone);
        this.forwarding = forwarding;
    }

    private List<Composer.Attachment> attachments(Sketch sketch, Form form) {
        return switch (form) {
            case NOTICE -> List.of();
            case TEXT ->
                    List.of(
                            attached(sketch, new SketchMarkdown(zone), ".md"),
                            attached(sketch, new SketchJson(), ".json"));
            case DOCUMENTS ->
                    List.of(
                            Composer.Attachment.of(
                                    sketch.reference() + ".pdf",
                                    PagePdf.MEDIA_TYPE,
                                    new SketchPdf(zone).render(sketch)),
                            attached(sketch, new SketchJson(), ".json"));
        };
    }

    private static Composer.Attachment attached(Sketch sketch, Renderer form, String ending) {
        var bytes = form.render(sketch).getBytes(UTF_8);
        return Composer.Attachment.of(sketch.reference() + ending, form.mediaType(), bytes);
    }

    /// A sketch that was handed over, at this time: readable in the mail itself, open points first,
    /// and attached; or that it is there, and where.
    public Letter sketch(Sketch unsent, Instant submittedAt) {
        var sketch = unsent.submitted(submittedAt);
        var name = MailName.revision(sketch.reference(), sketch.revision());
        var form = forwarding.form().get();
        var words = form == Form.NOTICE ? link(sketch) : attached(form) + text.render(sketch);
        return composer.letter(
                head(name, submittedAt, subject(sketch)),
                text.mediaType(),
                introduction(sketch) + words,
                attachments(sketch, form));
    }

    private static String attached(Form form) {
        var what = form == Form.DOCUMENTS ? "PDF" : "Markdown";
        return "Angehängt ist sie auch als " + what + " und als JSON.\n\n\n";
    }

    private String link(Sketch sketch) {
        var link = forwarding.link().apply(sketch.reference());
        return link.isEmpty()
                ? "\nIhr könnt sie im Eingang lesen.\n"
                : "\nIhr könnt sie im Eingang lesen:\n" + link + "\n";
    }

    /// A sketch out of which something was taken after it was handed over: as it is now, in place
    /// of all earlier mails of it. The errand tells several of them apart.
    public Letter redacted(Sketch sketch, String errand, Instant at) {
        var name = MailName.redacted(sketch.reference(), errand);
        var subject = "In " + sketch.reference() + " wurde etwas entfernt";
        var form = forwarding.form().get();
        var rest = form == Form.NOTICE ? link(sketch) : "\n\n" + text.render(sketch);
        return composer.letter(
                head(name, at, subject),
                text.mediaType(),
                redaction(sketch.reference(), at, form) + rest,
                attachments(sketch, form));
    }

    private String redaction(String reference, Instant at, Form form) {
        return """
        In %s wurde am %s etwas entfernt.%s

        Bitte löscht frühere Mails und Kopien davon: Darin steht es noch.
        """
                .formatted(
                        reference,
                        DAY.format(at.atZone(zone)),
                        form == Form.NOTICE ? "" : " Was jetzt noch gilt, steht hier.");
    }

    /// A sketch that was taken back, by its reference only.
    public Letter withdrawn(String reference, Instant at) {
        var name = MailName.withdrawn(reference);
        var subject = reference + " wurde zurückgezogen";
        var words = withdrawal(reference, at);
        return composer.letter(head(name, at, subject), "text/plain", words, List.of());
    }

    /// That the applicants wrote something about a sketch, by its reference only. The errand tells
    /// several of them apart.
    public Letter remark(String reference, String errand, Instant at) {
        var name = MailName.remark(reference, errand);
        var subject = "Neues zu " + reference;
        var words =
                """
                Zu %s ist eine Nachricht angekommen. Ihr lest sie im Posteingang.
                """
                        .formatted(reference);
        return composer.letter(head(name, at, subject), "text/plain", words, List.of());
    }

    /// A reminder of a sketch: its answer is promised for soon, or staff wanted to be reminded.
    public Letter due(String reference, String errand, Instant at, boolean promised) {
        var name = MailName.remark(reference, Integer.toHexString(errand.hashCode()));
        var subject =
                promised ? reference + " wartet auf eure Antwort" : "Erinnerung an " + reference;
        var words =
                promised
                        ? "Für %s ist bald eine Antwort zugesagt. Noch hat niemand geantwortet.\n"
                        : "Ihr wolltet an %s erinnert werden. Es steht im Posteingang.\n";
        return composer.letter(
                head(name, at, subject), "text/plain", words.formatted(reference), List.of());
    }

    /// A sketch that was erased because its time is over, by its reference only.
    public Letter expired(String reference, Instant at) {
        var name = MailName.expired(reference);
        var words = expiry(reference, at);
        var subject = reference + " ist gelöscht";
        return composer.letter(head(name, at, subject), "text/plain", words, List.of());
    }

    private Composer.Head head(MailName name, Instant at, String subject) {
        return new Composer.Head(name, addresses.to(), at, subject, LANGUAGE);
    }

    private String withdrawal(String reference, Instant at) {
        return """
        %s wurde am %s zurückgezogen.

        Bitte arbeitet nicht mehr damit, und löscht die Mails und Kopien,
        die ihr davon habt.
        """
                .formatted(reference, DAY.format(at.atZone(zone)));
    }

    private String expiry(String reference, Instant at) {
        return """
        Die Aufbewahrungszeit von %s ist um. Am %s ist hier alles dazu gelöscht
        worden.

        Bitte löscht auch die Mails und Kopien, die ihr davon habt.
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
        var what =
                sketch.sections().stream().anyMatch(one -> !one.catalogue().isEmpty())
                        ? "Eine Projektskizze"
                        : "Eine Anfrage";
        var which =
                what
                        + (sketch.revision() > 1
                                ? " ist noch einmal angekommen, in neuer Fassung."
                                : " ist angekommen.");
        var entry = sketch.entry();
        var call =
                entry == null
                        ? ""
                        : entry.counts()
                                ? "\nSie zählt " + forWhat(entry) + "."
                                : "\nSie ist zur Beratung, nicht für den Aufruf „"
                                        + Visible.line(entry.call())
                                        + "“.";
        return which + call + "\n";
    }
}
