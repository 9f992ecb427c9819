// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Many people at once at one server, each sending the next turn as soon as the last is answered.
/// Conversations are begun before the clock runs.
final class Crowd {
    private static final Workload WORK = new Workload(Workload.SMALL);

    private final int port;
    private final int people;
    private final AtomicInteger seeds = new AtomicInteger();
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();

    Crowd(int port, int people) {
        this.port = port;
        this.people = people;
    }

    /// How a round went: turns a second, and the time of each in nanoseconds.
    record Round(double turnsPerSecond, List<Long> nanos) {
        double millis(double percent) {
            var all = nanos.stream().mapToLong(Long::longValue).toArray();
            return Figures.percentile(all, percent) / 1e6;
        }
    }

    /// Begins conversations until so many are ready.
    void prepare(int conversations) throws InterruptedException {
        together(caller -> {
            while (begun.size() < conversations) begun.add(begin(caller));
        });
    }

    /// Everybody talks for this time.
    Round round(long millis) throws InterruptedException {
        var end = System.nanoTime() + millis * 1_000_000;
        var nanos = new ConcurrentLinkedQueue<List<Long>>();
        var began = System.nanoTime();
        together(caller -> {
            var mine = new ArrayList<Long>();
            while (System.nanoTime() < end) conversation(caller, end, mine);
            nanos.add(mine);
        });
        var seconds = (System.nanoTime() - began) / 1e9;
        var all = nanos.stream().flatMap(List::stream).toList();
        return new Round(all.size() / seconds, all);
    }

    private void conversation(Caller caller, long end, List<Long> nanos) throws IOException {
        var token = begun.poll();
        if (token == null) token = begin(caller);
        for (var answer : WORK.answers(seeds.incrementAndGet())) {
            var began = System.nanoTime();
            if (began >= end) return;
            turn(caller, token, answer);
            nanos.add(System.nanoTime() - began);
        }
    }

    /// Begins and consents; gives the token.
    static String begin(Caller caller) throws IOException {
        var body = "{\"dialog\":\"" + WorkloadFiles.id(WORK) + "\"}";
        var reply = caller.post("conversations", "", "", body);
        if (reply.status() != 201) throw new IOException("not begun: " + reply.status());
        int at = reply.body().indexOf("\"token\":\"") + 9;
        var token = reply.body().substring(at, reply.body().indexOf('"', at));
        take(caller, token, "consent", consent());
        return token;
    }

    /// One turn; what comes back must be a taken answer.
    static String turn(Caller caller, String token, Workload.Answer answer) throws IOException {
        return take(caller, token, answer.asked().id(), body(answer));
    }

    private static String take(Caller caller, String token, String key, String body)
            throws IOException {
        var reply = caller.post("conversation/turns", token, key, body);
        if (reply.status() != 200 || reply.body().contains("\"kind\":\"error\""))
            throw new IOException("not taken: " + reply);
        return reply.body();
    }

    private static String consent() {
        var body = JsonNodeFactory.instance.objectNode().put("step", WorkloadFiles.CONSENT);
        body.putArray("choose").add("yes");
        return body.toString();
    }

    private static String body(Workload.Answer answer) {
        var body = JsonNodeFactory.instance.objectNode().put("step", answer.asked().id());
        if (answer.options().isEmpty()) return body.put("text", answer.words()).toString();
        var chosen = body.putArray("choose");
        answer.options().forEach(chosen::add);
        return body.toString();
    }

    /// What one person does.
    private interface Doing {
        void with(Caller caller) throws IOException;
    }

    private void together(Doing doing) throws InterruptedException {
        var done = new CountDownLatch(people);
        var wrong = new ConcurrentLinkedQueue<Exception>();
        for (int i = 0; i < people; i++)
            Thread.ofVirtual()
                    .start(() -> {
                        try (var caller = new Caller(port)) {
                            doing.with(caller);
                        } catch (IOException | RuntimeException failed) {
                            wrong.add(failed);
                        } finally {
                            done.countDown();
                        }
                    });
        done.await();
        if (!wrong.isEmpty()) throw new IllegalStateException("a caller failed", wrong.peek());
    }
}
