// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.List;
import java.util.Set;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Progress;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.web.Texts;

/// Which words of the pages stand where; what a dialog says comes from its files.
record Words(Texts texts) {
    /// In sight on every page, beside the answer.
    static final List<Command> QUICK = List.of(Command.CONTINUE, Command.BACK, Command.OVERVIEW);

    /// Behind "Mehr".
    static final Set<Command> MORE =
            Set.of(
                    Command.HELP,
                    Command.CHANGE,
                    Command.PAUSE,
                    Command.PERSON,
                    Command.FULL,
                    Command.DEEPEN,
                    Command.LANGUAGE,
                    Command.WITHDRAW,
                    Command.UNDO,
                    Command.MY_DATA,
                    Command.FILES,
                    Command.KEY,
                    Command.MOVE,
                    Command.NO_REMINDERS,
                    Command.REMINDERS,
                    Command.REDACT,
                    Command.INVITE,
                    Command.PEOPLE,
                    Command.HAND_OVER,
                    Command.START_OVER,
                    Command.STOP,
                    Command.ERASE);

    /// The stations with a heading of their own.
    static final Set<String> STATIONS =
            Set.of(
                    "_scope",
                    "_impact",
                    "_confirm",
                    "_typo",
                    "_review",
                    "_submitted",
                    "_paused",
                    "_closed",
                    "_arrival");

    /// The formats that are not plain.
    private static final Set<String> FORMATS = Set.of("date", "money", "email", "url", "multi");

    /// The heading of a station; empty for steps of the dialog, which bring their own.
    String station(String step) {
        return STATIONS.contains(step) ? texts.say("station" + step) : "";
    }

    /// A command as a button says it, with the word in it by which the texts name it; empty where
    /// pages have another way.
    String command(Command command) {
        return switch (command) {
            case HELP, BACK, CHANGE, OVERVIEW, PAUSE, CONTINUE, PERSON, FULL, UNDO -> said(command);
            case STOP, KEY, MY_DATA, START_OVER, ERASE, LANGUAGE, DEEPEN, WITHDRAW -> said(command);
            case NO_REMINDERS, REMINDERS, FILES, REDACT -> said(command);
            case INVITE, PEOPLE, HAND_OVER, MOVE -> said(command);
            case WHY, OPEN, RETRACT, MORE, NAME -> "";
        };
    }

    private String said(Command command) {
        return texts.say("command_" + command.id());
    }

    /// How to type an answer of this type.
    String format(String type) {
        return FORMATS.contains(type) ? texts.say("format_" + type) : "";
    }

    /// An honest range of what is to come; empty when nothing is.
    String progress(Progress progress) {
        if (progress.group().isEmpty() || progress.groupMost() == 0) {
            return progress.most() == 0
                    ? ""
                    : left("left_overall", progress.least(), progress.most(), "");
        }
        return left("left_group", progress.groupLeast(), progress.groupMost(), progress.group());
    }

    /// Why a section is open.
    String reason(Sketch.Section section) {
        return section.why()
                .map(reason ->
                        switch (reason) {
                            case UNKNOWN -> texts.say("reason_unknown");
                            case LATER -> texts.say("reason_later");
                            case REFUSED -> texts.say("reason_refused");
                            case NOT_ASKED -> texts.say("reason_not_asked");
                            case REMOVED -> texts.say("reason_removed");
                            case DEPENDS_ON ->
                                    texts.say(
                                            "reason_depends_on",
                                            String.join(", ", section.dependsOn()));
                        })
                .orElse("");
    }

    private String left(String key, int least, int most, String group) {
        var range = least == most ? (most == 1 ? "_one" : "") : "_range";
        return texts.say(key + range, least, most, group);
    }
}
