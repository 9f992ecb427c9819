// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;

/// What a call for sketches means for a conversation: said at the start, before handing in, and on
/// handing in. A sketch that comes too late is for consultation, never refused. Says nothing where
/// no call is announced, or the dialog takes no part in one.
final class Calling {
    private final Draft draft;

    Calling(Draft draft) {
        this.draft = draft;
    }

    /// Named before anything is asked.
    void begin() {
        var call = call();
        if (call == null) return;
        if (standing(call) == Call.Standing.OVER)
            draft.say(Message.Kind.NOTICE, phrase(Phrase.CALL_OVER, call, call.until()));
        else
            draft.say(
                    Message.Kind.NOTICE,
                    draft.phrase(
                                    Phrase.CALL_RUNNING,
                                    name(call.name()),
                                    when(call.until()),
                                    String.valueOf(Call.FINISHING.toHours()))
                            + places(call));
    }

    private String places(Call call) {
        if (call.places() == 0) return "";
        var places = String.valueOf(call.places());
        return " "
                + (call.places() == 1
                        ? draft.phrase(Phrase.CALL_PLACE)
                        : draft.phrase(Phrase.CALL_PLACES, places));
    }

    /// What handing in now would mean; empty where there is nothing to say.
    String review() {
        var entry = counted();
        if (entry != null) return draft.phrase(Phrase.CALL_REVIEW_COUNTS, name(entry.call()));
        var call = call();
        if (call == null) return "";
        return switch (standing(call)) {
            case RUNNING -> phrase(Phrase.CALL_REVIEW, call, call.until());
            case FINISHING -> phrase(Phrase.CALL_REVIEW_FINISHING, call, call.until(), call.end());
            case OVER -> phrase(Phrase.CALL_REVIEW_OVER, call, call.until());
        };
    }

    /// Decides for what a sketch is handed in, and says it. What counted once counts for good;
    /// otherwise each submission is looked at anew.
    void enter() {
        var entry = counted();
        if (entry != null) {
            draft.noted(Phrase.CALL_COUNTS_STILL, name(entry.call()));
            return;
        }
        var call = call();
        if (call == null) return;
        var counts = standing(call) != Call.Standing.OVER;
        var begun = draft.now().startedAt();
        var now = draft.given().now();
        draft.note(
                new Happened.Entered(new ForCall(call.name(), call.until(), begun, now, counts)));
        if (counts) draft.noted(Phrase.CALL_COUNTS, name(call.name()));
        else draft.noted(Phrase.CALL_CONSULTATION, name(call.name()), when(call.until()));
    }

    /// A reminder, with the deadline where one is still to be met.
    String reminder() {
        var call = call();
        if (call == null) return draft.phrase(Phrase.REMINDER);
        return switch (standing(call)) {
            case RUNNING -> phrase(Phrase.REMINDER_CALL, call, call.until());
            case FINISHING -> phrase(Phrase.REMINDER_CALL, call, call.end());
            case OVER -> draft.phrase(Phrase.REMINDER);
        };
    }

    private @Nullable Call call() {
        return draft.dialog().head().call() ? draft.given().call() : null;
    }

    private @Nullable ForCall counted() {
        var entry = draft.now().entry();
        return entry != null && entry.counts() ? entry : null;
    }

    private Call.Standing standing(Call call) {
        return call.standing(draft.now().startedAt(), draft.given().now());
    }

    private String phrase(Sayable phrase, Call call, Instant... times) {
        var details = new String[times.length + 1];
        details[0] = name(call.name());
        for (int i = 0; i < times.length; i++) details[i + 1] = when(times[i]);
        return draft.phrase(phrase, details);
    }

    private static String name(String call) {
        return Display.escape(call);
    }

    /// Weekday, day, time of day and where that is the time.
    private String when(Instant at) {
        return moment(draft, at);
    }

    /// The same at any moment.
    static String moment(Draft draft, Instant at) {
        var zone = draft.given().zone();
        var local = at.atZone(zone);
        var day = draft.language().weekday(local.toLocalDate());
        var time = "%02d:%02d".formatted(local.getHour(), local.getMinute());
        return draft.phrase(Phrase.CALL_TIME, day, time, place(zone));
    }

    private static String place(ZoneId zone) {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }
}
