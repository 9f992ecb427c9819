// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.fit;

import java.util.List;

/// What one channel can show; 0 where it has no limit. The channels' own constants are the same,
/// which tests compare. A text is what is sent in one piece, after rendering.
///
/// @param textMax characters of a text, in UTF-16 units
/// @param textBytesMax bytes of a text in UTF-8
/// @param buttonMax characters on a button, before it is cut
/// @param dataBytesMax bytes that come back of a button
/// @param wordMax characters of a word, which is never broken
public record Limits(
        String channel,
        int textMax,
        int textBytesMax,
        int buttonMax,
        int dataBytesMax,
        int wordMax) {
    /// Bot API: 4096 characters after parsing, 64 bytes of callback data; narrow phones show 38
    /// letters of a button.
    public static final Limits TELEGRAM = new Limits("Telegram", 4096, 0, 38, 64, 0);

    /// An event has 64 KiB, encrypted and with text and HTML in it; our pieces keep to this.
    public static final Limits MATRIX = new Limits("Matrix", 0, 36_000, 0, 0, 0);

    /// A phone of 320 pixels shows about so many letters of a word in a line of a heading.
    public static final Limits WEB = new Limits("den Seiten", 0, 0, 0, 0, 60);

    /// A terminal of 80 columns, less what stands before an option.
    public static final Limits TERMINAL = new Limits("dem Terminal", 0, 0, 0, 0, 74);

    /// Those of every channel.
    public static final List<Limits> ALL = List.of(TELEGRAM, MATRIX, WEB, TERMINAL);
}
