// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;

/// A conversation as a test tells it: a dialog inline, what is said, and what follows. Every turn
/// is checked to be the fold of its history.
public final class Scenario {
    /// The facts that tests give for those of the installation.
    public static final Map<String, Value> FACTS =
            Map.of(
                    "stelle", new Value.Text("Werkstatt für Daten e. V."),
                    "anschrift", new Value.Text("Hafenweg 1, 20000 Musterstadt"),
                    "kontakt", new Value.Text("hallo@werkstatt.example"),
                    "datenschutz_kontakt", new Value.Text("datenschutz@werkstatt.example"),
                    "aufsicht", new Value.Text("die Aufsichtsbehörde"),
                    "empfaenger", new Value.Text("das Team"),
                    "entwurf_tage", new Value.Quantity(new java.math.BigDecimal(90)),
                    "aufbewahrung_monate", new Value.Quantity(new java.math.BigDecimal(12)),
                    "antwort_tage", new Value.Quantity(new java.math.BigDecimal(14)),
                    "sprechstunde", new Value.Text("Sprechstunde mittwochs"));

    private static final Map<String, Dialog> SHIPPED = new ConcurrentHashMap<>();

    private final Dialog dialog;
    private final Engine engine = new Engine(phrases());
    private final List<Happened> history = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T18:00:00Z");
    private Instant lastSign = now;
    private Turn last;

    private Scenario(Dialog dialog) {
        this.dialog = dialog;
        this.last = engine.start(dialog, new ConversationId("c1"), "de", given());
        history.addAll(last.happened());
    }

    /// A conversation in a dialog of one group, whose steps are given as YAML.
    public static Scenario of(String steps) {
        return new Scenario(inline("personal: true", steps));
    }

    /// A conversation in the dialog of that folder below `dialogs/`.
    public static Scenario shipped(String id) {
        return new Scenario(shippedDialog(id));
    }

    /// The dialog of that folder below `dialogs/`.
    public static Dialog shippedDialog(String id) {
        var root = Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");
        return SHIPPED.computeIfAbsent(
                id,
                wanted -> {
                    var loaded = DialogFolder.read(root);
                    var errors = loaded.problems().stream().filter(one -> one.isError());
                    assertThat(errors.map(one -> one.toText())).isEmpty();
                    return loaded.dialogs().stream()
                            .map(one -> one.dialog())
                            .filter(one -> one.id().equals(wanted))
                            .findFirst()
                            .orElseThrow();
                });
    }

    /// A dialog of one group from YAML, with more lines for its head.
    public static Dialog inline(String head, String steps) {
        try {
            var root = Files.createTempDirectory("scenario");
            var folder = root.resolve("probe");
            Files.createDirectories(folder.resolve("groups"));
            Files.writeString(
                    folder.resolve("dialog.yaml"),
                    "dialog: probe\ntitle: Probe\nlanguage: de\naudience: ihr\ngroups: [eins]\n"
                            + "review: {text: Schaut alles durch.}\n"
                            + "submit: {text: Bereit?, done: Danke., reference_prefix: PR}\n"
                            + head
                            + "\n");
            Files.writeString(
                    folder.resolve("groups/eins.yaml"),
                    "group: eins\ntitle: Eins\nsteps:\n" + steps.indent(2));
            var loaded = DialogFolder.read(root);
            assertThat(loaded.problems().stream().filter(p -> p.isError()).map(p -> p.toText()))
                    .isEmpty();
            return loaded.dialogs().getFirst().dialog();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The shipped German phrases.
    public static Phrases phrases() {
        var texts = new Properties();
        try (var in = Scenario.class.getResourceAsStream("/texts/de.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var byId = new java.util.HashMap<String, String>();
        texts.forEach((id, text) -> byId.put((String) id, (String) text));
        return new Phrases(Map.of("de", byId));
    }

    Given given() {
        return new Given(
                now, ZoneId.of("Europe/Berlin"), "test", FACTS, "PR-1", "applicant", lastSign);
    }

    /// Something is heard.
    public Scenario hears(Input input) {
        var before = last.after();
        last = engine.turn(dialog, before, input, given());
        history.addAll(last.happened());
        assertThat(Happened.fold(before.id(), history)).isEqualTo(last.after());
        lastSign = now;
        return this;
    }

    /// Words without a step.
    public Scenario says(String text) {
        return hears(new Input.Said(null, text));
    }

    /// Options at the place at hand.
    public Scenario taps(String... options) {
        return hears(new Input.Chose(expects().step(), List.of(options), ""));
    }

    /// Options at a step that may not be the one at hand.
    public Scenario tapsAt(String step, String... options) {
        return hears(new Input.Chose(new StepId(step), List.of(options), ""));
    }

    /// An open answer at the place at hand.
    public Scenario leavesOpen(OpenStatus status) {
        return hears(new Input.LeftOpen(expects().step(), status));
    }

    /// A command.
    public Scenario commands(Command command, String target) {
        return hears(new Input.Commanded(command, target));
    }

    /// Time passes, without a word.
    public Scenario waits(Duration time) {
        now = now.plus(time);
        return this;
    }

    /// A wake-up comes.
    public Scenario wakes(String kind) {
        var sign = lastSign;
        hears(new Input.TimedOut(kind));
        lastSign = sign;
        return this;
    }

    /// The place is this step or station.
    public Scenario asks(String step) {
        assertThat(expects().step().value()).isEqualTo(step);
        return this;
    }

    /// A message of the last turn contains these words.
    public Scenario hearsBack(String words) {
        assertThat(text()).contains(words);
        return this;
    }

    /// The last turn refused an answer.
    public Scenario isRefused() {
        assertThat(last.messages()).anyMatch(message -> message.kind() == Message.Kind.ERROR);
        return this;
    }

    /// All that was said in the last turn.
    public String text() {
        return String.join("\n", last.messages().stream().map(Message::text).toList());
    }

    /// What is waited for.
    public Expects expects() {
        return engine.expects(dialog, last.after(), given());
    }

    /// How much is to come.
    public Progress progress() {
        return engine.progress(dialog, last.after(), given());
    }

    /// The last turn.
    public Turn last() {
        return last;
    }

    /// The state.
    public Conversation state() {
        return last.after();
    }

    /// The history.
    public List<Happened> history() {
        return List.copyOf(history);
    }

    /// The dialog.
    public Dialog dialog() {
        return dialog;
    }

    /// The journey of the state.
    public Journey journey() {
        return Journey.of(dialog, state().answers(), state().scope(), FACTS);
    }

    /// The answer to a step.
    public Answer answer(String step) {
        return state().answer(new StepId(step)).orElseThrow();
    }
}
