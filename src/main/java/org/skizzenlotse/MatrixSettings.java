// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.matrix.Matrix;

/// The settings of the Matrix channel.
final class MatrixSettings {
    private MatrixSettings() {}

    /// Notes what is wrong, one line each.
    static void check(Config config, List<String> problems) {
        settings(config)
                .flatMap(Matrix.Settings::problem)
                .ifPresent(why ->
                        problems.add("MATRIX_HOMESERVER, MATRIX_USER, MATRIX_PASSWORD: " + why));
        if (settings(config).isEmpty()
                && !(config.get(Setting.MATRIX_USER) + config.get(Setting.MATRIX_PASSWORD))
                        .isEmpty())
            problems.add("MATRIX_HOMESERVER: die Adresse des Matrix-Servers fehlt.");
    }

    /// How the bot is set up, if it is.
    static Optional<Matrix.Settings> settings(Config config) {
        var base = config.get(Setting.MATRIX_HOMESERVER);
        if (base.isEmpty()) return Optional.empty();
        return Optional.of(
                new Matrix.Settings(
                        base.replaceFirst("/+$", ""),
                        config.get(Setting.MATRIX_USER),
                        config.get(Setting.MATRIX_PASSWORD),
                        config.data().resolve("matrix"),
                        Messengers.pause(config),
                        config.zone()));
    }
}
