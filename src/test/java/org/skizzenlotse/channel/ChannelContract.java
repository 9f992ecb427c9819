// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.talk.Retold;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;

/// What every channel keeps: the talks of the shipped dialogs, said over it, ask the same questions
/// and give the same sketch as in the engine alone.
@Timeout(120)
@Execution(ExecutionMode.SAME_THREAD)
public abstract class ChannelContract {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final List<LoadedDialog> DIALOGS =
            DialogFolder.read(PROJECT.resolve("dialogs")).dialogs();

    /// Those that cannot be said on a wire, each with its reason.
    private static final Map<String, String> LEFT_OUT =
            Map.of(
                    "skizze/einfach_gesagt", "messengers begin in German or English",
                    "skizze/mit_unterlagen", "its files have names and no bytes",
                    "sprechstunde/mit_ergebnis", "begins in another dialog",
                    "sprechstunde/mit_skizze", "begins in another dialog",
                    "sprechstunde/sprache_wechseln", "begins in another dialog",
                    "vorpruefung/einfach_gesagt", "messengers begin in German or English");

    /// What was found by exploring is about the dialog; it says nothing new over a channel.
    private static final String EXPLORED = "/erkundet_";

    private static final int RUN = 22;

    /// Where the conversations are.
    protected abstract Served served();

    /// Somebody who has begun this dialog.
    protected abstract Speaker begins(String dialog, String variant);

    static Stream<String> talks() {
        return written().filter(name -> !LEFT_OUT.containsKey(name));
    }

    private static Stream<String> written() {
        return DIALOGS.stream()
                .flatMap(one -> one.talks().stream().map(talk -> Retold.name(one.dialog(), talk)))
                .filter(name -> !name.contains(EXPLORED));
    }

    @Test
    void mostTalksAreSaidAndTheOthersAreKnown() {
        assertThat(talks()).hasSize(RUN);
        assertThat(written()).hasSize(RUN + LEFT_OUT.size());
    }

    @ParameterizedTest
    @MethodSource("talks")
    void aShippedTalkGivesTheSameSketchAsTheEngineAlone(String name) {
        var talk = retold(name);
        try (var speaker = begins(name.substring(0, name.indexOf('/')), talk.variant())) {
            for (var line : talk.lines()) says(speaker, line);
            var sketch = served().conversations().sketch(speaker.token());
            if (talk.isErased()) assertThat(sketch).isEmpty();
            else
                assertThat(PlainSketch.of(sketch.orElseThrow()))
                        .isEqualTo(PlainSketch.of(talk.sketch()));
        }
    }

    private Retold retold(String name) {
        for (var one : DIALOGS)
            for (var talk : one.talks())
                if (Retold.name(one.dialog(), talk).equals(name)) {
                    var engine = served().conversations().engine();
                    return Retold.of(engine, one.dialog(), talk, around());
                }
        throw new AssertionError("no talk " + name);
    }

    private Retold.Around around() {
        var titles = new HashMap<String, String>();
        for (var one : DIALOGS) titles.put(one.dialog().id(), one.dialog().frame("de").title());
        return new Retold.Around(served().facts(), titles);
    }

    private void says(Speaker speaker, Retold.Line line) {
        var asked = line.asked();
        if (!speaker.taps(asked, line.input()))
            speaker.writes(asked, InWords.of(asked, line.input()));
        var then = line.then().step().value();
        // typed words may be asked back where a tap is not: whether they were meant so
        if (at(speaker).equals("_typo") && !then.equals("_typo")) speaker.writes(asked, "ja");
        if (line.input() instanceof Input.Chose(_, _, var note)
                && !note.isEmpty()
                && at(speaker).equals(asked.step().value())
                && !then.equals(at(speaker))) speaker.writes(asked, note);
        assertThat(at(speaker)).as("after %s", asked.step()).isEqualTo(then);
    }

    /// The question that is asked now; none where the conversation is gone.
    private String at(Speaker speaker) {
        return served().conversations().view(speaker.token()) instanceof Outcome.Done(var view)
                ? view.expects().step().value()
                : Stations.CLOSED.value();
    }
}
