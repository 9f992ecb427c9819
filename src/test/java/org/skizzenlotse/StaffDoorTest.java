// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What strangers get of the team's pages.
class StaffDoorTest {
    @TempDir Path folder;

    @Test
    void whoIsNotSignedInIsSentToTheDoor() throws Exception {
        var config =
                Config.of(
                        Map.of(
                                "DATA", folder.toString(),
                                "DIALOGS", Image.PROJECT.resolve("dialogs").toString(),
                                "PORT", "0"),
                        Map.of());
        try (var service = Service.start(config, false);
                var client = HttpClient.newHttpClient()) {
            var address = service.where().replaceFirst("^\\S+ (\\S+) .*$", "$1");
            var request = HttpRequest.newBuilder(URI.create(address + "staff")).build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .endsWith("/staff/anmelden");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }
}
