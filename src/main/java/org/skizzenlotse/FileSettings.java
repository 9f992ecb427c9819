// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.conversation.FileRules;

/// The settings of files and of who looks for harm in them.
final class FileSettings {
    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):(?<port>[0-9]{1,5})");
    private static final int PORT_MAX = 65_535;

    private FileSettings() {}

    /// Notes what is wrong, one line each.
    static void check(Config config, List<String> problems) {
        number(config, Setting.FILES_MB, 1_000, problems);
        number(config, Setting.FILES_TOTAL_GB, 100_000, problems);
        number(config, Setting.DISK_FREE_MB, 1_000_000, problems);
        if (!config.get(Setting.CLAMD).isEmpty() && clamd(config).isEmpty())
            problems.add("CLAMD: Rechner und Port, etwa 127.0.0.1:3310.");
    }

    private static void number(Config config, Setting setting, int max, List<String> problems) {
        if (!config.get(setting).matches("[1-9][0-9]{0,6}")
                || Integer.parseInt(config.get(setting)) > max)
            problems.add("%s: eine Zahl von 1 bis %d.".formatted(setting.name(), max));
    }

    static FileRules rules(Config config) {
        return FileRules.of(
                Integer.parseInt(config.get(Setting.FILES_MB)),
                Integer.parseInt(config.get(Setting.FILES_TOTAL_GB)),
                Integer.parseInt(config.get(Setting.DISK_FREE_MB)),
                clamd(config).isPresent());
    }

    /// Where the scanner is, if there is one. Its name is looked up each time.
    static Optional<InetSocketAddress> clamd(Config config) {
        var address = ADDRESS.matcher(config.get(Setting.CLAMD));
        if (!address.matches()) return Optional.empty();
        var host = address.group("host").replaceAll("[\\[\\]]", "");
        int port = Integer.parseInt(address.group("port"));
        return port < 1 || port > PORT_MAX
                ? Optional.empty()
                : Optional.of(InetSocketAddress.createUnresolved(host, port));
    }
}
