// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;

/// Javalin on virtual threads that reads a body, makes something durable and answers, and nothing
/// else: `one` row by a group commit of its own, or `same` rows as our turns write, through the
/// group commit and the Jdbi that they go through.
public final class BareServer {
    /// Where the rows of a turn stand.
    static final String ROWS = "rows.txt";

    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final Writing writing;

    private BareServer(Writing writing) {
        this.writing = writing;
    }

    /// What is made durable before the answer.
    interface Writing {
        void begin(String id);

        void turn(String id, int number);
    }

    /// Serves until it is ended: the kind, and a folder for its data.
    public static void main(String... arguments) throws IOException, SQLException {
        var folder = Path.of(arguments[1]);
        var rows = Rows.read(folder.resolve(ROWS));
        var server = new BareServer(writing(arguments[0], folder, rows));
        var javalin =
                Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/api/v1/conversations", server::begin);
                    config.routes.post("/api/v1/conversation/turns", server::turn);
                });
        javalin.start("127.0.0.1", 0);
        Figures.say("bare: http://127.0.0.1:%d/", javalin.port());
    }

    private static Writing writing(String kind, Path folder, List<Rows> rows)
            throws IOException, SQLException {
        if (kind.equals("one")) return new OneRow(folder.resolve("one.db"), rows);
        var data = StoreSettings.in(folder.resolve("same"));
        return new SameRows(Database.open(data, Clock.systemUTC()), rows);
    }

    private void begin(Context context) {
        var id = UUID.randomUUID().toString();
        writing.begin(id);
        turns.put("Bearer " + id, new AtomicInteger());
        context.status(201).result("{\"token\":\"" + id + "\"}").contentType("application/json");
    }

    private void turn(Context context) {
        var token = String.valueOf(context.header("Authorization"));
        var number = turns.get(token).getAndIncrement();
        if (context.body().isEmpty()) throw new IllegalArgumentException("nothing said");
        if (number > 0) writing.turn(token.substring(7), number);
        context.result("{\"revision\":" + number + "}").contentType("application/json");
    }
}
