// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.conversation.FileDesk.Announced;
import org.skizzenlotse.conversation.FileDesk.Appended;
import org.skizzenlotse.conversation.FileDesk.Begun;
import org.skizzenlotse.conversation.file.Zips;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.store.Scan;
import org.skizzenlotse.store.blob.Streamed;

class FileDeskTest extends OnStacked {
    private static final byte[] TEXT = "Wir wollen Fußwege zählen.".getBytes(UTF_8);

    @Test
    void aFileComesInPartsOverABrokenLineAndIsReadBackAsItWas() throws Exception {
        var document = Zips.docx().with("word/media/1.bin", Streamed.noise(300_000)).bytes();
        var id = begins("Plan.docx", document.length);
        var first = Arrays.copyOfRange(document, 0, 100_000);
        var breaking =
                new SequenceInputStream(
                        new ByteArrayInputStream(first), Streamed.breaking("the network is gone"));
        assertThat(desk().append(token, id, 0, breaking))
                .isEqualTo(new Appended.Now(100_000, false));
        assertThat(desk().append(token, id, 5, new ByteArrayInputStream(first)))
                .isEqualTo(new Appended.Conflict(100_000));
        running.restart();
        stacked.cleans();
        assertThat(desk().file(token, id).orElseThrow().received()).isEqualTo(100_000);
        var rest = Arrays.copyOfRange(document, 100_000, document.length);
        assertThat(appends(id, 100_000, rest)).isEqualTo(new Appended.Now(document.length, true));
        assertThat(appends(id, document.length, new byte[0]))
                .as("asked once more")
                .isEqualTo(new Appended.Now(document.length, true));
        var file = desk().file(token, id).orElseThrow();
        assertThat(file.name()).isEqualTo("Plan.docx");
        assertThat(file.mediaType()).endsWith("wordprocessingml.document");
        assertThat(file.scan()).isEqualTo(Scan.OFF);
        assertThat(file.ready()).isTrue();
        var download = desk().open(token, id).orElseThrow();
        try (var whole = download.whole()) {
            assertThat(whole.readAllBytes()).isEqualTo(document);
        }
        try (var some = download.from(99_990, 100_010)) {
            assertThat(some.readAllBytes())
                    .isEqualTo(Arrays.copyOfRange(document, 99_990, 100_011));
        }
    }

    @Test
    void whatIsAttachedCarriesWhatIsKnownOfIt() throws Exception {
        var id = puts("../fuß wege.txt", TEXT);
        assertThat(desk().files(token)).singleElement().matches(file -> !file.attached());
        stacked.attaches(token, id);
        var value =
                (org.skizzenlotse.dialog.Value.Files)
                        running.stored(token)
                                .conversation()
                                .answer(Stacked.STEP)
                                .orElseThrow()
                                .given()
                                .orElseThrow();
        var held = value.files().getFirst();
        assertThat(held.name()).isEqualTo("fuß wege.txt");
        assertThat(held.bytes()).isEqualTo(TEXT.length);
        assertThat(held.mediaType()).isEqualTo("text/plain");
        assertThat(desk().remove(token, id)).as("attached").isFalse();
        assertThat(desk().file(token, id).orElseThrow().attached()).isTrue();
    }

    @Test
    void aFileOfUnknownSizeEndsWhenItIsSaid() {
        var id = begins("a.txt", -1);
        assertThat(appends(id, 0, TEXT)).isEqualTo(new Appended.Now(TEXT.length, false));
        assertThat(desk().finish(token, id)).isEqualTo(new Appended.Now(TEXT.length, true));
        assertThat(desk().finish(token, id)).isEqualTo(new Appended.Now(TEXT.length, true));
        assertThat(desk().file(token, id).orElseThrow().bytes()).isEqualTo(TEXT.length);
        var nothing = begins("b.txt", -1);
        appends(nothing, 0, new byte[0]);
        assertThat(fault(desk().finish(token, nothing))).isEqualTo(FileFault.EMPTY);
        assertThat(desk().file(token, nothing)).isEmpty();
    }

