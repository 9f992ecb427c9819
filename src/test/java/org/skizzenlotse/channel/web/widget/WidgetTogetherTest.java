// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.web.WebSettings;

/// Inviting somebody in the chat.
@Timeout(60)
class WidgetTogetherTest {
    @RegisterExtension static final Visited visited = Visited.alone();

    @Test
    void aLinkForSomebodyElseIsShownOnceAndTheyAreSeenWhenTheyCome() throws Exception {
        try (var visitor = visited.visitor(true, 390, 844);
                var client = HttpClient.newHttpClient();
                var served = Served.start(WebSettings.loopback(0))) {
            var page = visitor.newPage();
            page.navigate(served.address() + "/chat/skizze");
            var chat = new Chat(page, Map.of("_name", "Ben", "_invite", "Ayşe")).open();
            while (chat.find(".commands button[value=invite]").count() == 0) chat.answer();
            var step = chat.step();
            chat.command("invite");
            chat.arrive("_name");
            chat.answer();
            chat.arrive("_invite");
            chat.answer();
            chat.arrive(step);

            var link = chat.find(".key output").textContent();
            assertThat(link).startsWith(served.address() + "/mitmachen/");
            var request =
                    HttpRequest.newBuilder(URI.create(link))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("name=Kim&agreed=yes"))
                            .build();
            var joined = client.send(request, BodyHandlers.ofString());
            assertThat(joined.statusCode()).isEqualTo(200);
            chat.find(".message.noted:has-text('Kim')").waitFor();

            chat.command("people");
            chat.arrive("_people");
            assertThat(chat.find(".question").textContent()).contains("Ben", "Kim");
        }
    }
}
