// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;

/// What this channel says of its own beside the dialog: reminders, links, copies, short notes.
final class Notes {
    private Notes() {}

    /// A short note before what is said next, in words of the channel.
    static Message noted(ChatWords words, String key, Object... details) {
        return new Message(
                Message.Kind.NOTED, words.say(key, details), false, null, words.language());
    }

    /// A reminder without the question, which comes when somebody wants to see it: both may show up
    /// on a locked screen.
    static Bubble reminder(String markdown, Expects asked, ChatWords words) {
        var rows = new ArrayList<List<Button>>();
        rows.add(List.of(Button.of(words.say("show"), new Tap.Show())));
        if (asked.commands().contains(Command.NO_REMINDERS))
            rows.add(
                    List.of(
                            Button.of(
                                    words.command(Command.NO_REMINDERS),
                                    new Tap.Commanded(Command.NO_REMINDERS, ""))));
        return Composer.words(markdown).with(rows);
    }

    /// The own copy lies at Telegram once it is sent there: so it is asked first.
    static Bubble copy(Expects asked, ChatWords words) {
        var rows = new ArrayList<List<Button>>();
        if (asked.commands().contains(Command.MOVE))
            rows.add(List.of(Button.of(words.say("browser"), new Tap.Commanded(Command.MOVE, ""))));
        rows.add(List.of(Button.of(words.say("copy_here"), new Tap.Copy())));
        return Composer.words(words.say("copy_where")).with(rows);
    }

    /// Words with a button that opens an address.
    static Bubble linked(String markdown, String address, ChatWords words) {
        return Composer.words(markdown)
                .with(List.of(List.of(Button.link(words.say("upload"), address))));
    }
}
