// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.List;
import org.skizzenlotse.channel.matrix.Matrix;
import org.skizzenlotse.channel.matrix.Team.Sheet;
import org.skizzenlotse.channel.matrix.Team.Told;
import org.skizzenlotse.channel.telegram.Telegram;
import org.skizzenlotse.delivery.Notice;
import org.skizzenlotse.delivery.Notices;
import org.skizzenlotse.delivery.Outbox;
import org.skizzenlotse.delivery.SendOutcome;
import org.skizzenlotse.render.document.PagePdf;
import org.skizzenlotse.render.document.SketchPdf;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.TargetStore;
import org.skizzenlotse.store.database.Written;

/// The places of the team in messengers, as far as they are set: notices leave through the bots.
/// Whatever is in the way there, somebody can mend: the setting, the group, the server.
record TeamPlaces(Config config, Messengers messengers, TargetStore events, InstantSource clock) {
    /// What a member of the team wrote.
    record Answer(String text, String member) {
        @Override
        public String toString() {
            return "Answer";
        }
    }

    void addTo(Outbox outbox, Notices notices) {
        if (!config.get(Setting.STAFF_TELEGRAM_CHAT).isEmpty())
            outbox.to(
                    ForwardSettings.TELEGRAM,
                    notices.on(this::toTelegram, Telegram.NOTICE_TAKES_AT_MOST));
        if (!config.get(Setting.STAFF_MATRIX_ROOM).isEmpty())
            outbox.to(
                    ForwardSettings.MATRIX,
                    notices.on(this::toMatrix, Matrix.NOTICE_TAKES_AT_MOST));
    }

    private SendOutcome toTelegram(Notice notice) {
        var there = messengers.telegram();
        if (there.isEmpty()) return new SendOutcome.Later("away");
        var chat = Long.parseLong(config.get(Setting.STAFF_TELEGRAM_CHAT));
        return there.get()
                .tellGroup(chat, notice.words())
                .<SendOutcome>map(SendOutcome.Later::new)
                .orElseGet(SendOutcome.Sent::new);
    }

    private SendOutcome toMatrix(Notice notice) {
        var there = messengers.matrix();
        if (there.isEmpty()) return new SendOutcome.Later("away");
        var hint =
                notice.event() == Notice.Event.SUBMITTED
                        ? "\n\nWas ihr in diesem Thread schreibt, geht als Rückfrage an die"
                                + " Antragstellenden."
                        : "";
        return switch (there.get().tellTeam(notice.words() + hint, notice.id())) {
            case Told.Not(var why) -> new SendOutcome.Later(why);
            case Told.Out(var event) -> inThread(notice, event, there.get());
        };
    }

    /// Remembers of what the notice tells, and lays the documents beside it.
    private SendOutcome inThread(Notice notice, String event, Matrix there) {
        var sketch = notice.sketch();
        if (sketch == null) return new SendOutcome.Sent();
        var room = config.get(Setting.STAFF_MATRIX_ROOM);
        var kept = events.remember(event, room, notice.conversation(), clock.instant());
        if (!(kept instanceof Written.Done<Boolean>)) return new SendOutcome.Later("store");
        if (!ForwardSettings.filesIntoTheRoom(config)) return new SendOutcome.Sent();
        for (var sheet : sheets(sketch))
            if (there.tellTeam(sheet, event, notice.id()) instanceof Told.Not(var why))
                return new SendOutcome.Later(why);
        return new SendOutcome.Sent();
    }

    private List<Sheet> sheets(Sketch sketch) {
        var pdf = new SketchPdf(config.zone()).render(sketch);
        var json = new SketchJson();
        var name = sketch.reference();
        return List.of(
                new Sheet(name + ".pdf", PagePdf.MEDIA_TYPE, pdf),
                new Sheet(name + ".json", json.mediaType(), json.render(sketch).getBytes(UTF_8)));
    }
}
