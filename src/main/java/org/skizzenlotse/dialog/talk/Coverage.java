// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.Dialog;

/// What talks have touched of a dialog, measure by measure, and how many of its conditions stood
/// unknown at some time, which is counted apart.
public record Coverage(List<Share> shares, int unknown, int conditions) {
    /// What is measured.
    public enum Measure {
        STEPS,
        OPTIONS,
        OPEN,
        CONDITIONS,
        RULES,
        CHECKS
    }

    /// One thing that a talk can touch: its ID in the files (`traeger.firma`), and what it is in
    /// the words of authors.
    public record Point(Measure measure, String id, String words) {}

    /// All there is in one measure, and what no talk touches.
    public record Share(Measure measure, List<Point> all, List<Point> missed) {
        /// Copies the lists.
        public Share {
            all = List.copyOf(all);
            missed = List.copyOf(missed);
        }

        /// How many of them are touched.
        public int covered() {
            return all.size() - missed.size();
        }

        /// The whole per cent of it.
        public int percent() {
            return Coverage.percent(covered(), all.size());
        }
    }

    /// Copies the list.
    public Coverage {
        shares = List.copyOf(shares);
    }

    static Coverage of(Dialog dialog, Seen seen) {
        var points = Points.of(dialog);
        var shares = new ArrayList<Share>();
        for (var measure : Measure.values()) {
            var all = points.stream().filter(one -> one.measure() == measure).toList();
            shares.add(new Share(measure, all, all.stream().filter(seen::misses).toList()));
        }
        return new Coverage(shares, seen.unknown.size(), Judgements.of(dialog).size());
    }

    /// What is measured so.
    public Share share(Measure measure) {
        return shares.stream().filter(one -> one.measure() == measure).findFirst().orElseThrow();
    }

    /// What the talks touch, in the order of the dialog.
    public Set<Point> touched() {
        var touched = new LinkedHashSet<Point>();
        for (var share : shares) {
            touched.addAll(share.all());
            share.missed().forEach(touched::remove);
        }
        return touched;
    }

    /// What no talk touches.
    public List<Point> missed() {
        return shares.stream().flatMap(share -> share.missed().stream()).toList();
    }

    /// The whole per cent that is touched, rounded down, so that only everything is 100.
    public int percent() {
        var all = shares.stream().mapToInt(share -> share.all().size()).sum();
        return percent(all - missed().size(), all);
    }

    private static int percent(int covered, int all) {
        return all == 0 ? 100 : covered * 100 / all;
    }

    /// Collects what conversations go through.
    static final class Seen {
        private final Set<String> ids = new HashSet<>();
        private final Set<String> unknown = new HashSet<>();

        void touch(Measure measure, String id) {
            ids.add(measure + " " + id);
        }

        void stoodUnknown(String condition) {
            unknown.add(condition);
        }

        private boolean misses(Point point) {
            return !ids.contains(point.measure() + " " + point.id());
        }
    }
}
