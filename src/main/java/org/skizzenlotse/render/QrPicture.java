// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import io.nayuki.qrcodegen.QrCode;

/// An address as a picture for cameras (ISO/IEC 18004): a square of `size` modules on each side,
/// its margin among them, and its dark modules as a path of SVG in units of one module.
public record QrPicture(int size, String path) {
    /// What the standard asks for on each side.
    private static final int MARGIN = 4;

    /// The picture of these words; a smear over a seventh of it does no harm.
    public static QrPicture of(String words) {
        var code = code(words);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++)
            for (int x = 0; x < code.size; x++) {
                int begin = x;
                while (code.getModule(x, y)) x++;
                if (x > begin)
                    path.append('M')
                            .append(begin + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append('h')
                            .append(x - begin)
                            .append("v1h-")
                            .append(x - begin)
                            .append('z');
            }
        return new QrPicture(code.size + 2 * MARGIN, path.toString());
    }

    /// The picture in lines of half blocks, for terminals: dark on light whatever their colours.
    public static String lines(String words) {
        var code = code(words);
        var lines = new StringBuilder();
        for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
            lines.append("\u001b[30;107m");
            for (int x = -MARGIN; x < code.size + MARGIN; x++)
                lines.append(half(code.getModule(x, y), code.getModule(x, y + 1)));
            lines.append("\u001b[0m\n");
        }
        return lines.toString();
    }

    private static char half(boolean upper, boolean lower) {
        if (upper) return lower ? '█' : '▀';
        return lower ? '▄' : ' ';
    }

    private static QrCode code(String words) {
        return QrCode.encodeText(words, QrCode.Ecc.MEDIUM);
    }
}
