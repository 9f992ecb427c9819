// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

/// How much the files of one conversation and of all may take, how much of the disk stays free, and
/// whether somebody looks for harm in them.
public record FileRules(
        long conversationBytesMax, long totalBytesMax, long freeBytesMin, boolean scanning) {
    private static final long MEGABYTE = 1024 * 1024;

    /// As settings say it.
    public static FileRules of(int filesMb, int totalGb, int freeMb, boolean scanning) {
        return new FileRules(
                filesMb * MEGABYTE, totalGb * 1024L * MEGABYTE, freeMb * MEGABYTE, scanning);
    }

    /// Where no setting says otherwise.
    public static final FileRules STANDARD = of(96, 10, 500, false);
}
