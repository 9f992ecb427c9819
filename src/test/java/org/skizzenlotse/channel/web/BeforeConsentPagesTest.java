// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.web.WebSettings;

/// Whatever a form of the pages carries before somebody agreed, it is stored nowhere.
class BeforeConsentPagesTest {
    private static final String CANARY = "Kanarienvogel-Girlitz";

    @TempDir Path folder;

    private Served served;
    private Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0), SmallDialog.withFiles(folder));
        visitor = new Visitor(served.address(), "probe");
        visitor.begin();
    }

    @AfterEach
    void stop() throws Exception {
        visitor.close();
        served.close();
    }

    @Test
    void noFormLeavesAnything() throws Exception {
        for (var members :
                List.of(
                        "control=LINE&text=" + CANARY,
                        "control=LINES&text=" + CANARY,
                        "control=BUTTONS&choose=" + CANARY,
                        "control=RADIOS&choose=no&note.no=" + CANARY + "&text=" + CANARY,
                        "control=CHECKS&choose=" + CANARY + "&choose=no",
                        "open=" + CANARY,
                        "command=change&target=" + CANARY,
                        "command=" + CANARY,
                        "control=FIELDS&field.name=" + CANARY + "&field.email=" + CANARY,
                        "control=FILES&file." + CANARY + "=" + CANARY)) {
            visitor.send(members);
            visitor.step();
            visitor.post(visitor.hidden().replaceFirst("step=[^&]*", "step=frage") + "&" + members);
            visitor.step();
        }
        upload();
        assertThat(served.bytes()).doesNotContain(CANARY).contains("SQLite format 3");
        assertThat(served.everyOpened()).doesNotContain(CANARY).contains("einverstanden", "began");
    }

    private void upload() throws Exception {
        var body =
                "--x\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n"
                        + CANARY
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\";"
                        + " filename=\""
                        + CANARY
                        + ".txt\"\r\nContent-Type: text/plain\r\n\r\n"
                        + CANARY
                        + "\r\n--x--\r\n";
        var answer = visitor.postForm("/d/probe/dateien", body, "multipart/form-data; boundary=x");
        assertThat(answer.statusCode()).isBetween(200, 499);
    }
}
