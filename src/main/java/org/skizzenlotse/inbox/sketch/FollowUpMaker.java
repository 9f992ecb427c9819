// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skizzenlotse.conversation.Desk;
import org.skizzenlotse.conversation.Exchange;
import org.skizzenlotse.conversation.Reach;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Remark;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.staff.StaffId;

/// Tells what staff and applicants have with each other, and how these are reached.
final class FollowUpMaker {
    private final Office office;
    private final StaffTexts texts;

    FollowUpMaker(Office office, StaffTexts texts) {
        this.office = office;
        this.texts = texts;
    }

    FollowUpView of(DeskRow row) {
        var desk = office.means().conversations().desk();
        var reach = desk.reach(row.id());
        return new FollowUpView(
                reach.obstacle() == Reach.Obstacle.NONE,
                reach.isReached(),
                reach(reach),
                desk.exchange(row.id()).stream().map(this::said).toList(),
                reopenable(desk, row),
                meeting(desk.consultation(row.id()).meeting()),
                desk.agreed(row.id()).isPresent());
    }

    private String reach(Reach reach) {
        var channel = office.vocabulary().channel(reach.channel(), texts);
        return switch (reach.obstacle()) {
            case OVER -> texts.say("reach_over");
            case CONSENT -> texts.say("reach_consent");
            case NONE -> {
                if (reach.inMessenger()) yield texts.say("reach_messenger", channel);
                yield reach.byMail()
                        ? texts.say("reach_mail", channel)
                        : texts.say("reach_none", channel);
            }
        };
    }

    private FollowUpView.Said said(Exchange exchange) {
        var remark = exchange.remark();
        boolean theirs = !remark.kind().isByStaff();
        return new FollowUpView.Said(
                theirs,
                texts.say("remark_" + remark.kind().id()),
                theirs ? "" : by(remark),
                office.days().time(remark.at(), texts),
                remark.text(),
                delivery(exchange));
    }

    private String by(Remark remark) {
        return office.colleagues().name(new StaffId(remark.by())).orElse("");
    }

    private String delivery(Exchange exchange) {
        return switch (exchange.delivery()) {
            case FROM_THEM -> "";
            case LIES_THERE -> texts.say("delivery_lies");
            case WAITING -> texts.say("delivery_waiting");
            case SENT -> texts.say("delivery_sent");
            case FAILED -> texts.say("delivery_failed", exchange.why());
        };
    }

    private Map<String, String> reopenable(Desk desk, DeskRow row) {
        var steps = new LinkedHashMap<String, String>();
        var dialog = office.means().published().inForce(row.dialog());
        for (var step : desk.reopenable(row.id()))
            steps.put(
                    step.value(),
                    dialog.flatMap(one -> one.question(step))
                            .map(question -> question.wording(texts.language()).shortText())
                            .filter(words -> !words.isBlank())
                            .orElse(step.value()));
        return steps;
    }

    private String meeting(@org.jspecify.annotations.Nullable Meeting meeting) {
        if (meeting == null) return "";
        var time = meeting.time();
        if (time.isPresent())
            return texts.say("meeting_at", office.days().time(time.get(), texts), meeting.place());
        return meeting.declined()
                ? texts.say("meeting_declined")
                : texts.say("meeting_open", meeting.times().size());
    }
}
