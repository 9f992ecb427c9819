// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.file.Versions;
import org.skizzenlotse.dialog.guide.Guide.Block;
import org.skizzenlotse.dialog.guide.Guide.Change;
import org.skizzenlotse.dialog.talk.Talks;
import org.skizzenlotse.engine.turn.Engine;

/// What the guide for authors shows is so: its examples are read, played and compared.
class GuideTest {
    private static final Guide GUIDE = Guide.read();
    private static final Path SHIPPED =
            Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");

    private static final List<String> BESIDE =
            List.of("principles.yaml", "catalogue.yaml", "house.yaml", "glossary.yaml");

    private static final String DIALOG = "ideen";
    private static final String GROUP = "ideen/groups/idee.yaml";
    private static final String HEAD = "ideen/dialog.yaml";
    private static final int QUESTIONS = 10;

    /// Fewer would mean that they are no longer found.
    private static final int CONDITIONS_MIN = 15;

    private static final int FINDINGS_MIN = 10;

    /// What stands in the guide where a version is to be named.
    private static final String SOME_VERSION = "0a243032ef8c";

    @TempDir Path folder;

    @Test
    void theFirstDialogIsWithoutFindingsAndHasTenQuestions() {
        var loaded = DialogFolder.read(GuideFiles.first(GUIDE).write(folder));

        assertThat(said(loaded.problems())).isEmpty();
        assertThat(said(loaded.hints())).isEmpty();
        assertThat(dialog(loaded).dialog().questions()).hasSize(QUESTIONS);
    }

    @Test
    void itStandsBesideTheFilesThatTheGuideSaysToTakeAlong() throws Exception {
        var files = GuideFiles.first(GUIDE);
        for (var file : BESIDE) files.and(file, Files.readString(SHIPPED.resolve(file)));

        readWithoutFindings(files);
    }

    @Test
    void theFirstDialogIsPlayedToItsEnd() {
        var dialog = dialog(DialogFolder.read(GuideFiles.first(GUIDE).write(folder)));

        assertThat(dialog.talks()).isNotEmpty();
        var result = played(dialog);
        assertThat(said(result.problems())).isEmpty();
    }

    @Test
    void everyTypeHasAnExampleThatIsRead() {
        var dialog = dialog(readWithoutFindings(examples()));
        var types = dialog.dialog().questions().stream().map(one -> one.type().id());

        assertThat(types.toList()).containsAll(AnswerType.ids());
    }

    @Test
    void everyConditionIsRead() {
        var conditions =
                GUIDE.all("yaml", "bedingung").stream().flatMap(one -> one.text().lines()).toList();
        assertThat(conditions).hasSizeGreaterThan(CONDITIONS_MIN);
        var files = examples();
        var probes = new StringBuilder(files.text(GROUP));
        for (var condition : conditions)
            probes.append(
                    "  - say: probe_%d%n    text: Aha.%n    %s%n"
                            .formatted(conditions.indexOf(condition), condition));
        readWithoutFindings(files.and(GROUP, probes.toString()));
    }

    @Test
    void whatIsAddedToTheFirstDialogIsRead() {
        readWithoutFindings(GuideFiles.first(GUIDE).with(GUIDE, "zusatz"));
    }

    @Test
    void theTalkThatShowsEverythingGoesAsWritten() {
        var files = GuideFiles.first(GUIDE);
        for (var talk : GUIDE.all("yaml", "gespraech"))
            files.and("ideen/talks/gezeigt.talk.yaml", talk.text());
        var dialog = dialog(readWithoutFindings(files));

        assertThat(dialog.talks()).hasSize(2);
        assertThat(said(played(dialog).problems())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("findings")
    void everyFindingIsSaidAsItIsShown(Change change) {
        var files = GuideFiles.first(GUIDE).changed(change.edits());
        var loaded = DialogFolder.read(files.write(folder));

        assertThat(loaded.problems())
                .extracting(one -> one.toText().stripTrailing().replaceAll(" +\n", "\n"))
                .contains(change.shows().text().stripTrailing());
    }

    static List<Change> findings() {
        return GUIDE.changes("text", "befund");
    }

    @Test
    void whatIsSilencedIsNotFound() {
        var clean = GUIDE.changes("text", "sauber");
        assertThat(clean).isNotEmpty();
        for (var change : clean)
            readWithoutFindings(GuideFiles.first(GUIDE).changed(change.edits()));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void everyMigrationExplainsItsChange(Change change) throws Exception {
        var old = Files.createDirectory(folder.resolve("alt"));
        var before = dialog(DialogFolder.read(GuideFiles.first(GUIDE).write(old))).dialog();
        var text = change.shows().text().replace(SOME_VERSION, before.hash().substring(0, 12));
        assertThat(text).contains(before.hash().substring(0, 12));
        var files = GuideFiles.first(GUIDE).changed(change.edits());
        files.and("ideen/migrations/neu.yaml", text);
        var neu = files.write(Files.createDirectory(folder.resolve("neu")));

        var loaded = DialogFolder.read(neu, known(before));
        assertThat(said(loaded.problems())).isEmpty();
        assertThat(dialog(loaded).migrations()).hasSize(1);
    }

    static List<Change> migrations() {
        return GUIDE.changes("yaml", "migration");
    }

    @Test
    void everyKindOfMigrationIsShown() {
        var all =
                migrations().stream().map(one -> one.shows().text()).collect(Collectors.joining());
        assertThat(all)
                .contains("rename:", "map:", "again:", "reask:", "only: unfit", "drop:", "split:")
                .contains("merge:", "keep:", "pin_until:");
        assertThat(findings()).hasSizeGreaterThan(FINDINGS_MIN);
    }

    private static Versions known(Dialog before) {
        return new Versions(
                (_, start) -> Optional.of(before).filter(one -> one.hash().startsWith(start)),
                _ -> Optional.of(before));
    }

    /// The first dialog with the examples of steps in place of its questions, and nothing that
    /// belongs to those.
    private static GuideFiles examples() {
        var files = GuideFiles.first(GUIDE);
        GUIDE.changes("yaml", "schritt").forEach(one -> files.changed(one.edits()));
        var steps =
                GUIDE.all("yaml", "schritt").stream()
                        .flatMap(one -> one.text().lines())
                        .map(line -> "  " + line + "\n")
                        .collect(Collectors.joining());
        var head = GUIDE.all("yaml", "kopf").stream().map(Block::text);
        // named conditions must be used somewhere
        var used = "  - say: benannt\n    text: Aha.\n    when: {nicht_zivilgesellschaft: true}\n";
        files.without("ideen/sketch.yaml")
                .without("ideen/talks/reparaturtreff.talk.yaml")
                .and(GROUP, "group: idee\ntitle: Alles\nsteps:\n" + steps + used)
                .and(HEAD, files.text(HEAD) + head.collect(Collectors.joining()));
        return files;
    }

    private Loaded readWithoutFindings(GuideFiles files) {
        var loaded = DialogFolder.read(files.write(folder));
        assertThat(said(loaded.problems())).isEmpty();
        return loaded;
    }

    private static LoadedDialog dialog(Loaded loaded) {
        return loaded.dialog(DIALOG).orElseThrow(() -> new AssertionError(said(loaded.problems())));
    }

    private static Talks.Result played(LoadedDialog dialog) {
        return new Talks(new Engine(PhrasesFile.load())).run(dialog.dialog(), dialog.talks());
    }

    private static String said(List<Problem> problems) {
        return problems.stream().map(Problem::toText).collect(Collectors.joining("\n"));
    }
}
