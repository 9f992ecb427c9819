// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `health`: whether the service on this machine is ready, for containers that have nothing else to
/// ask with.
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Fragt den Dienst auf diesem Rechner, ob er bereit ist.")
public final class Health implements Callable<Integer> {
    /// A service that is ready answers within milliseconds; one that swaps does not.
    private static final int WAIT_MILLIS = 5_000;

    /// More is no answer of ours.
    private static final int ANSWER_BYTES_MAX = 10_000;

    private final URI service;

    /// Asks the service at this address.
    public Health(URI service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        try {
            var asked =
                    (HttpURLConnection) service.resolve("/health/ready").toURL().openConnection();
            asked.setConnectTimeout(WAIT_MILLIS);
            asked.setReadTimeout(WAIT_MILLIS);
            if (asked.getResponseCode() != HttpURLConnection.HTTP_OK) return notReady();
            try (var answer = asked.getInputStream()) {
                System.out.println(new String(answer.readNBytes(ANSWER_BYTES_MAX), UTF_8).strip());
            }
            return Exit.OK;
        } catch (IOException unreachable) {
            return notReady();
        }
    }

    private int notReady() {
        System.err.println("Der Dienst unter " + service + " ist nicht bereit.");
        return Exit.FINDINGS;
    }
}
