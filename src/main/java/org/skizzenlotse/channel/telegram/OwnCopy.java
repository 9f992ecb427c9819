// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.skizzenlotse.channel.telegram.Chat.Inside;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.render.calendar.MeetingFile;

/// The own copy as a file, for somebody who asked for it here: as text, which every phone opens. A
/// meeting that is agreed comes with it, for the calendar.
final class OwnCopy {
    private final Bot bot;
    private final Teller teller;

    OwnCopy(Bot bot, Teller teller) {
        this.bot = bot;
        this.teller = teller;
    }

    void send(Inside inside, Came came, long chat) throws InterruptedException {
        var sketch = bot.conversations().sketch(inside.seat().token());
        if (sketch.isPresent()) {
            var text = new SketchText(bot.manner().zone()).render(sketch.get());
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var reference = sketch.get().reference();
            var name = (reference.isEmpty() ? "skizze" : reference) + ".txt";
            var file = new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
            bot.writing().pace().await(chat);
            var sent = bot.api().sendDocument(chat, file, inside.words().say("copy_as_file"));
            if (sent instanceof CallOutcome.NotNow(var after, _)
                    && came.pending().attempts() < Teller.TRIES_MAX) {
                teller.again(came.heard(), after);
                return;
            }
            meeting(inside, chat);
        }
        bot.postbox().done(came.heard());
    }

    /// Whoever does not get it has its time and place in the chat.
    private void meeting(Inside inside, long chat) throws InterruptedException {
        var desk = bot.conversations().desk();
        var agreed = desk.agreed(inside.seat().token());
        if (agreed.isEmpty()) return;
        var reference = agreed.get().reference();
        var bytes = MeetingFile.of(reference, agreed.get().meeting(), desk.now());
        var name = MeetingFile.name(reference);
        var file = new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
        bot.writing().pace().await(chat);
        bot.api().sendDocument(chat, file, inside.words().say("meeting_as_file"));
    }
}