    @Test
    void whatIsTooBigIsRefusedBeforeAndWhileItComes() throws Exception {
        long most = stacked.sizeMax();
        assertThat(refused(most + 1))
                .isEqualTo(new Begun.Refused(FileFault.TOO_BIG, List.of("" + most)));
        assertThat(refused(0)).isEqualTo(new Begun.Refused(FileFault.EMPTY, List.of()));
        var unknown = begins("a.txt", -1);
        assertThat(appends(unknown, 0, new byte[(int) most + 1]))
                .isEqualTo(new Appended.Refused(FileFault.TOO_BIG, List.of("" + most)));
        var known = begins("a.txt", 3);
        assertThat(appends(known, 0, new byte[4]))
                .isEqualTo(new Appended.Refused(FileFault.TOO_BIG, List.of("3")));
        assertThat(desk().files(token)).isEmpty();
        stacked.cleans();
        assertThat(stacked.onDisk()).isEmpty();
    }

    @Test
    void tooManyAreRefusedAndWhatWasGivenUpMakesRoom() {
        for (int i = 0; i < 3; i++) begins("a.txt", 5);
        assertThat(refused(5)).isEqualTo(new Begun.Refused(FileFault.TOO_MANY, List.of("3")));
        running.waits(Duration.ofHours(2));
        begins("b.txt", 5);
        assertThat(desk().files(token)).hasSize(1);
    }

    @Test
    void allTogetherHaveALimitAndSoHasTheWholeInstallation() {
        running.rules = new FileRules(100, 150, 1, false);
        running.again();
        assertThat(refused(101)).isEqualTo(new Begun.Refused(FileFault.TOO_BIG, List.of("100")));
        begins("a.txt", 60);
        assertThat(refused(41))
                .isEqualTo(new Begun.Refused(FileFault.TOO_MUCH_IN_ALL, List.of("100")));
        var unknown = begins("b.txt", -1);
        assertThat(appends(unknown, 0, new byte[41]))
                .isEqualTo(new Appended.Refused(FileFault.TOO_MUCH_IN_ALL, List.of("100")));
        token = running.begun();
        assertThat(refused(91)).isEqualTo(new Begun.Refused(FileFault.NO_SPACE, List.of()));
        begins("c.txt", 90);
    }

    @Test
    void aFullDiskTakesNoFilesButTurnsGoOn() {
        running.rules = new FileRules(100, 150, Long.MAX_VALUE / 2, false);
        running.again();
        assertThat(refused(5)).isEqualTo(new Begun.Refused(FileFault.NO_SPACE, List.of()));
        running.taps(token, "traeger", "verein");
        assertThat(running.stored(token).conversation().answers()).hasSize(2);
    }

