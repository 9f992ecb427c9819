// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import java.util.List;
import java.util.stream.Stream;

/// How a sketch stands by the criteria of fit: those about which something is to be said, in words
/// for staff, and those about which nothing is.
public record Assessment(List<Point> points, List<String> fine) {
    /// Where there are no criteria.
    public static final Assessment NONE = new Assessment(List.of(), List.of());

    /// Copies the lists.
    public Assessment {
        points = List.copyOf(points);
        fine = List.copyOf(fine);
    }

    /// A criterion by its title, what it adds to the light, and why; `open` where an open answer
    /// keeps it undecided.
    public record Point(String criterion, String light, String why, boolean open) {}

    /// What is said about a criterion, empty for nothing.
    public List<Point> about(String criterion) {
        return points.stream().filter(one -> one.criterion().equals(criterion)).toList();
    }

    /// All criteria that were looked at, by title.
    public List<String> criteria() {
        var said = points.stream().map(Point::criterion);
        return Stream.concat(said, fine.stream()).distinct().toList();
    }
}
