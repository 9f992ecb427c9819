// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.web.Refusal;

/// The sketches that an address names.
public final class Chosen {
    private static final Pattern COMMAS = Pattern.compile(",");

    private Chosen() {}

    /// A row with its newest sketch.
    public record One(DeskRow row, Sketch sketch) {}

    /// The row of the reference in the path.
    public static DeskRow row(Office room, Visit visit) {
        return room.desk()
                .find(visit.member().id(), visit.context().pathParam("reference"))
                .orElseThrow(Chosen::unknown);
    }

    /// Those that the parameter `refs` names, with commas between, in their order, at most so many.
    public static List<One> all(Office room, Visit visit, int most) {
        var given = visit.context().queryParam("refs");
        var chosen = new ArrayList<One>();
        COMMAS.splitAsStream(given == null ? "" : given)
                .map(String::strip)
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .limit(most)
                .flatMap(reference -> room.desk().find(visit.member().id(), reference).stream())
                .forEach(row ->
                        room.sketches()
                                .newest(row)
                                .ifPresent(sketch -> chosen.add(new One(row, sketch))));
        return chosen;
    }

    /// There is no such sketch.
    public static Refusal unknown() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "Diese Skizze gibt es hier nicht.");
    }
}
