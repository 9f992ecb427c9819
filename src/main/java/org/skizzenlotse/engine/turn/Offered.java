// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Stations;

/// Which commands are offered.
final class Offered {
    private static final List<Command> CLOSED =
            List.of(
                    Command.HELP,
                    Command.OVERVIEW,
                    Command.PERSON,
                    Command.MY_DATA,
                    Command.LANGUAGE,
                    Command.REDACT,
                    Command.ERASE);
    private static final List<Command> DECLINED =
            List.of(
                    Command.BACK,
                    Command.CONTINUE,
                    Command.HELP,
                    Command.PERSON,
                    Command.LANGUAGE,
                    Command.ERASE);

    private Offered() {}

    /// The commands that make sense now, the quiet ones last.
    static List<Command> at(Draft draft) {
        var lifecycle = draft.now().lifecycle();
        if (lifecycle instanceof Lifecycle.Erased) return List.of(Command.HELP, Command.PERSON);
        if (!lifecycle.isOpen())
            return CLOSED.stream().filter(one -> fits(one, draft) && mayRun(one, draft)).toList();
        if (draft.journey().declined().isPresent() && draft.place().id().equals(Stations.CLOSED))
            return DECLINED.stream().filter(one -> fits(one, draft)).toList();
        return open(draft);
    }

    /// Languages are offered where there are several, removing where there is anything to remove.
    private static boolean fits(Command command, Draft draft) {
        return switch (command) {
            case LANGUAGE -> draft.dialog().variants().size() > 1;
            case REDACT -> new Removing(draft).hasChoices();
            default -> true;
        };
    }

    private static boolean mayRun(Command command, Draft draft) {
        return new Rights(draft).mayRun(command);
    }

    private static List<Command> open(Draft draft) {
        var now = draft.now();
        var menus = new Menus(draft);
        var consented = draft.journey().isConsented();
        var commands = new ArrayList<Command>();
        if (new Steering(draft).isBackPossible()) commands.add(Command.BACK);
        var paused = now.position().paused();
        if (paused || !(now.position().aside() instanceof Aside.None))
            commands.add(Command.CONTINUE);
        commands.add(Command.HELP);
        if (menus.hasChangeable()) commands.addAll(List.of(Command.CHANGE, Command.OVERVIEW));
        if (consented && new AttachedFiles(draft).isForFiles()) commands.add(Command.FILES);
        if (now.position().undo() != null) commands.add(Command.UNDO);
        if (consented && now.scope().chosen() && !menus.groups().isEmpty())
            commands.addAll(List.of(Command.FULL, Command.DEEPEN));
        if (fits(Command.LANGUAGE, draft)) commands.add(Command.LANGUAGE);
        if (!paused) commands.add(Command.PAUSE);
        commands.addAll(
                List.of(Command.PERSON, Command.MY_DATA, Command.KEY, Command.MOVE, Command.MORE));
        new Reminding(draft).offered().ifPresent(commands::add);
        if (fits(Command.REDACT, draft)) commands.add(Command.REDACT);
        if (new Company(draft).mayInvite()) commands.add(Command.INVITE);
        if (now.together().hasOthers()) commands.add(Command.PEOPLE);
        if (now.together().offered() == draft.given().speaker()) commands.add(Command.HAND_OVER);
        if (draft.journey().asksConsent() && (consented || !draft.outdated().isEmpty()))
            commands.add(Command.WITHDRAW);
        if (now.lifecycle().revision() > 0) commands.add(Command.RETRACT);
        else if (menus.hasChangeable()) commands.add(Command.START_OVER);
        if (!(now.position().aside() instanceof Aside.Stopping)) commands.add(Command.STOP);
        commands.add(Command.ERASE);
        commands.removeIf(one -> !new Rights(draft).mayRun(one));
        return commands;
    }
}
