// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.render.Samples;

class SketchJsonTest {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void readingGivesTheSketchThatWasWritten() {
        for (var sketch : List.of(Samples.sketch(), Samples.complete())) {
            assertThat(SketchJson.read(new SketchJson().render(sketch))).isEqualTo(sketch);
        }
    }

    @Test
    void anAnswerOfAnySignsIsReadBack() {
        var sketch = Samples.saying("\"\\\u0000\u202E\uD83D\uDE00 </script>\n");
        assertThat(SketchJson.read(new SketchJson().render(sketch))).isEqualTo(sketch);
    }

    @Test
    void everyValueIsReadBack() {
        for (var value : Samples.VALUES.values()) {
            assertThat(ValueJson.read(ValueJson.write(value))).isEqualTo(value);
        }
    }

    @Test
    void aSampleOfEveryKindOfValueIsThere() {
        assertThat(Samples.VALUES.values().stream().map(Object::getClass).distinct())
                .hasSize(Value.class.getPermittedSubclasses().length);
    }

    @Test
    void whatIsNoSketchIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> SketchJson.read("{\"geheim\": 1, "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> SketchJson.read("{\"geheim\": 1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void fieldsThatExcludeEachOtherAreRefused() {
        for (var fields :
                List.of(
                        List.of("/a", "/a"),
                        List.of("/a", "/a/b"),
                        List.of("/a/b", "/a"),
                        List.of("/title"),
                        List.of("a"),
                        List.of("/"))) {
            assertThatThrownBy(() -> Fields.check(fields))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Fields.check(List.of("/a/b", "/a/c", "/ab"));
    }

    @Test
    void theSchemaIsOne() {
        var meta =
                SCHEMAS.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(SketchSchema.of(Samples.dialog()), InputFormat.JSON)).isEmpty();
    }

    @Test
    void aSketchOfTheDialogFulfilsItsSchema() {
        assertThat(findings(new SketchJson().render(Samples.complete()))).isEmpty();
    }

    @Test
    void everySectionAndEveryTypeIsHeldByTheSchema() throws Exception {
        var mapper = new ObjectMapper();
        for (var section : Samples.complete().sections()) {
            var step = section.entries().getFirst().step();
            var lacking = SketchJson.tree(Samples.complete());
            lacking.withObjectProperty("feld").remove(step);
            assertThat(findings(lacking.toString())).as("without " + step).isNotEmpty();

            var wrong = SketchJson.tree(Samples.complete());
            wrong.withObjectProperty("feld")
                    .withObjectProperty(step)
                    .withObjectProperty("answers")
                    .withObjectProperty(step)
                    .set("value", mapper.readTree("{\"falsch\": 1}"));
            assertThat(findings(wrong.toString())).as("wrong " + step).isNotEmpty();
        }
    }

    @Test
    void anOpenSectionNeedsItsReason() {
        var json = SketchJson.tree(Samples.complete());
        var section = json.withObjectProperty("feld").withObjectProperty("problem");
        section.put("status", "open");
        assertThat(findings(json.toString())).isNotEmpty();
        section.put("reason", "later");
        assertThat(findings(json.toString())).isEmpty();
    }

    private static List<?> findings(String json) {
        return SCHEMAS.getSchema(SketchSchema.of(Samples.dialog()))
                .validate(json, InputFormat.JSON);
    }
}
