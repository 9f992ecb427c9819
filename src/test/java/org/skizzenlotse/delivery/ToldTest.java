// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.form.Recipient;

/// The mails to applicants about what ends: what happens when, the way back, how they stop.
class ToldTest {
    @TempDir Path data;

    @Test
    void aMailTellsTheDayAndTheWayBackAndGoesWithItsDraft() throws Exception {
        try (var in = new HandedIn(data)) {
            var mails = MailFolder.open(data.resolve("mail"));
            var ways = new Outbox.Ways(mails, mails);
            var name = "G-c-SK-9";
            var to = new Recipient("wir@garten.example", "de", name, "21. Februar 2027");
            var errand =
                    new Change.Errand(
                            "o1", "draft_ends", 20_700, Optional.empty(), Optional.of(to));
            var id = in.sketch("SK-9", errand);
            try (var outbox = new Outbox(in.stores, in.letters(), ways, in.clock)) {
                outbox.sendDue();
                var file = data.resolve("mail").resolve(name + "-t20700.eml");
                var mail = StaffMailTest.parsed(Files.readAllBytes(file));
                assertThat(mail.getSubject())
                        .isEqualTo("Am 21. Februar 2027 wird gelöscht, was ihr begonnen habt");
                assertThat(mail.getAllRecipients())
                        .singleElement()
                        .hasToString("wir@garten.example");
                assertThat((String) mail.getContent())
                        .contains("21. Februar 2027", "https://lotse.example/weiter", "nicht mehr?")
                        .doesNotContain("heiß", name);
                in.stores.erasures().erase(id, in.now);
                outbox.tidy();
                assertThat(file).doesNotExist();
            }
        }
    }
}
