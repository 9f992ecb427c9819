// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Talk.Inside;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.render.calendar.MeetingFile;

/// The sketch as a file in the room, encrypted where the room is. A meeting that is agreed comes
/// with it, for the calendar.
record OwnCopy(Bot bot, Talk talk) {
    private static final String TYPE = "text/plain";

    void send(Inside inside, Came came) {
        var sketch = bot.conversations().sketch(inside.seat().token());
        if (sketch.isEmpty()) {
            bot.postbox().done(came.heard());
            return;
        }
        var reference = sketch.get().reference();
        var name = (reference.isEmpty() ? "skizze" : reference) + ".txt";
        var text = new SketchText(bot.manner().zone()).render(sketch.get());
        try {
            var sheet = new Team.Sheet(name, TYPE, text.getBytes(StandardCharsets.UTF_8));
            var thread = bot.memory().thread(talk.user(), talk.room());
            var out = new FilesOut(bot.reach());
            out.send(talk.room(), thread, sheet, "copy " + came.pending().id());
            var meeting = meeting(inside);
            if (meeting.isPresent())
                out.send(talk.room(), thread, meeting.get(), "meeting " + came.pending().id());
            bot.postbox().done(came.heard());
        } catch (Failed failed) {
            if (failed.how() == Failed.How.NOT_NOW && talk.teller().isSoon(came))
                talk.teller().again(came.heard(), failed.after());
            else talk.teller().tell(came, inside.words().say("copy_failed"));
        } catch (IOException broken) {
            talk.teller().tell(came, inside.words().say("copy_failed"));
        }
    }

    private Optional<Team.Sheet> meeting(Inside inside) {
        var desk = bot.conversations().desk();
        return desk.agreed(inside.seat().token())
                .map(one -> {
                    var name = MeetingFile.name(one.reference());
                    var bytes = MeetingFile.of(one.reference(), one.meeting(), desk.now());
                    return new Team.Sheet(name, MeetingFile.MEDIA_TYPE, bytes);
                });
    }
}
