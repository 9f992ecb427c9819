// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What operators are given agrees with the program and with itself.
class OperationTest {
    private static final Path PAGE = Image.PROJECT.resolve("docs/betrieb.md");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    private static final String HEAD = "| Einstellung | Vorgabe | was sie tut |\n|---|---|---|\n";

    /// `-Dgolden.rewrite=true` writes the table anew.
    @Test
    void thePageForOperatorsListsEverySetting() throws Exception {
        var page = Files.readString(PAGE);
        var begin = page.indexOf(BEGIN) + BEGIN.length();
        var wanted = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("golden.rewrite")) Files.writeString(PAGE, wanted);
        else
            assertThat(page)
                    .as("-Dtest=OperationTest -Dgolden.rewrite=true writes the table")
                    .isEqualTo(wanted);
    }

    @Test
    void theExampleIsAllThatAPublicServiceNeeds() throws Exception {
        var example = Image.example();
        var config = Config.of(example, Map.of());
        assertThat(config.missingInPublic()).isEmpty();
        for (var setting : example.keySet())
            assertThat(Setting.valueOf(setting).isNeededInPublic()).as(setting).isTrue();
    }

    @Test
    void theImageRunsAsNobodyAndKeepsItsDataInTheVolume() throws Exception {
        var image = Image.read();
        assertThat(image.the("USER")).matches("[1-9][0-9]+");
        assertThat(image.the("RUN")).contains("--owner=" + image.the("USER"), image.the("VOLUME"));
        assertThat(image.the("VOLUME"))
                .isEqualTo(image.the("WORKDIR") + "/" + Setting.DATA.standard());
        assertThat(image.the("EXPOSE")).isEqualTo(Setting.PORT.standard());
        assertThat(Config.of(image.environment(), Map.of()).bindsBeyondLoopback()).isTrue();
    }

    @Test
    void theCompositionOpensNothingButLoopbackAndTrustsTheProxyBeforeIt() throws Exception {
        var composition = composition();
        var service = composition.at("/services/skizzenlotse");
        var volume = Image.read().the("VOLUME");
        assertThat(service.at("/volumes/0").asText()).isEqualTo("data:" + volume);
        var port = Setting.PORT.standard();
        assertThat(service.path("ports")).hasSize(1);
        assertThat(service.at("/ports/0").asText())
                .isEqualTo("127.0.0.1:%s:%s".formatted(port, port));
        var gateway = composition.at("/networks/default/ipam/config/0/gateway").asText();
        var proxy = service.path("environment").path(Setting.TRUSTED_PROXY.name()).asText();
        assertThat(gateway).isNotEmpty().isEqualTo(proxy);
    }

    private static JsonNode composition() throws Exception {
        var text = Files.readString(Image.PROJECT.resolve("docker-compose.yml"));
        var read = new Load(LoadSettings.builder().build()).loadFromString(text);
        return new ObjectMapper().valueToTree(read);
    }

    private static String table() {
        var rows = Arrays.stream(Setting.values()).map(OperationTest::row);
        return HEAD + rows.collect(Collectors.joining());
    }

    private static String row(Setting setting) {
        var name = "`" + setting.name() + "`" + (setting.isNeededInPublic() ? " \\*" : "");
        var standard = setting.standard().isEmpty() ? "–" : "`" + setting.standard() + "`";
        return "| %s | %s | %s |\n".formatted(name, standard, setting.means());
    }
}