    @Test
    void whatIsNoneOfTheKindsIsRefusedAndLeavesNothing() throws Exception {
        assertThat(put("plan.pdf", new byte[] {'M', 'Z', 0, 1, 2}))
                .isEqualTo(
                        new Appended.Refused(FileFault.WRONG_TYPE, List.of("pdf", "docx", "txt")));
        assertThat(fault(put("a.docx", Arrays.copyOf(Zips.docx().bytes(), 90))))
                .isEqualTo(FileFault.DAMAGED);
        var archive = Zips.zip().with("a", "a").bytes();
        assertThat(fault(put("a.docx", Zips.docx().with("a.zip", archive).bytes())))
                .isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault(put("a.docx", Zips.docx().bloated("a", 60).bytes())))
                .isEqualTo(FileFault.BOMB);
        assertThat(desk().files(token)).isEmpty();
        stacked.cleans();
        assertThat(stacked.onDisk()).isEmpty();
    }

    @Test
    void onlyAQuestionForFilesThatAppliesTakesThem() {
        var before = running.open();
        assertThat(desk().begin(before, announced("unterlagen", 5)))
                .as("nothing was agreed to")
                .isEqualTo(new Begun.Refused(FileFault.NOT_HERE, List.of()));
        for (var step : List.of("traeger", "gibtesnicht"))
            assertThat(desk().begin(token, announced(step, 5)))
                    .isEqualTo(new Begun.Refused(FileFault.NOT_HERE, List.of()));
        assertThat(desk().begin("niemand", announced("unterlagen", 5)))
                .isEqualTo(new Begun.NotThere(false));
    }

    @Test
    void nobodySeesTheFilesOfOthers() throws Exception {
        var id = puts("a.txt", TEXT);
        var stranger = running.begun();
        assertThat(desk().file(stranger, id)).isEmpty();
        assertThat(desk().files(stranger)).isEmpty();
        assertThat(desk().open(stranger, id)).isEmpty();
        assertThat(desk().remove(stranger, id)).isFalse();
        assertThat(desk().append(stranger, id, 0, new ByteArrayInputStream(TEXT)))
                .isEqualTo(new Appended.NotThere(false));
        assertThat(desk().remove(token, id)).isTrue();
        assertThat(desk().open(token, id)).isEmpty();
        running.conversations.erase(running.id(token));
        assertThat(desk().append(token, id, 0, new ByteArrayInputStream(TEXT)))
                .isEqualTo(new Appended.NotThere(true));
    }

    @Test
    void byALinkFilesComeInForHalfAnHour() {
        var link = desk().link(token, Stacked.STEP).orElseThrow();
        assertThat(link.until()).isEqualTo(running.now().plus(FileDesk.LINK_GOOD));
        assertThat(desk().lookAtLink(link.secret()))
                .contains(new FileDesk.LinkView(Stacked.STEP, "probe", "de"));
        assertThat(desk().lookAtLink(token)).as("no link").isEmpty();
        assertThat(desk().files(link.secret())).as("no token").isEmpty();
        var begun = (Begun.Ready) desk().beginByLink(link.secret(), "a.txt", TEXT.length);
        running.waits(FileDesk.LINK_GOOD);
        assertThat(desk().lookAtLink(link.secret())).isEmpty();
        assertThat(desk().beginByLink(link.secret(), "b.txt", 5))
                .isEqualTo(new Begun.NotThere(false));
        assertThat(
                        desk().appendByLink(
                                        link.secret(),
                                        begun.id(),
                                        0,
                                        new ByteArrayInputStream(TEXT)))
                .as("what was begun may end")
                .isEqualTo(new Appended.Now(TEXT.length, true));
        assertThat(desk().file(token, begun.id()).orElseThrow().ready()).isTrue();
        var own = begins("c.txt", -1);
        desk().useUp(link.secret());
        assertThat(desk().finishByLink(link.secret(), own)).isEqualTo(new Appended.NotThere(false));
        assertThat(desk().link(token, new StepId("traeger"))).isEmpty();
    }

    @Test
    void staffReadsWhatIsAttachedAndOnlyCleanWhereSomebodyLooks() throws Exception {
        var id = puts("a.txt", TEXT);
        var reference = running.id(token).value();
        assertThat(desk().openForStaff(reference, id)).as("not attached").isEmpty();
        stacked.attaches(token, id);
        try (var whole = desk().openForStaff(reference, id).orElseThrow().whole()) {
            assertThat(whole.readAllBytes()).isEqualTo(TEXT);
        }
        running.rules = new FileRules(1_000, 5_000, 1, true);
        running.again();
        assertThat(desk().openForStaff(reference, id)).isEmpty();
        var pending = puts("b.txt", TEXT);
        assertThat(desk().file(token, pending).orElseThrow().scan()).isEqualTo(Scan.PENDING);
        assertThat(desk().open(token, pending)).as("their own").isPresent();
    }

    private FileDesk desk() {
        return running.conversations.files();
    }

    private static Announced announced(String step, long bytes) {
        return new Announced(new StepId(step), "", "a.txt", bytes);
    }

    private String begins(String name, long bytes) {
        var begun = desk().begin(token, new Announced(Stacked.STEP, "traeger", name, bytes));
        assertThat(begun).isInstanceOf(Begun.Ready.class);
        return ((Begun.Ready) begun).id();
    }

    private Begun refused(long bytes) {
        return desk().begin(token, announced("unterlagen", bytes));
    }

    private Appended appends(String id, long offset, byte[] bytes) {
        return desk().append(token, id, offset, new ByteArrayInputStream(bytes));
    }

    private Appended put(String name, byte[] bytes) {
        return appends(begins(name, bytes.length), 0, bytes);
    }

    private String puts(String name, byte[] bytes) {
        var id = begins(name, bytes.length);
        assertThat(appends(id, 0, bytes)).isEqualTo(new Appended.Now(bytes.length, true));
        return id;
    }

    private static FileFault fault(Appended appended) {
        return ((Appended.Refused) appended).fault();
    }
}
