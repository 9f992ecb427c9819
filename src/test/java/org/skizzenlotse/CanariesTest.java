// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search that finds nothing proves nothing, unless it is known what it would find.
class CanariesTest {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    @TempDir Path folder;

    private final String word = new Canaries().one("Wort");

    @Test
    void aWordIsFoundInEveryFormThatItMayTake() throws Exception {
        holds("plain", ("x" + word + "y").getBytes(UTF_8));
        holds("big", word.toUpperCase(Locale.ROOT).getBytes(UTF_8));
        holds("wide", ("xy" + word).getBytes(UTF_16LE));
        holds("hex", HexFormat.of().formatHex(("x" + word).getBytes(UTF_8)).getBytes(UTF_8));
        for (var before : new String[] {"", "a", "ab", "abc"})
            holds("base" + before, BASE64.encode((before + word + "z").getBytes(UTF_8)));
    }

    @Test
    void aNameOfAFileIsFoundToo() throws Exception {
        Files.writeString(folder.resolve(word + ".txt"), "nichts");
        assertThat(Canaries.placesOf(word, folder)).hasSize(1);
    }

    @Test
    void otherWordsAreNot() throws Exception {
        Files.writeString(folder.resolve("other"), "Kanarische Inseln, kanari");
        assertThat(Canaries.placesOf(folder)).isEmpty();
    }

    private void holds(String name, byte[] bytes) throws Exception {
        var file = Files.write(folder.resolve(name), bytes);
        assertThat(Canaries.placesOf(folder)).as(name).contains(file);
        assertThat(Canaries.placesOf(word, folder)).as(name).contains(file);
    }
}
