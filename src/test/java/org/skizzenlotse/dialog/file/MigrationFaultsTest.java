// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.change.Difference;

/// What goes wrong in a migration file: from the sound dialog to one in which an option and a
/// question have other names, another is gone and one is stricter.
class MigrationFaultsTest {
    private static final String FILE = "probe/migrations/neu.yaml";
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String HEAD = "probe/dialog.yaml";

    private static final String SOUND =
            """
            from: "%s"
            to: this
            changes:
              - options: {step: traeger, map: {firma: betrieb}}
              - rename: {from: partner, to: mitwirkende}
              - reask: {step: stunden, only: unfit, because: Mehr als 40 zählen nicht.}
              - drop: {step: beginn, answers: keep}
              - keep: {parts: [sketch]}
            tell: {de: Es heißt jetzt Betrieb., en: It is called a business now.}
            pin_until: "2027-01-31"
            """;

    @TempDir Path folder;
    private Dialog before;
    private int read;

    /// A passage of the file, by what it is replaced, and what is said of it.
    record Planted(String passage, String by, String at, String message, String proposal) {
        @Override
        public String toString() {
            return by + " -> " + message;
        }
    }

    @BeforeEach
    void readTheOldVersion() throws Exception {
        before = DialogText.sound().dialog(Files.createDirectory(folder.resolve("alt")));
    }

    @Test
    void aSoundOneHasNoFindingsAndIsReadAsItIsStored() throws Exception {
        var loaded = read(SOUND, true);
        assertThat(loaded.problems()).isEmpty();
        var migration = loaded.dialog("probe").orElseThrow().migrations().getFirst();
        assertThat(DialogFolder.migration(migration.json())).isEqualTo(migration.migration());
        assertThat(migration.migration().from()).isEqualTo(before.hash());
        assertThat(migration.migration().tell().in("en")).contains("business");
        assertThat(migration.migration().tell().in("de-einfach")).contains("Betrieb");
    }

