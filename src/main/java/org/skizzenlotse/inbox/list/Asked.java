// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.store.desk.DeskFilter;
import org.skizzenlotse.store.desk.DeskFilter.Only;
import org.skizzenlotse.store.desk.DeskFilter.Order;
import org.skizzenlotse.store.staff.Member;

/// What the address of the list asks for: a filter, words to search for, and a page.
record Asked(DeskFilter filter, String words, int page) {
    /// In place of a staff ID: whoever looks.
    static final String MINE = "ich";

    private static final int WORDS_MAX = 200;
    private static final int VALUE_MAX = 80;
    private static final int PAGE_MAX = 100_000;

    static Asked of(Context context) {
        return new Asked(
                new DeskFilter(
                        value(context, "stand"),
                        value(context, "licht"),
                        value(context, "thema"),
                        value(context, "dialog"),
                        value(context, "kanal"),
                        value(context, "bei"),
                        value(context, "etikett"),
                        only(value(context, "nur")),
                        order(value(context, "folge"))),
                value(context, "suche", WORDS_MAX),
                page(value(context, "seite")));
    }

    private static String value(Context context, String name) {
        return value(context, name, VALUE_MAX);
    }

    private static String value(Context context, String name, int most) {
        var value = context.queryParam(name);
        if (value == null) return "";
        var plain = value.strip();
        return plain.length() > most ? plain.substring(0, most) : plain;
    }

    private static Only only(String id) {
        for (var one : Only.values()) if (one.id().equals(id)) return one;
        return Only.ALL;
    }

    private static Order order(String id) {
        for (var one : Order.values()) if (one.id().equals(id)) return one;
        return Order.NEWEST;
    }

    private static int page(String number) {
        return number.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(number), 1, PAGE_MAX) : 1;
    }

    /// The filter as the store takes it for this member.
    DeskFilter by(Member me) {
        return filter.assigned().equals(MINE) ? filter.assignedTo(me.id().value()) : filter;
    }

    /// Whether anything narrows the list beside a search.
    boolean narrows() {
        return !filter.equals(DeskFilter.ALL.ordered(filter.order()));
    }

    /// The address of another page of the same.
    String at(int other) {
        var parts = new ArrayList<String>();
        add(parts, "suche", words);
        add(parts, "stand", filter.status());
        add(parts, "licht", filter.light());
        add(parts, "thema", filter.topic());
        add(parts, "dialog", filter.dialog());
        add(parts, "kanal", filter.channel());
        add(parts, "bei", filter.assigned());
        add(parts, "etikett", filter.label());
        if (filter.only() != Only.ALL) add(parts, "nur", filter.only().id());
        if (filter.order() != Order.NEWEST) add(parts, "folge", filter.order().id());
        if (other > 1) add(parts, "seite", "" + other);
        return "/staff" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) parts.add(name + "=" + URLEncoder.encode(value, UTF_8));
    }

    @Override
    public String toString() {
        return "Asked[" + filter + " " + page + "]";
    }
}
