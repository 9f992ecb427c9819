// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Turn;

/// Tries help, why, back, pause, person and erase in every state that can be reached, by button and
/// by word, and looks whether each does what it is for.
public final class Exits {
    /// The ways out, and the words that always are one.
    private static final Map<Command, String> WORDS =
            Map.of(
                    Command.HELP, "/hilfe",
                    Command.WHY, "/warum",
                    Command.BACK, "/zurück",
                    Command.PAUSE, "/pause",
                    Command.PERSON, "/mensch",
                    Command.ERASE, "/löschen");

    private final World world;
    private final List<Missing> missing = new ArrayList<>();

    /// Words are tried once at each station, whichever question waits behind it.
    private final Set<Spot> kinds = new HashSet<>();

    private Exits(World world) {
        this.world = world;
    }

    /// A way out that is not there in a state, or leads nowhere.
    public record Missing(String state, Command command, String why) {}

    /// How many states were looked at, whether there may be more, and where a way out is missing.
    public record Report(int states, boolean isCut, List<Missing> missing) {
        /// Copies the list.
        public Report {
            missing = List.copyOf(missing);
        }
    }

    /// Tries them in every state from these on.
    public static Report tried(World world, List<Visited> starts) {
        return tried(world, starts, Reach.SPOTS_MAX);
    }

    /// Tries them in so many states from these on, those nearest to them.
    public static Report tried(World world, List<Visited> starts, int statesMax) {
        var exits = new Exits(world);
        var states = Reach.from(world, starts, statesMax);
        states.forEach(exits::tryAll);
        return new Report(states.size(), states.size() >= statesMax, exits.missing);
    }

    private void tryAll(Spot spot, Visited at) {
        var offered = world.expects(at).commands();
        var isNewKind = kinds.add(spot.withoutNext());
        for (var command :
                List.of(
                        Command.HELP,
                        Command.WHY,
                        Command.BACK,
                        Command.PAUSE,
                        Command.PERSON,
                        Command.ERASE)) {
            if (mustBeOffered(command, at) && !offered.contains(command))
                missing.add(new Missing(spot.toString(), command, "wird nicht angeboten"));
            var byButton = world.turn(at, new Input.Commanded(command, ""));
            effect(command, at, byButton)
                    .ifPresent(why -> missing.add(new Missing(spot.toString(), command, why)));
            if (isNewKind && !sameByWord(command, at, byButton))
                missing.add(new Missing(spot.toString(), command, "wirkt als Wort anders"));
        }
    }

    /// Why can be asked where something is asked, and all be erased until it is. A pause is offered
    /// where there is none yet; behind a no to the consent the word works, but nothing is kept to
    /// come back to. Back is offered where there is something before, and speaks everywhere.
    private boolean mustBeOffered(Command command, Visited at) {
        var now = at.conversation();
        return switch (command) {
            case WHY -> world.dialog().question(world.expects(at).step()).isPresent();
            case PAUSE -> now.lifecycle().isOpen() && !now.position().paused() && !isDeclined(at);
            case ERASE -> !(now.lifecycle() instanceof Lifecycle.Erased);
            case BACK -> false;
            default -> true;
        };
    }

    private boolean sameByWord(Command command, Visited at, Turn byButton) {
        var word = new Input.Said(null, WORDS.getOrDefault(command, ""));
        return world.turn(at, word).after().equals(byButton.after());
    }

    private boolean isDeclined(Visited at) {
        var now = at.conversation();
        return Journey.of(world.dialog(), now.answers(), now.scope(), at.facts())
                .declined()
                .isPresent();
    }

    /// Why it is no way out, if it is none.
    private Optional<String> effect(Command command, Visited at, Turn turn) {
        var next = arrivalAside(world.after(at, turn.after()));
        var open = at.conversation().lifecycle().isOpen();
        return switch (command) {
            case HELP, WHY -> says(turn) ? fine() : wrong("sagt nichts");
            case BACK ->
                    says(turn) || !Spot.of(world, next).equals(Spot.of(world, at))
                            ? fine()
                            : wrong("führt nirgends hin und sagt nichts");
            case PAUSE -> open ? pause(next) : says(turn) ? fine() : wrong("sagt nichts");
            case PERSON -> names(at, turn) ? fine() : wrong("nennt niemanden");
            case ERASE -> erase(at, next, turn);
            default -> fine();
        };
    }

    /// A device that waits is asked about first; whatever was wanted stands behind.
    private Visited arrivalAside(Visited at) {
        if (!world.expects(at).step().equals(Stations.ARRIVAL)) return at;
        var no = new Input.Chose(Stations.ARRIVAL, List.of("no"), "");
        return world.after(at, world.turn(at, no).after());
    }

    private static Optional<String> fine() {
        return Optional.empty();
    }

    private static Optional<String> wrong(String why) {
        return Optional.of(why);
    }

    private static boolean says(Turn turn) {
        return turn.messages().stream()
                .anyMatch(one -> one.kind() != Message.Kind.QUESTION && !one.text().isBlank());
    }

    /// It pauses, and goes on where it was, or on the way from there.
    private Optional<String> pause(Visited next) {
        if (!world.expects(next).step().equals(Stations.PAUSED)) return wrong("hält nicht an");
        var on =
                world.after(
                        next, world.turn(next, new Input.Commanded(Command.CONTINUE, "")).after());
        return world.expects(on).step().equals(Stations.PAUSED)
                ? wrong("geht danach nicht weiter")
                : fine();
    }

    /// The contact of the installation, where it has one, or the appointment with people.
    private boolean names(Visited at, Turn turn) {
        var words = new StringBuilder();
        turn.messages().forEach(one -> words.append(one.text()).append('\n'));
        words.append(world.expects(world.after(at, turn.after())).text());
        var facts = world.given(at.facts()).facts();
        for (var fact : List.of("kontakt", "sprechstunde"))
            if (facts.get(fact) instanceof Value.Text(var text)
                    && words.indexOf(Display.escape(text)) >= 0) return true;
        return turn.after().position().aside() instanceof Aside.Choosing(var of)
                && of == Command.PERSON;
    }

    /// It asks first; a yes erases, a no leaves all as it was.
    private Optional<String> erase(Visited at, Visited next, Turn turn) {
        if (at.conversation().lifecycle() instanceof Lifecycle.Erased)
            return says(turn) ? fine() : wrong("sagt nichts");
        if (!world.expects(next).step().equals(Stations.CONFIRM)) return wrong("fragt nicht nach");
        var yes = world.turn(next, new Input.Chose(Stations.CONFIRM, List.of("yes"), ""));
        if (!yes.forgets()) return wrong("löscht auch nach dem Ja nicht");
        var no = world.turn(next, new Input.Chose(Stations.CONFIRM, List.of("no"), ""));
        return no.forgets() || !no.after().answers().equals(at.conversation().answers())
                ? wrong("löscht auch nach dem Nein")
                : fine();
    }
}
