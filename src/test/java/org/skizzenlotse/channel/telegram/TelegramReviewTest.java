// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.channel.telegram.Talking.PATIENCE;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.channel.telegram.emulator.Person;

/// The end of a sketch in a chat: all answers are in sight and can be changed, then there are the
/// reference and the own copy.
@Timeout(120)
class TelegramReviewTest {
    @Test
    void everyAnswerOfTheReviewHasAButtonAndTheOwnCopyComesOnceItIsAskedFor() throws IOException {
        try (var talking = new Talking()) {
            var kim = atReview(talking);
            var review = kim.last();
            assertThat(review.text()).contains("Problem: Unsere Worte dazu");
            kim.tap(review.id(), "Etwas ändern");
            kim.waitFor(seen -> seen.buttons().contains("Doch nichts ändern"), PATIENCE);
            kim.tap(review.id(), "Doch nichts ändern");
            kim.waitFor(seen -> seen.buttons().contains("So einreichen"), PATIENCE);
            assertThat(kim.last().id()).isEqualTo(review.id());

            kim.tap(review.id(), "Etwas ändern");
            kim.waitFor(seen -> seen.buttons().contains("Problem"), PATIENCE);
            kim.tap(review.id(), "Problem");
            talking.await(kim, "problem");
            kim.write("Neue Worte");
            kim.tap(kim.last().id(), "Weiter");
            talking.await(kim, "_review");
            assertThat(kim.last().text()).contains("Problem: Neue Worte");
            assertThat(kim.last().buttons()).doesNotContain("Das gehörte noch zur vorigen Frage");

            talking.tap(kim, "_review", "submit");
            talking.await(kim, "_submitted");
            assertThat(kim.last().text()).contains("SK-");
            ownCopy(talking, kim);
        }
    }

    private static Person atReview(Talking talking) {
        var kim = talking.agreed("Kim");
        talking.tap(kim, "_scope", "short");
        new Driver(talking, kim).leave("_scope");
        new Driver(talking, kim).upTo(view -> view.expects().step().value().equals("_review"));
        return kim;
    }

    private static void ownCopy(Talking talking, Person kim) {
        talking.tap(kim, "_submitted", "copy");
        var where =
                kim.waitFor(seen -> seen.buttons().contains("Als Datei hier schicken"), PATIENCE);
        kim.tap(where.id(), "Als Datei hier schicken");
        var copy = kim.waitFor(seen -> seen.text().contains("Eure Kopie"), PATIENCE);
        assertThat(copy.fromBot()).isTrue();
        talking.awaitQuiet();
    }
}
