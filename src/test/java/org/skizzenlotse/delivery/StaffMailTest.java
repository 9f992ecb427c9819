// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.render.document.PdfCheck;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.sketch.Sketch;

class StaffMailTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant AT = Instant.parse("2026-11-23T13:05:00Z");
    private static final Addresses ADDRESSES =
            Addresses.of("Lotse <lotse@example.org>", "beratung@example.org, zwei@example.org");
    private static final List<String> HEADERS =
            List.of(
                    "From",
                    "To",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "MIME-Version",
                    "Content-Type",
                    "Content-Language",
                    "Auto-Submitted");
    private static final StaffMail MAIL = new StaffMail(ADDRESSES, BERLIN);

    @Test
    void theMailHoldsTheSketchInThreeForms() throws Exception {
        var sketch = saying("Viel zu heiß, überall. " + "Sehr lang. ".repeat(30));
        var parts = (MimeMultipart) parsed(MAIL.sketch(sketch, AT).bytes()).getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        var body = (String) parts.getBodyPart(0).getContent();
        assertThat(body.replace("\r\n", "\n"))
                .startsWith("Eine Projektskizze ist angekommen.")
                .endsWith(new SketchText(BERLIN).render(sketch));
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("SK-7F3K.md");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/markdown");
        assertThat(attached(parts, 1)).isEqualTo(new SketchMarkdown(BERLIN).render(sketch));
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("SK-7F3K.json");
        assertThat(SketchJson.read(attached(parts, 2))).isEqualTo(sketch);
    }

    @Test
    void theHeadTellsTheReferenceAndNothingThatWasWritten() throws Exception {
        var mail = parsed(MAIL.sketch(saying("Geheimnis"), AT).bytes());
        assertThat(mail.getSubject()).isEqualTo("SK-7F3K ist angekommen (Eure Skizze)");
        assertThat(mail.getMessageID()).isEqualTo("<SK-7F3K-r1@example.org>");
        assertThat(mail.getSentDate()).isEqualTo(AT);
        assertThat(mail.getFrom()[0]).hasToString("Lotse <lotse@example.org>");
        assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(2);
        var head = head(MAIL.sketch(saying("Geheimnis"), AT).bytes());
        assertThat(head).doesNotContain("Geheimnis");
    }

    @Test
    void forWhichCallItIsStandsInTheSubjectAndTheFirstLines() throws Exception {
        var until = AT.plusSeconds(60);
        var inTime = MAIL.sketch(called(new ForCall("Daten", until, AT, AT, true)), AT).bytes();
        assertThat(parsed(inTime).getSubject())
                .isEqualTo("SK-7F3K ist angekommen: für den Aufruf „Daten“ (Eure Skizze)");
        assertThat(words(inTime)).contains("Sie zählt für den Aufruf „Daten“.", "Frist: ");
        var late = MAIL.sketch(called(new ForCall("Daten", until, AT, AT, false)), AT).bytes();
        assertThat(parsed(late).getSubject())
                .isEqualTo("SK-7F3K ist angekommen: zur Beratung (Eure Skizze)");
        assertThat(words(late)).contains("zur Beratung, nicht für den Aufruf „Daten“.");
        var later = MAIL.sketch(called(new ForCall("Daten", AT, AT, AT, true)), until).bytes();
        assertThat(words(later)).contains("Für den Aufruf eingereicht am", "Eingereicht am");
    }

    @Test
    void aNoticeSaysThatSomethingIsThereAndWhere() throws Exception {
        var mail = mail(StaffMail.Form.NOTICE).sketch(saying("Zu heiß."), AT).bytes();
        assertThat(parsed(mail).getSubject()).contains("SK-7F3K");
        assertThat(String.valueOf(parsed(mail).getContent()))
                .contains("https://lotse.example/staff/skizzen/SK-7F3K")
                .doesNotContain("Zu heiß", "Angehängt");
        var gone = mail(StaffMail.Form.NOTICE).redacted(saying("Zu heiß."), "o1", AT).bytes();
        assertThat(String.valueOf(parsed(gone).getContent()))
                .contains("etwas entfernt", "löscht frühere Mails", "/staff/skizzen/SK-7F3K")
                .doesNotContain("Zu heiß");
    }

    @Test
    void withDocumentsThePdfIsThereAsItIsMade() throws Exception {
        var mail = mail(StaffMail.Form.DOCUMENTS).sketch(saying("Zu heiß."), AT).bytes();
        var parts = (MimeMultipart) parsed(mail).getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("SK-7F3K.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(PdfCheck.text(parts.getBodyPart(1).getInputStream().readAllBytes()))
                .contains("SK-7F3K", "Zu heiß.");
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("SK-7F3K.json");
    }

    private static StaffMail mail(StaffMail.Form form) {
        UnaryOperator<String> link =
                reference -> "https://lotse.example/staff/skizzen/" + reference;
        return new StaffMail(ADDRESSES, BERLIN, new StaffMail.Forwarding(() -> form, link));
    }

    private static String words(byte[] mail) throws Exception {
        var parts = (MimeMultipart) parsed(mail).getContent();
        return (String) parts.getBodyPart(0).getContent();
    }

    private static Sketch called(ForCall entry) {
        var sections = saying("Ja").sections();
        return new Sketch("s-1", "s", "h", "Eure Skizze", "SK-7F3K", 1, AT, entry, null, sections);
    }

    @Test
    void afterSomethingWasTakenOutStaffGetWhatIsLeftAndAreAskedToDeleteTheRest() throws Exception {
        var letter = MAIL.redacted(saying("Was bleibt").submitted(AT), "a1b2c3d4e5f6", AT);
        assertThat(parsed(letter.bytes()).getSubject())
                .isEqualTo("In SK-7F3K wurde etwas entfernt");
        assertThat(words(letter.bytes())).contains("löscht frühere Mails und Kopien", "Was bleibt");
        assertThat(letter.name()).isEqualTo(MailName.redacted("SK-7F3K", "a1b2c3d4"));
        assertThat(letter.name().isPersonal()).isTrue();
        assertThat(MailName.ofFile(letter.name().file())).contains(letter.name());
    }

    @Test
    void everyLineIsPlainAsciiAndShort() {
        var text = new String(MAIL.sketch(saying("Ä".repeat(5_000)), AT).bytes(), UTF_8);
        assertThat(text.chars()).allMatch(c -> c < 128);
        assertThat(Arrays.asList(text.split("\r\n", -1)))
                .allMatch(line -> line.length() <= 78 && !line.contains("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: boese@example.org",
                "x\n\nBcc: boese@example.org",
                "--boundary\r\nContent-Type: text/html\r\n\r\n<script>",
                "From here on\n.\nFrom there",
                "plan\u202Efdp.txt (20 KB): <b>..\\..\\x</b>\r\nBcc: boese@example.org",
            })
    void nothingThatWasWrittenBecomesAHeader(String words) throws Exception {
        var title =
                new Sketch(
                        "s-1",
                        "s",
                        "h",
                        words,
                        "SK-7F3K",
                        1,
                        AT,
                        null,
                        null,
                        saying(words).sections());
        var bytes = MAIL.sketch(title, AT).bytes();
        var mail = parsed(bytes);
        assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(mail.getSubject()).doesNotContain("\r", "\n");
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(Header::getName)
                .containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SK\r\nBcc: x@example.org", "../SK", "SK/1", "SK 1", "-SK", "Ä"})
    void onlyAReferenceComesIntoTheHead(String reference) {
        assertThatThrownBy(() -> MAIL.withdrawn(reference, AT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MailName.revision(reference, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "niemand",
                "a@example.org\r\nBcc: b@example.org",
                "a@b@c",
                "@x",
                "a b@c"
            })
    void onlyAddressesAreTaken(String text) {
        assertThatThrownBy(() -> Addresses.of(text, "a@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Addresses.of("a@example.org", text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLocalAddressWillDo() {
        assertThat(Addresses.of("skizzenlotse@localhost", "team@localhost").to()).hasSize(1);
    }

    @Test
    void aWithdrawalTellsTheReferenceOnly() throws Exception {
        var mail = parsed(MAIL.withdrawn("SK-7F3K", AT).bytes());
        assertThat(mail.getSubject()).isEqualTo("SK-7F3K wurde zurückgezogen");
        assertThat((String) mail.getContent())
                .startsWith("SK-7F3K wurde am 23. November 2026 zurückgezogen.");
    }

    @Test
    void aLaterRevisionSaysSo() throws Exception {
        var first = saying("x");
        var second =
                new Sketch("s-1", "s", "h", "T", "SK-7F3K", 2, AT, null, null, first.sections());
        assertThat(parsed(MAIL.sketch(second, AT).bytes()).getSubject())
                .isEqualTo("SK-7F3K ist angekommen, Fassung 2 (T)");
    }

    static Sketch saying(String words) {
        var from = new Answer.Provenance("w", "de", "web", "h", AT, "applicant");
        var entry =
                new Sketch.Entry(
                        "problem",
                        "Problem",
                        true,
                        Answer.Status.ANSWERED,
                        new Value.Text(words),
                        words,
                        from);
        var section =
                new Sketch.Section(
                        "b1",
                        "Problem",
                        "B1",
                        "Wirkung",
                        "/wirkung/problem",
                        Sketch.Status.ANSWERED,
                        null,
                        List.of(),
                        "",
                        List.of(entry));
        return new Sketch(
                "s-1", "s", "h", "Eure Skizze", "SK-7F3K", 1, AT, null, null, List.of(section));
    }

    static MimeMessage parsed(byte[] mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }

    private static String attached(MimeMultipart parts, int index) throws Exception {
        try (var in = parts.getBodyPart(index).getInputStream()) {
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        }
    }

    private static String head(byte[] mail) {
        var text = new String(mail, UTF_8);
        return text.substring(0, text.indexOf("\r\n\r\n"));
    }
}
