// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
    @TempDir Path data;
    private Path folder;
    private MailFolder mails;

    @BeforeEach
    void open() throws Exception {
        folder = data.resolve("mail");
        mails = MailFolder.open(folder);
    }

    @Test
    void aMailIsOneFileForItsOwnerOnly() throws Exception {
        mails.write(MailName.revision("SK-1", 2), bytes("eins"));
        var file = folder.resolve("SK-1-r2.eml");
        assertThat(file).hasContent("eins");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(names()).containsExactly("SK-1-r2.eml");
    }

    @Test
    void theSameMailAgainReplacesTheFirst() throws Exception {
        mails.write(MailName.revision("SK-1", 1), bytes("eins"));
        mails.write(MailName.revision("SK-1", 1), bytes("zwei"));
        assertThat(names()).containsExactly("SK-1-r1.eml");
        assertThat(folder.resolve("SK-1-r1.eml")).hasContent("zwei");
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
        Files.createDirectories(folder.resolve("SK-1-r1.eml/besetzt"));
        assertThatThrownBy(() -> mails.write(MailName.revision("SK-1", 1), bytes("eins")))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("SK-1-r1.eml");
    }

    @Test
    void forgettingTakesAllRevisionsOfThatSketchAndNoOther() throws Exception {
        for (var reference : List.of("SK-1", "SK-1-r1", "SK-10", "XSK-1")) {
            mails.write(MailName.revision(reference, 1), bytes("x"));
        }
        mails.write(MailName.revision("SK-1", 12), bytes("x"));
        mails.write(MailName.withdrawn("SK-1"), bytes("x"));
        Files.writeString(folder.resolve(".SK-1-r13.eml.1234-5678.unfinished"), "halb");
        mails.forget(List.of("SK-1"));
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "SK-1-r1-r1.eml", "SK-10-r1.eml", "XSK-1-r1.eml", "SK-1-withdrawn.eml");
    }

    @Test
    void whatWasBegunIsSweptAndNothingElse() throws Exception {
        mails.write(MailName.revision("SK-1", 1), bytes("x"));
        Files.writeString(folder.resolve(".SK-2-r1.eml.1234.unfinished"), "halb");
        Files.writeString(folder.resolve("notiz.txt"), "fremd");
        mails.sweep();
        assertThat(names()).containsExactlyInAnyOrder("SK-1-r1.eml", "notiz.txt");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
