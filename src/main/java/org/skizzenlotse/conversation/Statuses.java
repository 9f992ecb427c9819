// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The statuses that staff choose from, in their order. Each has an ID; the usual ones have words
/// in every language, others those that the installation gives them.
public record Statuses(List<Status> all) {
    /// Nothing is refused without them.
    public static final String NOT_THIS_TIME = "not_this_time";

    private static final String ARRIVED = "arrived";
    private static final String DONE = "done";

    private static final Set<String> USUALLY =
            Set.of(
                    ARRIVED,
                    "reading",
                    "asked",
                    "appointment",
                    "advising",
                    "carrying_out",
                    NOT_THIS_TIME,
                    DONE);

    private static final Pattern ONE =
            Pattern.compile("([a-z][a-z_]{0,30})(?:\\s*=\\s*(.{1,80}))?");

    /// Those that hold where nobody says otherwise.
    public static final Statuses USUAL =
            of("arrived; reading; asked; appointment; advising; carrying_out; not_this_time; done");

    /// One of them; without words of its own it has the usual ones.
    public record Status(String id, String words) {
        /// Whether it is said only with a reason and an offer.
        public boolean needsReason() {
            return id.equals(NOT_THIS_TIME);
        }

        /// Whether everything ends with it.
        public boolean closes() {
            return id.equals(DONE);
        }
    }

    /// Copies the list.
    public Statuses {
        all = List.copyOf(all);
    }

    /// Those of a setting: IDs with semicolons between, each with `=` and words where it is to have
    /// others than usual. What the service itself says comes first and last.
    ///
    /// @throws IllegalArgumentException for one that is none, with what is wrong in German
    public static Statuses of(String setting) {
        var all = new ArrayList<Status>();
        for (var part : setting.split(";", -1)) {
            if (part.isBlank()) continue;
            var found = ONE.matcher(part.strip());
            if (!found.matches())
                throw new IllegalArgumentException("„" + part.strip() + "“ ist kein Status.");
            var words = Optional.ofNullable(found.group(2)).orElse("").strip();
            if (words.isEmpty() && !USUALLY.contains(found.group(1)))
                throw new IllegalArgumentException(
                        "„" + found.group(1) + "“ braucht Wörter: " + found.group(1) + "=…");
            var status = new Status(found.group(1), words);
            if (all.stream().anyMatch(one -> one.id().equals(status.id())))
                throw new IllegalArgumentException("„" + status.id() + "“ steht zweimal da.");
            all.add(status);
        }
        if (all.stream().noneMatch(one -> one.id().equals(ARRIVED)))
            all.addFirst(new Status(ARRIVED, ""));
        if (all.stream().noneMatch(Status::closes)) all.add(new Status(DONE, ""));
        return new Statuses(all);
    }

    /// The one with this ID.
    public Optional<Status> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
