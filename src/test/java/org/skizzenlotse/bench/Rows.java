// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What each turn of the small workload writes, in bytes of content: its state, its facts and its
/// messages. Read from a database after a conversation that was really led.
record Rows(int state, List<Integer> facts, List<Integer> messages) {
    /// Leads a conversation in this folder and looks after every turn.
    static List<Rows> ofAConversation(Path folder) throws IOException {
        var work = new Workload(Workload.SMALL);
        var rows = new ArrayList<Rows>();
        try (var durable = new Durable(folder, List.of(work))) {
            var token = durable.open(work);
            int facts = durable.database().read(handle -> count(handle, "history"));
            int messages = durable.database().read(handle -> count(handle, "message"));
            for (var answer : work.answers(1)) {
                durable.turn(token, answer);
                int factsBefore = facts;
                int messagesBefore = messages;
                var one =
                        durable.database()
                                .read(handle ->
                                        new Rows(
                                                lengths(handle, "conversation", "state", 0)
                                                        .getFirst(),
                                                payloads(handle, "history", factsBefore),
                                                payloads(handle, "message", messagesBefore)));
                facts += one.facts().size();
                messages += one.messages().size();
                rows.add(one);
            }
        }
        return rows;
    }

    private static int count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one();
    }

    private static List<Integer> payloads(Handle handle, String table, int after) {
        return lengths(handle, table, "payload", after);
    }

    private static List<Integer> lengths(Handle handle, String table, String column, int after) {
        return handle.createQuery(
                        "select length(%s) from %s order by rowid limit -1 offset %d"
                                .formatted(column, table, after))
                .mapTo(Integer.class)
                .list();
    }

    /// One line a turn.
    static void write(List<Rows> all, Path file) throws IOException {
        Files.write(file, all.stream().map(Rows::line).toList());
    }

    static List<Rows> read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(Rows::of).toList();
        }
    }

    private String line() {
        return state + ";" + numbers(facts) + ";" + numbers(messages);
    }

    private static String numbers(List<Integer> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }

    private static Rows of(String line) {
        var parts = line.split(";", -1);
        return new Rows(Integer.parseInt(parts[0]), numbers(parts[1]), numbers(parts[2]));
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(",", -1))
                .filter(one -> !one.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
