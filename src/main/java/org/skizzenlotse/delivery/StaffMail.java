// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.render.Renderer;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.render.Visible;
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
    private final List<Attachment> attachments;

    /// Mails between these addresses, with times in this zone.
    public StaffMail(Addresses addresses, ZoneId zone) {
        this.addresses = addresses;
        this.composer = new Composer(addresses);
        this.zone = zone;
        this.text = new SketchText(zone);
        this.attachments =
                List.of(
                        new Attachment(new SketchMarkdown(zone), ".md"),
                        new Attachment(new SketchJson(), ".json"));
    }

    private record Attachment(Renderer form, String ending) {
        Composer.Attachment of(Sketch sketch) {
            var file = sketch.reference() + ending;
            return new Composer.Attachment(file, form.mediaType(), form.render(sketch));
        }
    }

    /// A sketch that was handed over, at this time: readable in the mail itself, open points first,
    /// and attached as Markdown and JSON.
    public Letter sketch(Sketch unsent, Instant submittedAt) {
        var sketch = unsent.submitted(submittedAt);
        var name = MailName.revision(sketch.reference(), sketch.revision());
        var files = attachments.stream().map(attachment -> attachment.of(sketch)).toList();
        return composer.letter(
                head(name, submittedAt, subject(sketch)),
                text.mediaType(),
                introduction(sketch) + text.render(sketch),
                files);
    }

    /// A sketch out of which something was taken after it was handed over: as it is now, in place
    /// of all earlier mails of it. The errand tells several of them apart.
    public Letter redacted(Sketch sketch, String errand, Instant at) {
        var name = MailName.redacted(sketch.reference(), errand);
        var subject = "In " + sketch.reference() + " wurde etwas entfernt";
        var files = attachments.stream().map(attachment -> attachment.of(sketch)).toList();
        var words = redaction(sketch.reference(), at) + text.render(sketch);
        return composer.letter(head(name, at, subject), text.mediaType(), words, files);
    }

    private String redaction(String reference, Instant at) {
        return """
        In %s wurde am %s etwas entfernt. Was jetzt noch gilt, steht hier.

        Bitte löscht frühere Mails und Kopien davon: Darin steht es noch.


        """
                .formatted(reference, DAY.format(at.atZone(zone)));
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
                promised
                        ? reference + " wartet auf eure Antwort"
                        : "Erinnerung an " + reference;
        var words =
                promised
                        ? "Für %s ist bald eine Antwort zugesagt, und noch hat niemand geantwortet.\n"
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
        return which + call + "\nAngehängt ist sie auch als Markdown und als JSON.\n\n\n";
    }
}
