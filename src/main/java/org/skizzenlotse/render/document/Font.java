// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/// The fonts that are shipped, with their licences beside them. Pages name both families: letters
/// that the first lacks are taken from the second.
enum Font {
    TEXT("Source Sans 3", 400, "SourceSans3-Regular.ttf"),
    TEXT_BOLD("Source Sans 3", 700, "SourceSans3-Semibold.ttf"),
    OTHERS("DejaVu Sans", 400, "DejaVuSans.ttf"),
    OTHERS_BOLD("DejaVu Sans", 700, "DejaVuSans-Bold.ttf");

    private static final int HEAD_BYTES = 12;
    private static final int ENTRY_BYTES = 16;
    private static final byte[] SUBSTITUTIONS = "GSUB".getBytes(ISO_8859_1);
    private static final byte[] UNKNOWN = "none".getBytes(ISO_8859_1);

    private final String family;
    private final int weight;
    private final String file;

    Font(String family, int weight, String file) {
        this.family = family;
        this.weight = weight;
        this.file = file;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    InputStream stream() {
        try (var stream = Font.class.getResourceAsStream("/fonts/" + file)) {
            var bytes = Objects.requireNonNull(stream, file).readAllBytes();
            hideLigatures(bytes);
            return new ByteArrayInputStream(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// PDFBox would draw ft as one glyph and not write down which letters it stands for, so that
    /// nobody could search or hear them.
    private static void hideLigatures(byte[] font) {
        int tables = ByteBuffer.wrap(font).getShort(4);
        for (int i = 0; i < tables; i++) {
            int at = HEAD_BYTES + i * ENTRY_BYTES;
            if (Arrays.equals(font, at, at + 4, SUBSTITUTIONS, 0, 4))
                System.arraycopy(UNKNOWN, 0, font, at, 4);
        }
    }
}
