// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Progress;
import org.skizzenlotse.engine.Turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.dialog.file.PhrasesFile;

/// A conversation as a test tells it: a dialog inline, what is said, and what follows. Every turn
/// is checked to be the fold of its history.
public final class Scenario {
    /// The facts that tests give for those of the installation.
    public static final Map<String, Value> FACTS = facts();

    private static Map<String, Value> facts() {
        var facts = new java.util.HashMap<String, Value>();
        facts.put("herkunft", new Value.Text("nichts"));
        facts.put("aufbewahrung_hoechstens", new Value.Quantity(new java.math.BigDecimal(24)));
        facts.put("erlaubnis", new Value.Text("Eure Einwilligung"));
        facts.put("altershinweis", new Value.Text("Unter 16 bitte zu zweit"));
        facts.putAll(
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
                        "sprechstunde", new Value.Text("Sprechstunde mittwochs")));
        return Map.copyOf(facts);
    }

    /// A required consent, `ja_nein`.
    public static final String CONSENT =
            """
            - ask: ja_nein
              type: consent
              text: Dürfen wir?
              purpose: probe
              notice: Wer, wofür, wie lange.
              required: true
              needed: submit
              core: true
            """;

    private static final Instant BEGUN = Instant.parse("2026-11-23T18:00:00Z");

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String HEAD =
            """
            dialog: probe
            title: Probe
            language: de
            audience: ihr
            groups: GROUPS
            review: {text: Schaut alles durch.}
            submit: {text: Bereit?, done: Danke., reference_prefix: PR}
            """;

    private static final ConversationId ID = new ConversationId("c1");
    private static final Phrases PHRASES = PhrasesFile.load();

    private static final Map<String, Dialog> SHIPPED = new ConcurrentHashMap<>();

    private final Dialog dialog;
    private final Engine engine = new Engine(phrases());
    private final List<Happened> history = new ArrayList<>();
    private @Nullable Call call;
    private Instant now;
    private Instant lastSign;
    private Elsewhere elsewhere;
    private int speaker = Person.FIRST;
    private Set<StepId> unseen = Set.of();
    private Turn last;

    private Scenario(Dialog dialog) {
        this(dialog, BEGUN, null, Elsewhere.NONE, null);
    }

    private Scenario(
            Dialog dialog,
            Instant begun,
            @Nullable Call call,
            Elsewhere elsewhere,
            @Nullable Origin origin) {
        this(dialog, new Engine.Beginning(ID, "de", origin, ""), begun, call, elsewhere);
    }

    private Scenario(
            Dialog dialog,
            Engine.Beginning beginning,
            Instant begun,
            @Nullable Call call,
            Elsewhere elsewhere) {
        this.dialog = dialog;
        this.call = call;
        this.elsewhere = elsewhere;
        this.now = begun;
        this.lastSign = begun;
        this.last = engine.start(dialog, beginning, given());
        history.addAll(last.happened());
    }

    /// A conversation in a dialog of one group, whose steps are given as YAML; the consent that
    /// stands before them is given.
    public static Scenario of(String steps) {
        return new Scenario(inline("personal: true", CONSENT + steps)).says("ja");
    }

    /// A conversation in this dialog.
    public static Scenario of(Dialog dialog) {
        return new Scenario(dialog);
    }

    /// A conversation in a variant of this dialog.
    public static Scenario in(String variant, Dialog dialog) {
        var beginning = new Engine.Beginning(ID, variant, null, "");
        return new Scenario(dialog, beginning, BEGUN, null, Elsewhere.NONE);
    }

    /// A conversation in this dialog that begins then, while this call is announced.
    public static Scenario of(Dialog dialog, Instant begun, @Nullable Call call) {
        return new Scenario(dialog, begun, call, Elsewhere.NONE, null);
    }

    /// A conversation in this dialog with others around it.
    public static Scenario of(Dialog dialog, Elsewhere elsewhere) {
        return new Scenario(dialog, BEGUN, null, elsewhere, null);
    }

    /// A conversation in this dialog that comes from another one, which hands these answers over.
    public static Scenario takingOver(Dialog dialog, Map<StepId, Answer> handedOver) {
        var origin = new Origin(new ConversationId("c0"), "vorher", false);
        var elsewhere = new Elsewhere(Map.of(), handedOver, false);
        return new Scenario(dialog, BEGUN, null, elsewhere, origin);
    }

    /// From now on there is this beyond the conversation.
    public Scenario elsewhere(Elsewhere other) {
        elsewhere = other;
        return this;
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

    /// A dialog of one group from YAML, with more lines for its head. What every question needs and
    /// a test does not care about (short, why, catalogue, privacy) is filled in.
    public static Dialog inline(String head, String steps) {
        return inline(head, Map.of("eins", steps), Map.of());
    }

    /// A dialog of several groups in the order of their IDs, with more files.
    public static Dialog inline(
            String head, Map<String, String> groups, Map<String, String> files) {
        try {
            var root = Files.createTempDirectory("scenario");
            var folder = root.resolve("probe");
            Files.createDirectories(folder.resolve("groups"));
            var ids = groups.keySet().stream().sorted().toList();
            write(
                    folder.resolve("dialog.yaml"),
                    HEAD.replace("GROUPS", ids.toString()) + head + "\n");
            for (var id : ids)
                write(
                        folder.resolve("groups/" + id + ".yaml"),
                        "group: %s\ntitle: Titel %s\nintro: Einstieg %s\nsteps:\n"
                                        .formatted(id, id, id)
                                + complete(groups.getOrDefault(id, "")).indent(2));
            for (var file : files.entrySet()) write(root.resolve(file.getKey()), file.getValue());
            var loaded = DialogFolder.read(root);
            assertThat(loaded.problems().stream().filter(p -> p.isError()).map(p -> p.toText()))
                    .isEmpty();
            return loaded.dialogs().getFirst().dialog();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String complete(String steps) {
        var text = new StringBuilder();
        for (var step : steps.strip().split("\n(?=- )", -1)) {
            text.append(step.stripTrailing()).append('\n');
            if (!step.startsWith("- ask: ")) continue;
            if (!step.contains("\n  detail_of:") && !step.contains("\n  catalogue:"))
                text.append("  catalogue: none\n");
            var id = step.substring(7).lines().findFirst().orElseThrow().strip();
            for (var line :
                    List.of(
                            "short: Kurz " + id,
                            "why: Darum " + id + ".",
                            "needed: optional",
                            "privacy: {personal: false, purpose: probe, keep: P1Y}"))
                if (!step.contains("\n  " + line.substring(0, line.indexOf(':') + 1)))
                    text.append("  ").append(line).append('\n');
        }
        return text.toString();
    }

    /// The shipped words.
    public static Phrases phrases() {
        return PHRASES;
    }

    /// How answers are shown in German.
    public static Display german() {
        return PHRASES.display("de");
    }

    Given given() {
        return new Given(now, BERLIN, "test", FACTS, "PR-1", "applicant", lastSign, call)
                .beside(elsewhere)
                .spokenBy(speaker, unseen);
    }

    /// From now on this person speaks, who has seen everything.
    public Scenario as(int person) {
        speaker = person;
        unseen = Set.of();
        return this;
    }

    /// From now on this person speaks, who has not seen what others said to these steps.
    public Scenario asBlind(int person, String... steps) {
        speaker = person;
        unseen = Stream.of(steps).map(StepId::new).collect(Collectors.toSet());
        return this;
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

    /// The turn that an input would make, which is not kept.
    Turn last(Input input) {
        return engine.turn(dialog, last.after(), input, given());
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

    /// A structured value at the place at hand.
    public Scenario gives(Map<String, Object> members) {
        return hears(new Input.Gave(expects().step(), members));
    }

    /// A command without a target.
    public Scenario commands(Command command) {
        return commands(command, "");
    }

    /// A command.
    public Scenario commands(Command command, String target) {
        return hears(new Input.Commanded(command, target));
    }

    /// The time of the next turn.
    public Instant now() {
        return now;
    }

    /// Time passes, without a word.
    public Scenario waits(Duration time) {
        now = now.plus(time);
        return this;
    }

    /// It is then.
    public Scenario at(Instant time) {
        now = time;
        return this;
    }

    /// From now on this call is announced, or none.
    public Scenario during(@Nullable Call announced) {
        call = announced;
        return this;
    }

    /// It is that from now on, by something that no input of the person brings.
    public Scenario goes(Lifecycle lifecycle) {
        var fact = new Happened.Went(lifecycle, state().reference());
        last = new Turn(state().after(fact), List.of(fact), List.of());
        history.add(fact);
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

    /// No message of the last turn contains these words.
    public Scenario hearsNothingOf(String words) {
        assertThat(text()).doesNotContain(words);
        return this;
    }

    /// The last turn refused nothing.
    public Scenario isFine() {
        assertThat(last.messages()).noneMatch(message -> message.kind() == Message.Kind.ERROR);
        return this;
    }

    /// The step has this answer in words.
    public Scenario has(String step, String words) {
        var question = dialog.question(new StepId(step)).orElseThrow();
        assertThat(PHRASES.display(state().variant()).answer(question, answer(step)))
                .isEqualTo(words);
        return this;
    }

    /// The step has no answer.
    public Scenario hasNo(String step) {
        assertThat(state().answer(new StepId(step))).isEmpty();
        return this;
    }

    /// These commands are offered.
    public Scenario offers(Command... commands) {
        assertThat(expects().commands()).contains(commands);
        return this;
    }

    /// These commands are not offered.
    public Scenario doesNotOffer(Command... commands) {
        assertThat(expects().commands()).doesNotContain(commands);
        return this;
    }

    /// The last turn refused an answer.
    public Scenario isRefused() {
        assertThat(last.messages()).anyMatch(message -> message.kind() == Message.Kind.ERROR);
        return this;
    }

    /// All that was said in the last turn.
    public String text() {
        var said = String.join("\n", last.messages().stream().map(Message::text).toList());
        return Message.filled(said, person -> engine.called(state(), person));
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