    @Test
    void aDraftIsSoundAsItIs() throws Exception {
        var after = changed().dialog(Files.createDirectory(folder.resolve("neu")));
        var draft = MigrationText.draft(Difference.of(before, after));
        assertThat(draft)
                .contains("rename: {from: partner, to: mitwirkende}")
                .contains("options: {step: traeger, again: [firma]")
                .contains("reask: {step: stunden, only: unfit")
                .contains("drop: {step: beginn, answers: erase}")
                .contains("# - Frage stunden („Stunden“): Grenzen enger oder anders");
        assertThat(read(draft, true).problems()).isEmpty();
        assertThat(MigrationText.draft(Difference.of(before, before))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void everyFaultIsNamedAtItsPlace(Planted fault) throws Exception {
        var text = SOUND.replace(fault.passage(), fault.by());
        assertThat(text).isNotEqualTo(SOUND);
        var loaded = read(text, true);
        var lines = text.formatted(before.hash()).lines().toList();
        assertThat(loaded.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(FILE);
                    assertThat(problem.message()).contains(fault.message());
                    assertThat(problem.proposal()).contains(fault.proposal());
                    assertThat(lines.get(problem.line() - 1).substring(problem.column() - 1))
                            .startsWith(fault.at());
                });
        var error = loaded.problems().stream().anyMatch(Problem::isError);
        assertThat(loaded.dialogs().isEmpty()).isEqualTo(error);
    }

    static List<Planted> planted() {
        return List.of(
                new Planted(
                        "from: partner",
                        "from: partnr",
                        "partnr",
                        "gab es bisher nicht",
                        "'partner'"),
                new Planted(
                        "to: mitwirkende",
                        "to: mitwirkend",
                        "mitwirkend",
                        "gibt es jetzt nicht",
                        "'mitwirkende'"),
                new Planted(
                        "from: partner",
                        "from: traeger",
                        "traeger",
                        "gibt es weiterhin",
                        "nicht mehr gibt"),
                new Planted("{firma:", "{frima:", "frima", "gab es bisher nicht", "'firma'"),
                new Planted(
                        ": betrieb}", ": betireb}", "betireb", "gibt es jetzt nicht", "'betrieb'"),
                new Planted(
                        "map: {firma: betrieb}",
                        "again: [frima]",
                        "frima",
                        "gab es bisher nicht",
                        "'firma'"),
                new Planted(
                        "step: traeger",
                        "step: treager",
                        "treager",
                        "gibt es jetzt nicht",
                        "'traeger'"),
                new Planted(
                        "step: stunden",
                        "step: stnden",
                        "stnden",
                        "gibt es jetzt nicht",
                        "'stunden'"),
                new Planted(
                        "step: beginn", "step: begin", "begin", "gab es bisher nicht", "'beginn'"),
                new Planted("step: beginn", "step: ziele", "ziele", "gibt es weiterhin", "reask"),
                new Planted(
                        "  - drop: {step: beginn, answers: keep}\n",
                        "",
                        "changes:",
                        "noch nicht erklärt",
                        "Antworten geschieht"),
                new Planted(
                        "  - keep: {parts: [sketch]}\n",
                        "",
                        "changes:",
                        "Aufbau der Skizze",
                        "Antworten geschieht"),
                new Planted(
                        "map: {firma: betrieb}",
                        "map: {}",
                        "changes:",
                        "die Möglichkeit firma",
                        ""),
                new Planted(
                        "  - keep:",
                        "  - reask: ziele\n  - keep:",
                        "ziele",
                        "erklärt nichts",
                        "nichts geändert"),
                new Planted(
                        "[sketch]}",
                        "[sketch], steps: [zielle]}",
                        "zielle",
                        "gibt es jetzt nicht",
                        "'ziele'"),
                new Planted("[sketch]", "[skizze]", "skizze", "", ""),
                new Planted("only: unfit", "only: ungueltig", "ungueltig", "", ""),
                new Planted("answers: keep", "answers: behalten", "behalten", "", ""),
                new Planted("2027-01-31", "2027-02-31", "\"2027-02-31", "kein Tag", "2027-01-31"),
                new Planted("2027-01-31", "bald", "\"bald", "", ""),
                new Planted("rename:", "renam:", "renam", "", "rename"),
                new Planted("tell:", "sagt:", "sagt", "", ""),
                new Planted(
                        "from: \"%s\"",
                        "from: \"abcdef0123\"", "\"abcdef", "nicht bekannt", "diff nennt"),
                new Planted(
                        "from: \"%s\"", "from: \"v1\"", "\"v1", "keine Kennung", "acht Zeichen"),
                new Planted(
                        "to: this", "to: \"abcdef0123\"", "\"abcdef", "nicht bekannt", "to: this"),
                new Planted(
                        "drop: {step: beginn, answers: keep}",
                        "split: {from: beginn, to: [ziele, stunden], into: partner}",
                        "partner",
                        "keiner der neuen Schritte",
                        "unter to"));
    }

    @Test
    void whereOldVersionsAreNotKnownAFileIsLeftAlone() throws Exception {
        assertThat(read(SOUND, false).problems()).isEmpty();
        assertThat(read(SOUND, false).dialog("probe").orElseThrow().migrations()).isEmpty();
    }

    private Loaded read(String migration, boolean withVersions) throws Exception {
        var text = changed().with(FILE, migration.formatted(before.hash()));
        var place = text.write(Files.createDirectory(folder.resolve("v" + read++)));
        var versions =
                new Versions(
                        (_, start) ->
                                Optional.of(before).filter(one -> one.hash().startsWith(start)),
                        _ -> Optional.of(before));
        return DialogFolder.read(place, withVersions ? versions : Versions.NONE);
    }

    private static DialogText changed() {
        var idea = DialogText.sound().content(IDEA);
        var beginning = idea.substring(idea.indexOf("  - ask: beginn"));
        return DialogText.sound()
                .replaced(IDEA, "{id: firma, text: Eine Firma", "{id: betrieb, text: Ein Betrieb")
                .replaced(HEAD, "[staat, firma]", "[staat, betrieb]")
                .replaced(IDEA, "- ask: partner", "- ask: mitwirkende")
                .replaced(IDEA, "max: 60", "max: 40")
                .replaced(IDEA, beginning, "");
    }
}
