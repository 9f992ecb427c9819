// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.web.WebSettings;

/// From every page imprint, data protection and accessibility are one step away.
class LegalLinksTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)");
    private static final List<String> LEGAL =
            List.of("/impressum", "/datenschutz", "/barrierefreiheit");
    private static final Set<String> BESIDE =
            Set.of("/d/skizze", "/d/gibtesnicht", "/weiter", "/hochladen/nichts", "/nirgends");

    @Test
    void everyPageLeadsToAllThree() throws Exception {
        try (var served = Served.start(WebSettings.loopback(0));
                var visitor = new Visitor(served.address(), "skizze")) {
            visitor.begin();
            visitor.answer("control=BUTTONS&choose=yes");
            var waiting = new ArrayDeque<>(BESIDE);
            waiting.add("/");
            waiting.add("/d/skizze/meine-daten");
            var seen = new HashSet<String>();
            int pages = 0;
            while (!waiting.isEmpty()) {
                var path = waiting.remove();
                if (!seen.add(path)) continue;
                var answer = visitor.get(path);
                var type = answer.headers().firstValue("Content-Type").orElse("");
                if (!type.startsWith("text/html")) continue;
                pages++;
                for (var legal : LEGAL)
                    assertThat(answer.body())
                            .as("%s from %s", legal, path)
                            .contains("href=\"" + legal + "\"");
                LINK.matcher(answer.body()).results().forEach(one -> waiting.add(one.group(1)));
            }
            assertThat(seen).containsAll(LEGAL);
            assertThat(pages).isGreaterThan(10);
        }
    }
}
