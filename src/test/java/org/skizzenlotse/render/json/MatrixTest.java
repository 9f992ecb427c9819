// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.render.Golden;
import org.skizzenlotse.render.Samples;
import org.skizzenlotse.render.question.Questions;

class MatrixTest {
    @Test
    void eachQuestionHasItsStepsAndFields() {
        var rows = Matrix.of(Samples.dialog()).rows();
        assertThat(rows).extracting(Matrix.Row::id).containsExactly("A1", "B1");
        assertThat(rows.getFirst().steps()).containsExactly(new StepId("traeger"));
        assertThat(rows.getFirst().details()).containsExactly(new StepId("themen"));
        assertThat(rows.getFirst().fields()).containsExactly("/feld/traeger");
    }

    @Test
    void jsonHasTheFourMembers() throws Exception {
        var json = new ObjectMapper().readTree(Matrix.of(Samples.dialog()).json());
        assertThat(json.get(1).toString())
                .isEqualTo(
                        "{\"id\":\"B1\",\"steps\":[\"problem\"],\"details\":[],"
                                + "\"fields\":[\"/feld/problem\"]}");
    }

    @Test
    void theTableHasColumns() {
        assertThat(Matrix.of(Samples.dialog()).text().lines().toList())
                .isEqualTo(
                        List.of(
                                "Frage  Hauptschritt  Feld der Skizze  Details",
                                "A1     traeger       /feld/traeger    themen",
                                "B1     problem       /feld/problem"));
    }

    @Test
    void theQuestionsReadAsAgreed() throws Exception {
        Golden.check("questions.md", Questions.markdown(Samples.dialog(), Scenario.german()));
    }
}
