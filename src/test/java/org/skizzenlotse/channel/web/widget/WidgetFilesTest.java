// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.SmallDialog;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.web.WebSettings;

/// Somebody hands over files in the chat: large ones, over bad connections, from another device.
class WidgetFilesTest {
    private static final int WHOLE = 96 * 1024 * 1024;
    private static final int CUTS = 3;
    private static final long SEED = 20_261_124;

    @TempDir static Path folder;

    @RegisterExtension
    static final Visited visited =
            new Visited(() -> Served.start(WebSettings.loopback(0), SmallDialog.withFiles(folder)));

    private final Looks looks = new Looks("widget-files");
    private BrowserContext visitor;
    private Page page;
    private Chat chat;

    @BeforeEach
    void come() {
        visitor = visited.visitor(true, 390, 844);
        page = visitor.newPage();
        chat = new Chat(page, Map.of());
    }

    @AfterEach
    void go() {
        visitor.close();
    }

    private void open(String address) {
        page.navigate(address + "/chat/probe");
        chat.open();
        chat.pick("yes");
        chat.arrive("unterlagen");
        chat.find("input[multiple]").waitFor();
    }

    private void choose(String name, String text) {
        chat.find("input[multiple]").setInputFiles(text(name, text));
    }

    private static FilePayload text(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(UTF_8));
    }

    @Test
    void aFileOf96MegabytesGoesInOverThreeCutsAsItWas() throws Exception {
        var file = large(folder.resolve("Konzept.txt"));
        try (var line = new Flaky(URI.create(visited.address()).getPort(), SEED)) {
            open(line.address());
            chat.find("input[multiple]").setInputFiles(file);
            for (int i = 1; i <= CUTS; i++) {
                var percent = i * 20;
                page.waitForCondition(() -> percent() >= percent || arrived());
                assertThat(arrived()).as("cut %s came too late", i).isFalse();
                line.cutAll();
            }
            chat.find(".files input").waitFor();
            assertThat(line.cuts()).isGreaterThanOrEqualTo(CUTS);

            var download = page.waitForDownload(() -> chat.press(".files button:first-of-type"));

            assertThat(download.suggestedFilename()).isEqualTo("Konzept.txt");
            assertThat(digest(download.path())).isEqualTo(digest(file));
        }
    }

    @Test
    void whatWasCutByAReloadGoesOnWithTheSameFile() throws Exception {
        var file = large(folder.resolve("Anlage.txt"));
        open(visited.address());
        var pieces = Pattern.compile(".*/conversation/files/[^/]+$");
        chat.find("input[multiple]").setInputFiles(file);
        page.waitForCondition(() -> percent() >= 20);
        visitor.route(
                pieces,
                route -> {
                    if (route.request().method().equals("PATCH")) route.abort();
                    else route.resume();
                });
        page.reload();
        chat.arrive("unterlagen");
        chat.find(".files li").waitFor();
        assertThat(chat.find(".files li").textContent()).contains("Anlage.txt", "% sind da");
        visitor.unroute(pieces);
        var begun = new boolean[1];
        page.onRequest(request ->
                begun[0] |= request.method().equals("POST") && request.url().endsWith("/files"));

        chat.find("input[multiple]").setInputFiles(file);

        chat.find(".files input").waitFor();
        assertThat(begun[0]).as("begun anew").isFalse();
        assertThat(chat.find(".files li").count()).isEqualTo(1);
    }

    @Test
    void filesAreDescribedSentAndStandInTheAnswer() {
        open(visited.address());
        choose("Idee.txt", "Unsere Idee.\n");
        chat.find(".files input").waitFor();
        chat.find(".files input").fill("Die Idee auf einer Seite");
        looks.at(page, "arrived");

        chat.press("form > button.main");

        chat.arrive("frage");
        assertThat(chat.past().toString()).contains("Idee.txt");
        chat.press(".past > summary");
        chat.press(".past button[value=unterlagen]");
        chat.arrive("unterlagen");
        chat.find(".files input").waitFor();
        assertThat(chat.find(".files input").inputValue()).isEqualTo("Die Idee auf einer Seite");
    }

    @Test
    void whatCannotBeTakenIsSaidAtTheFileAndHoldsUpNothing() {
        open(visited.address());
        looks.at(page, "empty");
        choose("Programm.pdf", "MZ" + "\0".repeat(3_000));
        chat.find(".wrong-file").waitFor();
        assertThat(chat.find(".wrong-file").textContent()).contains("PDF", "DOCX", "TXT", "PNG");
        looks.at(page, "refused");
        chat.press("form > button.main");
        assertThat(chat.find(".wrong").textContent()).isNotEmpty();

        chat.press(".open button");

        chat.arrive("frage");
    }

    @Test
    void whatIsTakenAwayIsGoneAtOnce() {
        open(visited.address());
        choose("Falsch.txt", "Das war die falsche Datei.\n");
        chat.find(".files input").waitFor();

        chat.find(".files button").last().click();

        page.waitForCondition(() -> chat.find(".files li").count() == 0);
        page.reload();
        chat.arrive("unterlagen");
        chat.find("input[multiple]").waitFor();
        page.waitForResponse("**/conversation/files", page::reload);
        chat.arrive("unterlagen");
        assertThat(chat.find(".files li").count()).isZero();
    }

    @Test
    void aPhotoComesFromThePhoneByALink() {
        open(visited.address());
        chat.find("button:has-text('Von einem anderen Gerät')").click();
        chat.find(".key output").waitFor();
        var link = chat.find(".key output").textContent();

        var looking = visitor.newPage();
        looking.navigate(link);
        assertThat(Looks.findings(looking)).isEmpty();
        try (var phone = visited.visitor(false, 390, 844)) {
            var there = phone.newPage();
            there.navigate(link);
            there.locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload(
                                    "Foto.txt",
                                    "text/plain",
                                    "Ein Bild in Worten".getBytes(UTF_8)));
            there.locator("button.main").click();
            there.locator("h1:has-text('Angekommen')").waitFor();
        }

        chat.find(".files input").waitFor();
        assertThat(chat.find(".files li").textContent()).contains("Foto.txt");
    }

    @Test
    void whereThereAreEnoughOneComesInThePlaceOfAnother() {
        open(visited.address());
        chat.find("p:has-text('Belegt: 0 KB / 96 MB')").waitFor();
        assertThat(chat.question().textContent()).contains("zusammen: höchstens 96 MB");
        chat.find("input[multiple]")
                .setInputFiles(
                        new FilePayload[] {
                            text("A.txt", "a"), text("B.txt", "b"), text("C.txt", "c")
                        });
        page.waitForCondition(() -> chat.find(".files input").count() == 3);
        chat.find(".files li:has-text('A.txt') input").fill("Das Erste");
        choose("D.txt", "d");
        chat.find(".wrong-file").waitFor();
        chat.find(".files button").first().click();

        var chooser =
                page.waitForFileChooser(() ->
                        chat.find(".files li:has-text('A.txt') button:has-text('Ersetzen')")
                                .click());
        chooser.setFiles(text("D.txt", "d"));

        page.waitForCondition(() -> !chat.find(".files").textContent().contains("A.txt"));
        assertThat(chat.find(".files").textContent()).contains("B.txt", "C.txt", "D.txt");
        assertThat(chat.find(".files li:has-text('D.txt') input").inputValue())
                .isEqualTo("Das Erste");
        looks.inForcedColours(page, "replaced");
    }

    private int percent() {
        var value = chat.find(".files progress");
        return value.count() == 0 ? 0 : Integer.parseInt(value.getAttribute("value"));
    }

    private boolean arrived() {
        return chat.find(".files input").count() > 0;
    }

    private static Path large(Path file) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var line = new byte[1024 * 1024];
        try (var out = Files.newOutputStream(file)) {
            for (int written = 0; written < WHOLE; written += line.length) {
                for (int i = 0; i < line.length; i++) line[i] = (byte) ('a' + random.nextInt(26));
                out.write(line);
            }
        }
        return file;
    }

    private static String digest(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
