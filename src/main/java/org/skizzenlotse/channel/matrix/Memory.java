// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.messenger.Recent;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Message;

/// What makes a chat smoother and may be forgotten: after a restart somebody types a number in
/// place of a sign. Nothing here is an answer.
final class Memory {
    /// Far more people than talk at the same time.
    private static final int PEOPLE_MAX = 10_000;

    private final Map<String, Of> people = new Recent<>(PEOPLE_MAX);

    private final Map<String, Boolean> told = new Recent<>(PEOPLE_MAX);

    /// Of one person: the thread in which they write, the message that asks now and its step, the
    /// step whose answer may go on, words that answered nothing, and what is said before the rest.
    private record Of(
            String thread,
            String question,
            @Nullable StepId step,
            @Nullable StepId earlier,
            String late,
            List<Message> before) {
        static final Of NOTHING = new Of("", "", null, null, "", List.of());

        Of writingIn(String place) {
            return new Of(place, question, step, earlier, late, before);
        }

        Of going(@Nullable StepId on, String words) {
            return new Of(thread, question, step, on, words, before);
        }

        Of saying(List<Message> first) {
            return new Of(thread, question, step, earlier, late, first);
        }

        @Override
        public String toString() {
            return "Of";
        }
    }

    private Of of(String user) {
        return people.getOrDefault(user, Of.NOTHING);
    }

    /// They write in this thread of a room; in none where it is empty.
    synchronized void writes(String user, String room, String thread) {
        var place = thread.isEmpty() ? "" : room + " " + thread;
        people.put(user, of(user).writingIn(place));
    }

    /// The thread of that room in which they write; empty for none.
    synchronized String thread(String user, String room) {
        var place = of(user).thread();
        return place.startsWith(room + " ") ? place.substring(room.length() + 1) : "";
    }

    /// This message asks at this step now.
    synchronized void asked(String user, String event, StepId step) {
        var of = of(user);
        // as long as the question behind that one is asked
        var isNext = of.step() == null || of.step().equals(of.earlier()) || step.equals(of.step());
        var earlier = isNext ? of.earlier() : null;
        people.put(user, new Of(of.thread(), event, step, earlier, of.late(), of.before()));
    }

    /// Whether this message is the one that asks at this step.
    synchronized boolean asks(String user, String event, StepId step) {
        var of = of(user);
        return of.question().equals(event) && step.equals(of.step());
    }

    /// The answer at this step may go on for one question.
    synchronized void mayGoOn(String user, StepId step) {
        people.put(user, of(user).going(step, ""));
    }

    /// The step whose answer may go on.
    synchronized Optional<StepId> earlier(String user) {
        return Optional.ofNullable(of(user).earlier());
    }

    /// These words answered nothing: they may belong to the answer before.
    synchronized void unheard(String user, String words) {
        var of = of(user);
        people.put(user, of.going(of.earlier(), words));
    }

    /// Words that may belong to the answer before.
    synchronized Optional<String> late(String user) {
        return Optional.of(of(user).late()).filter(words -> !words.isEmpty());
    }

    /// This is said before the rest.
    synchronized void say(String user, Message message) {
        var of = of(user);
        var before = new ArrayList<>(of.before());
        before.add(message);
        people.put(user, of.saying(List.copyOf(before)));
    }

    /// What is said before the rest.
    synchronized List<Message> before(String user) {
        return of(user).before();
    }

    /// These are out.
    synchronized void said(String user, List<Message> out) {
        var of = of(user);
        if (of.before().isEmpty()) return;
        people.put(
                user, of.saying(of.before().stream().filter(one -> !out.contains(one)).toList()));
    }

    /// Whether something that is said once was said; from now on it was.
    synchronized boolean isTold(String what) {
        return told.put(what, true) != null;
    }

    /// All of it goes, as when a conversation is erased.
    synchronized void clear(String user) {
        people.remove(user);
    }
}
