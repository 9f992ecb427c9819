// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.desk.Sketches;
import org.skizzenlotse.inbox.desk.Vocabulary;
import org.skizzenlotse.inbox.list.ListView.Choice;
import org.skizzenlotse.inbox.list.ListView.Field;
import org.skizzenlotse.inbox.list.ListView.Line;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.desk.DeskFilter;
import org.skizzenlotse.store.desk.DeskFilter.Only;
import org.skizzenlotse.store.desk.DeskFilter.Order;
import org.skizzenlotse.store.desk.DeskPage;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.desk.InUse;

/// Makes the list from rows.
final class ListMaker {
    private final Office office;
    private final StaffTexts texts;
    private final Asked asked;

    ListMaker(Office office, Visit visit, Asked asked) {
        this.office = office;
        this.texts = visit.texts();
        this.asked = asked;
    }

    ListView made(DeskPage page) {
        var names = office.colleagues().present();
        return new ListView(
                page.rows().stream().map(this::line).toList(),
                fields(office.desk().inUse(), names),
                asked.words(),
                page.total(),
                page.whole(),
                asked.narrows() || !asked.words().isEmpty(),
                paging(page));
    }

    private ListView.Paging paging(DeskPage page) {
        int here = asked.page();
        return new ListView.Paging(
                here,
                page.pages(),
                here > 1 ? asked.at(Math.min(here - 1, page.pages())) : "",
                here < page.pages() ? asked.at(here + 1) : "");
    }

    private Line line(DeskRow row) {
        var vocabulary = office.vocabulary();
        var days = office.days();
        var state = row.state();
        var promised = state.promisedAt();
        var end = row.around().endAt();
        return new Line(
                row.reference(),
                office.sketches().newest(row).map(Sketches::title).orElse(row.reference()),
                row.around().unread(),
                row.light(),
                row.light().isEmpty() ? "" : vocabulary.light(row.light(), texts),
                vocabulary.status(state.status(), texts),
                about(row),
                office.colleagues().name(state.assigned()).orElse(""),
                days.age(row.at(), texts),
                days.day(row.at(), texts),
                open(row.openPoints()),
                promised == null ? "" : days.until(promised, texts),
                days.isOver(promised),
                days.day(end, texts),
                state.labels());
    }

    /// Topic, dialog where it is no sketch by questions, and channel.
    private String about(DeskRow row) {
        var words = new ArrayList<String>();
        if (row.topics().isEmpty()) words.add(office.vocabulary().dialog(row.dialog(), texts));
        for (var topic : row.topics())
            words.add(office.vocabulary().topic(row.dialog(), topic, texts));
        words.add(
                texts.say(
                        "by_channel", office.vocabulary().channel(row.around().channel(), texts)));
        return String.join(" · ", words);
    }

    private String open(int points) {
        return switch (points) {
            case 0 -> texts.say("open_none");
            case 1 -> texts.say("open_one");
            default -> texts.say("open_many", points);
        };
    }

    private ListView.Fields fields(InUse inUse, Map<String, String> names) {
        var filter = asked.filter();
        var vocabulary = office.vocabulary();
        var first =
                List.of(
                        only(filter),
                        field(
                                "stand",
                                filter.status(),
                                vocabulary.statuses(inUse.statuses()),
                                id -> vocabulary.status(id, texts)),
                        assigned(filter, names),
                        order(filter));
        var more = new ArrayList<Field>();
        more.add(
                field(
                        "licht",
                        filter.light(),
                        Vocabulary.LIGHTS,
                        id -> vocabulary.light(id, texts)));
        more.add(
                field(
                        "thema",
                        filter.topic(),
                        inUse.topics(),
                        id -> vocabulary.topic(id, inUse.dialogs(), texts)));
        more.add(
                field(
                        "dialog",
                        filter.dialog(),
                        inUse.dialogs(),
                        id -> vocabulary.dialog(id, texts)));
        more.add(
                field(
                        "kanal",
                        filter.channel(),
                        inUse.channels(),
                        id -> vocabulary.channel(id, texts)));
        more.add(field("etikett", filter.label(), inUse.labels(), id -> id));
        more.removeIf(field -> field.choices().size() < 2);
        boolean open = more.stream().anyMatch(field -> !field.choices().getFirst().chosen());
        return new ListView.Fields(first, more, open);
    }

    private Field field(
            String name, String chosen, List<String> ids, Function<String, String> words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", texts.say("any"), chosen.isEmpty()));
        for (var id : ids) choices.add(new Choice(id, words.apply(id), id.equals(chosen)));
        return new Field(name, texts.say("filter_" + name), choices);
    }

    private Field only(DeskFilter filter) {
        var choices = new ArrayList<Choice>();
        for (var one : Only.values())
            choices.add(
                    new Choice(
                            one == Only.ALL ? "" : one.id(),
                            texts.say("only_" + one.id()),
                            one == filter.only()));
        return new Field("nur", texts.say("filter_nur"), choices);
    }

    private Field order(DeskFilter filter) {
        var choices = new ArrayList<Choice>();
        for (var one : Order.values())
            choices.add(
                    new Choice(one.id(), texts.say("order_" + one.id()), one == filter.order()));
        return new Field("folge", texts.say("filter_folge"), choices);
    }

    private Field assigned(DeskFilter filter, Map<String, String> names) {
        var chosen = filter.assigned();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", texts.say("any"), chosen.isEmpty()));
        choices.add(new Choice(Asked.MINE, texts.say("mine"), chosen.equals(Asked.MINE)));
        choices.add(
                new Choice(
                        DeskFilter.NOBODY, texts.say("nobody"), chosen.equals(DeskFilter.NOBODY)));
        names.forEach((id, name) -> choices.add(new Choice(id, name, id.equals(chosen))));
        return new Field("bei", texts.say("filter_bei"), choices);
    }
}
