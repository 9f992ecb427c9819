// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Read by another library than the one that draws.
class QrPictureTest {
    private static final String LINK = "https://lotse.example/umzug/AbCdEfGhIjKlMnOpQrStUv";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    /// Pixels for each module.
    private static final int SCALE = 4;

    private static String read(boolean[][] dark) throws Exception {
        int side = dark.length * SCALE;
        var pixels = new int[side * side];
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                pixels[y * side + x] = dark[y / SCALE][x / SCALE] ? 0 : 0xffffff;
        var source = new RGBLuminanceSource(side, side, pixels);
        var bitmap = new BinaryBitmap(new HybridBinarizer(source));
        return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }

    @Test
    void aCameraReadsThePathOfThePicture() throws Exception {
        var picture = QrPicture.of(LINK);
        var dark = new boolean[picture.size()][picture.size()];
        var runs = RUN.matcher(picture.path());
        int end = 0;
        while (runs.find()) {
            assertThat(runs.start()).isEqualTo(end);
            end = runs.end();
            int x = Integer.parseInt(runs.group(1));
            int length = Integer.parseInt(runs.group(3));
            assertThat(runs.group(4)).isEqualTo(runs.group(3));
            Arrays.fill(dark[Integer.parseInt(runs.group(2))], x, x + length, true);
        }
        assertThat(end).isEqualTo(picture.path().length());
        assertThat(read(dark)).isEqualTo(LINK);
        assertThat(picture.path().length()).as("small enough for a page").isLessThan(8_000);
    }

    @Test
    void aCameraReadsTheLinesOfTheTerminal() throws Exception {
        var lines = QrPicture.lines(LINK).split("\n", -1);
        int side = QrPicture.of(LINK).size();
        var dark = new boolean[2 * ((side + 1) / 2)][side];
        for (int row = 0; 2 * row < side; row++) {
            assertThat(lines[row]).startsWith("\u001b[30;107m").endsWith("\u001b[0m");
            var blocks = lines[row].replaceAll("\u001b\\[[0-9;]*m", "");
            for (int x = 0; x < side; x++) {
                dark[2 * row][x] = "█▀".indexOf(blocks.charAt(x)) >= 0;
                dark[2 * row + 1][x] = "█▄".indexOf(blocks.charAt(x)) >= 0;
            }
        }
        var square = new boolean[dark.length][dark.length];
        for (int y = 0; y < dark.length; y++) System.arraycopy(dark[y], 0, square[y], 0, side);
        assertThat(read(square)).isEqualTo(LINK);
    }
}
