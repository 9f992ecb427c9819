// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.SmallDialog;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.web.WebSettings;

/// One conversation in more windows than it has streams.
@Timeout(60)
class WidgetWindowsTest {
    private static final int STREAMS = 3;
    private static final String MESSAGES = "/api/v1/conversation/messages";

    @RegisterExtension static final Visited visited = Visited.alone();

    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir Path folder;

    @Test
    void theOldestWindowWaitsUntilSomebodyLooksAtItAgain() throws Exception {
        try (var visitor = visited.visitor(true, 390, 844);
                var served = Served.start(WebSettings.loopback(0), SmallDialog.write(folder, 3))) {
            var page = visitor.newPage();
            var streams = new ArrayList<String>();
            page.onRequest(request -> note(request, streams));
            // a browser says one or the other of a stream that the server ends
            var ended = new ArrayList<String>();
            page.onRequestFinished(request -> note(request, ended));
            page.onRequestFailed(request -> note(request, ended));
            page.clock().install();
            page.navigate(served.address() + "/chat/probe");
            page.waitForResponse(
                    answer -> isStream(answer.request()), () -> new Chat(page, Map.of()).open());
            var token = (String) page.evaluate(TOKEN);

            newerWindows(served.address(), token);
            page.waitForCondition(() -> !ended.isEmpty());
            page.clock().runFor(60_000);
            page.evaluate("() => fetch('/health/live').then((answer) => answer.text())");
            assertThat(streams).as("it leaves the newer ones alone").hasSize(1);

            page.waitForRequest(
                    WidgetWindowsTest::isStream,
                    () -> page.evaluate("() => dispatchEvent(new Event('online'))"));
            assertThat(streams).hasSize(2);
        } finally {
            client.shutdownNow();
        }
    }

    private static final String TOKEN =
            """
            () => Object.keys(sessionStorage)
              .map((name) => JSON.parse(sessionStorage.getItem(name)).token)
              .find((token) => token)
            """;

    private static boolean isStream(Request request) {
        return request.url().endsWith(MESSAGES);
    }

    private static void note(Request request, List<String> streams) {
        if (isStream(request)) streams.add(request.url());
    }

    private void newerWindows(String address, String token) {
        var request =
                HttpRequest.newBuilder(URI.create(address + MESSAGES))
                        .header("Authorization", "Bearer " + token)
                        .build();
        for (int i = 0; i < STREAMS; i++) {
            var answer = client.sendAsync(request, BodyHandlers.ofInputStream()).join();
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
