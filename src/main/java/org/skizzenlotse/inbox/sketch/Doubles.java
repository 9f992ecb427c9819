// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.desk.Sketches;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.desk.SearchText;
import org.skizzenlotse.store.staff.StaffId;

/// Finds submissions that may be of the same people or about the same: the same address, or titles
/// with mostly the same words. It only tells; nothing is ever merged.
final class Doubles {
    /// So many words out of ten must be in both titles.
    private static final double ALIKE = 0.6;

    /// More are no help.
    private static final int SHOWN_MAX = 5;

    private final Office office;
    private final StaffTexts texts;
    private final StaffId me;

    Doubles(Office office, StaffTexts texts, StaffId me) {
        this.office = office;
        this.texts = texts;
        this.me = me;
    }

    List<SketchView.Alike> of(DeskRow row, Sketch sketch) {
        var found = new ArrayList<SketchView.Alike>();
        var known = new HashSet<>(Set.of(row.reference()));
        mail(sketch)
                .ifPresent(mail -> {
                    for (var other : candidates(mail, known))
                        if (mail(other.sketch()).filter(mail::equals).isPresent())
                            add(found, known, other, "double_mail");
                });
        var title = Sketches.title(sketch);
        if (!title.equals(sketch.title()))
            for (var other : candidates(longest(title), known))
                if (alike(title, Sketches.title(other.sketch())))
                    add(found, known, other, "double_title");
        return found.subList(0, Math.min(SHOWN_MAX, found.size()));
    }

    private record Other(DeskRow row, Sketch sketch) {}

    private List<Other> candidates(String words, Set<String> known) {
        var others = new ArrayList<Other>();
        for (var row : office.desk().newestWith(me, words))
            if (!known.contains(row.reference()))
                office.sketches()
                        .newest(row)
                        .ifPresent(sketch -> others.add(new Other(row, sketch)));
        return others;
    }

    private void add(List<SketchView.Alike> found, Set<String> known, Other other, String why) {
        if (!known.add(other.row().reference())) return;
        found.add(
                new SketchView.Alike(
                        other.row().reference(), Sketches.title(other.sketch()), texts.say(why)));
    }

    private static Optional<String> mail(Sketch sketch) {
        return sketch.sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Sketch.Entry::value)
                .filter(Value.Contact.class::isInstance)
                .map(value -> ((Value.Contact) value).email().strip().toLowerCase(Locale.ROOT))
                .filter(mail -> !mail.isEmpty())
                .findFirst();
    }

    private static String longest(String title) {
        return SearchText.words(title).stream()
                .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
    }

    private static boolean alike(String one, String other) {
        var mine = new HashSet<>(SearchText.words(one));
        var theirs = new HashSet<>(SearchText.words(other));
        var both = new HashSet<>(mine);
        both.retainAll(theirs);
        mine.addAll(theirs);
        return !mine.isEmpty() && both.size() >= ALIKE * mine.size();
    }
}
