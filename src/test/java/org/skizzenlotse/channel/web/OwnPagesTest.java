// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.web.WebSettings;

/// One's own data as a page to read and a file to take along; and taking back in as few steps as
/// giving.
class OwnPagesTest {
    private static final String MINE = "Kanarienvogel-Meise";
    private static final String THEIRS = "Kanarienvogel-Kleiber";

    @TempDir Path folder;

    @AutoClose private Served served;

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0), SmallDialog.write(folder, 3));
    }

    private Visitor saying(String words) throws Exception {
        var visitor = new Visitor(served.address(), "probe");
        visitor.begin();
        visitor.answer("control=BUTTONS&choose=yes");
        visitor.answer("control=LINE&text=" + words);
        return visitor;
    }

    @Test
    void thePageAndTheFileHoldAllOfOnesOwnAndNothingElse() throws Exception {
        try (var other = saying(THEIRS);
                var visitor = saying(MINE)) {
            assertThat(other.page()).isNotEmpty();
            var page = visitor.get("/d/probe/meine-daten");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.body())
                    .contains(MINE, "Einwilligung", "Wir probieren etwas aus.")
                    .doesNotContain(THEIRS);
            var file = visitor.get("/d/probe/meine-daten.json");
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(file.body()).contains(MINE).doesNotContain(THEIRS);
        }
    }

    @Test
    void aBrowserWithoutAConversationSeesNothing() throws Exception {
        try (var other = saying(THEIRS);
                var nobody = new Visitor(served.address(), "probe")) {
            assertThat(other.page()).isNotEmpty();
            assertThat(nobody.get("/d/probe/meine-daten").statusCode()).isEqualTo(404);
            assertThat(nobody.get("/d/probe/meine-daten.json").statusCode()).isEqualTo(404);
        }
    }

    /// Beginning and saying yes are two forms; the word and its confirmation are two as well.
    @Test
    void takingBackTakesNoMoreStepsThanGiving() throws Exception {
        try (var visitor = new Visitor(served.address(), "probe")) {
            int giving = 0;
            visitor.begin();
            giving++;
            visitor.answer("control=BUTTONS&choose=yes");
            giving++;
            assertThat(visitor.step()).isEqualTo("frage_1");
            int taking = 0;
            assertThat(visitor.page())
                    .contains("value=\"withdraw\" formaction=\"/d/probe/antwort\"");
            visitor.answer("command=withdraw");
            taking++;
            assertThat(visitor.page()).contains("löschen wir dann alles sofort");
            visitor.answer("control=BUTTONS&choose=yes");
            taking++;
            assertThat(visitor.get("/d/probe/meine-daten").statusCode()).isNotEqualTo(200);
            assertThat(taking).isLessThanOrEqualTo(giving);
        }
    }
}
