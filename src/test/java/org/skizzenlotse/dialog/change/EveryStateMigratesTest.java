// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.talk.Retold;
import org.skizzenlotse.dialog.talk.Retold.Moment;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.Upgrade;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.store.form.ConversationForm;

/// Every state of every talk of the shipped dialogs goes on with a version in which something was
/// renamed, mapped, asked again, dropped, split or merged.
class EveryStateMigratesTest {
    /// As many questions of each dialog are changed in each way.
    private static final int CHANGED_MAX = 3;

    private static final Loaded SHIPPED =
            DialogFolder.read(
                    Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs"));

    private final Engine engine = new Engine(PhrasesFile.load());

    @ParameterizedTest
    @ValueSource(strings = {"vorpruefung", "sprechstunde", "skizze"})
    void andIsSoundAfterwards(String id) {
        var loaded = SHIPPED.dialog(id).orElseThrow();
        var around = new Retold.Around(Scenario.FACTS, Map.of());
        int states = 0;
        for (var talk : loaded.talks()) {
            var retold = Retold.of(engine, loaded.dialog(), talk, around);
            var moments = retold.moments();
            for (int i = 0; i < moments.size(); i++)
                for (var version : versions(loaded.dialog())) {
                    var last = i == moments.size() - 1;
                    var next = last ? overview() : retold.lines().get(i).input();
                    goesOn(loaded.dialog(), version, moments.get(i), overview());
                    goesOn(loaded.dialog(), version, moments.get(i), next);
                    states++;
                }
        }
        assertThat(states).isGreaterThan(500);
    }

    @Test
    void theWaysInWhichADialogIsChangedNeedTheirMigrations() {
        var dialog = SHIPPED.dialog("skizze").orElseThrow().dialog();
        for (var version : versions(dialog)) {
            var only = new Entry.Keep(List.of(), java.util.EnumSet.allOf(Part.class));
            var entries = new ArrayList<>(version.migration().entries());
            entries.add(only);
            var whole =
                    new Migration(
                            dialog.hash(), "n", entries, Said.NOTHING, java.util.Optional.empty());
            assertThat(whole.unexplained(dialog, version.dialog()))
                    .as("%s", version)
                    .allMatch(change -> change instanceof Change.Standing);
        }
    }

    private static Input overview() {
        return new Input.Commanded(Command.OVERVIEW, "");
    }

    private void goesOn(Dialog old, Rewritten version, Moment moment, Input input) {
        var before = moment.state();
        var way = new Upgrade(old, List.of(version.migration()));
        var given = moment.given().upgrading(way);
        var turn = engine.turn(version.dialog(), before, input, given);
        var after = turn.after();
        assertThat(after.dialogHash()).isEqualTo(version.dialog().hash());
        folds(moment, turn);
        if (after.lifecycle() instanceof Lifecycle.Erased) return;
        assertThat(load(after)).isEqualTo(after);
        var expects = engine.expects(version.dialog(), after, given);
        assertThat(expects.step()).isNotNull();
        assertThat(expects.text()).as("%s at %s", version, expects.step()).isNotBlank();
        after.answers()
                .forEach((step, answer) -> {
                    var question = version.dialog().question(step);
                    question.ifPresent(one -> isOneOf(one, answer, version));
                });
        if (input.equals(overview())) keepsEverythingElse(version, before, after);
    }

    private static void folds(Moment moment, Turn turn) {
        var all = new ArrayList<>(moment.history());
        all.addAll(turn.happened());
        assertThat(Happened.fold(turn.after().id(), all)).isEqualTo(turn.after());
    }

    private static Conversation load(Conversation conversation) {
        return ConversationForm.read(conversation.id(), ConversationForm.write(conversation));
    }

    private static void isOneOf(Question question, Answer answer, Rewritten version) {
        var options = question.type().options().stream().map(AnswerType.Option::id).toList();
        if (answer.value() instanceof Value.Chosen(var option, _))
            assertThat(options).as("%s", version).contains(option);
        if (answer.value() instanceof Value.ChosenMany(var all, _))
            assertThat(options).as("%s", version).containsAll(all);
    }

    private static void keepsEverythingElse(
            Rewritten version, Conversation before, Conversation after) {
        var touched =
                version.migration().entries().stream().flatMap(one -> steps(one).stream()).toList();
        var kept = new HashMap<>(before.answers());
        kept.keySet().removeIf(touched::contains);
        var now = new HashMap<>(after.answers());
        now.keySet().removeIf(touched::contains);
        assertThat(now).as("%s", version).isEqualTo(kept);
        if (version.migration().entries().getFirst() instanceof Entry.Rename(var from, var to))
            assertThat(after.answer(to)).isEqualTo(before.answer(from));
    }

    private static List<StepId> steps(Entry entry) {
        return switch (entry) {
            case Entry.Rename(var from, var to) -> List.of(from, to);
            case Entry.Options one -> List.of(one.step());
            case Entry.Reask one -> List.of(one.step());
            case Entry.Drop one -> List.of(one.step());
            case Entry.Split(var from, var to, _, _) ->
                    Stream.concat(Stream.of(from), to.stream()).toList();
            case Entry.Merge(var from, var to, _) ->
                    Stream.concat(Stream.of(to), from.stream()).toList();
            case Entry.Keep one -> one.steps();
        };
    }

    private static List<Rewritten> versions(Dialog dialog) {
        var all = new ArrayList<Rewritten>();
        var plain =
                dialog.questions().stream()
                        .filter(one -> !(one.type() instanceof AnswerType.Consent))
                        .filter(one -> !(one.type() instanceof AnswerType.File))
                        .toList();
        var free = plain.stream().filter(one -> !isRead(dialog, one.id())).toList();
        for (var one : some(plain)) {
            all.add(Rewritten.renamed(dialog, one));
            all.add(Rewritten.asked(dialog, one));
        }
        for (var one : some(plain.stream().filter(it -> !it.type().options().isEmpty()).toList())) {
            all.add(Rewritten.mapped(dialog, one));
            all.add(Rewritten.anew(dialog, one));
        }
        for (var one : some(free)) {
            all.add(Rewritten.dropped(dialog, one, true));
            all.add(Rewritten.dropped(dialog, one, false));
            all.add(Rewritten.split(dialog, one));
        }
        for (int i = 0; i + 1 < free.size(); i++)
            if (free.get(i).type().equals(free.get(i + 1).type())) {
                all.add(Rewritten.merged(dialog, free.get(i), free.get(i + 1)));
                break;
            }
        return all;
    }

    /// Spread over the dialog.
    private static List<Question> some(List<Question> all) {
        var some = new ArrayList<Question>();
        if (all.isEmpty()) return some;
        for (int i = 0; i < CHANGED_MAX; i++) {
            var one = all.get((int) ((long) i * (all.size() - 1) / (CHANGED_MAX - 1)));
            if (!some.contains(one)) some.add(one);
        }
        return some;
    }

    private static boolean isRead(Dialog dialog, StepId step) {
        return dialog.placed().stream().anyMatch(one -> Reads.of(one.step().when()).contains(step))
                || dialog.parts().outcomes().stream()
                        .flatMap(one -> one.rules().stream())
                        .anyMatch(rule -> Reads.of(rule.when()).contains(step))
                || dialog.questions().stream()
                        .anyMatch(one ->
                                one.origin()
                                                instanceof
                                                org.skizzenlotse.dialog.Step.Origin.DetailOf(var of)
                                        && of.equals(step));
    }
}
