// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which calls go wrong, in the order in which it was said. Methods are named as the documentation
/// does it; [#EVERY] stands for each of them, [#FILE] for the fetching of a file.
public final class Faults {
    public static final String EVERY = "*";
    public static final String FILE = "file";

    private static final String ANY_CHAT = "";

    /// `left` is how often it still happens.
    private record Planned(String method, String chat, long left, Fault fault) {
        boolean meets(String called, String calledChat) {
            return (method.equals(EVERY) || method.equals(called))
                    && (chat.equals(ANY_CHAT) || chat.equals(calledChat));
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    Faults() {}

    /// For the next call of the method.
    public Faults next(String method, Fault fault) {
        return next(method, 1, fault);
    }

    public Faults next(String method, int times, Fault fault) {
        return plan(new Planned(checked(method), ANY_CHAT, times, fault));
    }

    /// For the next call of the method that goes to this person's or group's chat.
    public Faults nextTo(long chat, String method, Fault fault) {
        return plan(new Planned(checked(method), Long.toString(chat), 1, fault));
    }

    /// Until [#clear].
    public Faults always(String method, Fault fault) {
        return plan(new Planned(checked(method), ANY_CHAT, Long.MAX_VALUE, fault));
    }

    public Faults alwaysTo(long chat, String method, Fault fault) {
        return plan(new Planned(checked(method), Long.toString(chat), Long.MAX_VALUE, fault));
    }

    /// All goes well from now on.
    public synchronized void clear() {
        planned.clear();
    }

    /// How many planned ones did not happen yet, those for always not counted.
    public synchronized int open() {
        return (int) planned.stream().filter(one -> one.left < Integer.MAX_VALUE).count();
    }

    synchronized Optional<Fault> take(String method, String chat) {
        for (int i = 0; i < planned.size(); i++) {
            var one = planned.get(i);
            if (!one.meets(method, chat)) continue;
            if (one.left == 1) planned.remove(i);
            else planned.set(i, new Planned(one.method, one.chat, one.left - 1, one.fault));
            return Optional.of(one.fault);
        }
        return Optional.empty();
    }

    private synchronized Faults plan(Planned one) {
        planned.add(one);
        return this;
    }

    private static String checked(String method) {
        if (method.equals(EVERY) || method.equals(FILE)) return method;
        return Method.of(method)
                .map(Method::words)
                .orElseThrow(() -> new IllegalArgumentException("no method " + method));
    }
}
