// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.matrix.Homeserver.Account;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Happening;
import org.skizzenlotse.channel.matrix.Homeserver.Keeping;
import org.skizzenlotse.channel.matrix.Homeserver.Kind;
import org.skizzenlotse.channel.matrix.Homeserver.Listener;
import org.skizzenlotse.channel.matrix.Homeserver.Opened;
import org.skizzenlotse.channel.matrix.synapse.Synapse;

/// A bot's account, what it keeps, and all that came to it; joins where it is invited.
final class TestAccount implements AutoCloseable, Listener, Keeping {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Synapse synapse;
    private final String user;
    private final String password;
    private final Path folder;
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final List<Happening> came = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();

    /// So many answers are still refused.
    final AtomicInteger refusals = new AtomicInteger();

    /// What cannot be kept; empty for nothing.
    volatile String unkept = "";

    volatile boolean joins = true;
    private volatile @Nullable Homeserver server;

    TestAccount(Synapse synapse, Path folder) throws Exception {
        var name = Synapse.newName("bot");
        this.synapse = synapse;
        this.password = name + "-pass";
        this.user = synapse.register(name, password);
        this.folder = folder.resolve(name);
    }

    Homeserver open() throws Failed {
        var account = new Account(synapse.base(), user, password, folder, this);
        var opened = TrixnityHomeserver.open(account);
        server = opened;
        return opened;
    }

    Homeserver listen() throws Failed {
        var opened = open();
        opened.listen(this);
        return opened;
    }

    Homeserver server() {
        return Objects.requireNonNull(server);
    }

    /// Ends what is open, as a restart does.
    void stop() {
        server().close();
    }

    String user() {
        return user;
    }

    Path folder() {
        return folder;
    }

    String base() {
        return synapse.base();
    }

    String device() {
        return get("device");
    }

    @Override
    public String get(String name) {
        return kept.getOrDefault(name, "");
    }

    @Override
    public void put(String name, String value) throws IOException {
        if (name.equals(unkept)) throw new IOException("full");
        kept.put(name, value);
    }

    @Override
    public boolean came(List<Happening> all) {
        if (refusals.getAndDecrement() > 0) return false;
        synchronized (this) {
            for (var one : all) {
                if (times.merge(one.id(), 1, Integer::sum) == 1) came.add(one);
            }
        }
        for (var one : all) {
            if (one.kind() == Kind.INVITED && joins && joined.add(one.id())) {
                Thread.startVirtualThread(() -> join(one.room()));
            }
        }
        return true;
    }

    @Override
    public synchronized boolean isKnown(String event) {
        return times.containsKey(event);
    }

    synchronized List<Happening> all(Kind kind) {
        return came.stream().filter(one -> one.kind() == kind).toList();
    }

    /// What was said, as far as it came, opened, in its order.
    List<String> said() throws Exception {
        var found = new ArrayList<String>();
        for (var one : all(Kind.EVENT)) {
            var type = Calls.parsed(one.event()).path("type").asText();
            if (!type.equals("m.room.message") && !type.equals("m.room.encrypted")) continue;
            found.add(Calls.parsed(opened(one).json()).path("content").path("body").asText());
        }
        return found;
    }

    Opened opened(Happening event) throws Exception {
        return await("key", () -> tried(event));
    }

    private @Nullable Opened tried(Happening event) throws Failed {
        try {
            return server().open(event.event());
        } catch (Failed failed) {
            if (failed.how() != Failed.How.NOT_NOW) throw failed;
            return null;
        }
    }

    /// Asks until there is something.
    static <T> T await(String what, Callable<@Nullable T> found) throws Exception {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var got = found.call();
            if (got != null && !got.equals(false)) return got;
            Thread.sleep(50);
        }
        throw new AssertionError("no " + what);
    }

    private void join(String room) {
        try {
            server().join(room);
        } catch (Failed failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        var open = server;
        if (open != null) open.close();
    }
}
