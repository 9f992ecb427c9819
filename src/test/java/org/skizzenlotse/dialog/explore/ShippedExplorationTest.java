// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.talk.Talks;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.turn.Engine;

/// The dialogs that everybody gets, explored: their talks touch everything, the written ones are
/// those that an exploration writes today, and there is a way out of every state.
class ShippedExplorationTest {
    private static final Path DIALOGS =
            Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");

    /// All of the two short dialogs; those of the long one take a quarter of a minute.
    private static final int STATES_MAX = 650;

    private static final Loaded LOADED = DialogFolder.read(DIALOGS);
    private static final Engine ENGINE = new Engine(PhrasesFile.load());
    private static final Map<String, Exploration> EXPLORED = new ConcurrentHashMap<>();

    private static Exploration explored(String id) {
        return EXPLORED.computeIfAbsent(
                id, one -> Explorer.explore(ENGINE, LOADED.dialog(one).orElseThrow().dialog()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skizze", "sprechstunde", "vorpruefung"})
    void theWrittenTalksAreThoseThatAnExplorationWrites(String id) throws IOException {
        var folder = DIALOGS.resolve(id).resolve("talks");
        if (Boolean.getBoolean("golden.rewrite")) TalkFiles.write(folder, explored(id));

        assertThat(TalkFiles.in(folder))
                .as("renew them with: explore %s --write dialogs/%s/talks", id, id)
                .isEqualTo(TalkFiles.of(explored(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skizze", "sprechstunde", "vorpruefung"})
    void everythingIsTouchedByTheTalks(String id) {
        var loaded = LOADED.dialog(id).orElseThrow();

        var result = new Talks(ENGINE).run(loaded.dialog(), loaded.talks());

        assertThat(result.problems()).isEmpty();
        assertThat(result.coverage().missed()).isEmpty();
        assertThat(result.coverage().percent()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skizze", "sprechstunde", "vorpruefung"})
    void anExplorationReachesEverythingByItself(String id) {
        assertThat(explored(id).unreachable()).isEmpty();
        assertThat(explored(id).byHand()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"skizze, 2000", "sprechstunde, 400", "vorpruefung, 200"})
    void thereIsAWayOutOfEveryState(String id, int atLeast) {
        var dialog = LOADED.dialog(id).orElseThrow().dialog();
        var titles = new TreeMap<String, String>();
        for (var one : LOADED.dialogs())
            titles.put(one.dialog().id(), one.dialog().frame("de").title());
        var world =
                new World(ENGINE, dialog, new Elsewhere(titles, Map.of(), false), World.CONTACT);

        var full = Boolean.getBoolean("skizzenlotse.full");
        var visited = explored(id).visited();
        var report = Exits.tried(world, visited, full ? Reach.SPOTS_MAX : STATES_MAX);

        assertThat(report.missing()).isEmpty();
        assertThat(report.states())
                .isGreaterThan(full ? atLeast : Math.min(atLeast, STATES_MAX - 1));
        assertThat(report.isCut()).isEqualTo(!full && id.equals("skizze"));
    }
}
