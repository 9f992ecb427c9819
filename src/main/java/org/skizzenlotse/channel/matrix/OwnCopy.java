// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Talk.Inside;
import org.skizzenlotse.render.SketchText;

/// The sketch as a file in the room, encrypted where the room is.
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
            var key = "copy " + came.pending().id();
            new FilesOut(bot.reach()).send(talk.room(), thread, sheet, key);
            bot.postbox().done(came.heard());
        } catch (Failed failed) {
            if (failed.how() == Failed.How.NOT_NOW && talk.teller().isSoon(came))
                talk.teller().again(came.heard(), failed.after());
            else talk.teller().tell(came, inside.words().say("copy_failed"));
        } catch (IOException broken) {
            talk.teller().tell(came, inside.words().say("copy_failed"));
        }
    }
}
