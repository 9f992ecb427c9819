// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.skizzenlotse.dialog.Problem;

/// What an installation was told, as far as its check-up asks: the settings missing in public, what
/// is wrong with its dialogs, the limits of files, and whether there is a bot.
public record Setup(
        Path data,
        List<String> missing,
        String publicUrl,
        ZoneId zone,
        Supplier<List<Problem>> problems,
        Space space,
        Optional<InetSocketAddress> clamd,
        boolean telegram) {
    /// Copies the list.
    public Setup {
        missing = List.copyOf(missing);
    }

    /// How much of the disk stays free, and how much all files may take, in bytes.
    public record Space(long freeMin, long filesMax) {}
}
