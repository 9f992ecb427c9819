// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.desk.DeskRow;

/// Sketches as they were handed in, revision by revision.
public final class Sketches {
    /// Where a dialog puts what its people call their project or what they come with.
    private static final List<String> TITLES = List.of("titel", "title", "thema", "topic");

    private final SubmissionStore submissions;

    /// Read from here.
    public Sketches(SubmissionStore submissions) {
        this.submissions = submissions;
    }

    /// The newest one; none once it is erased.
    public Optional<Sketch> newest(DeskRow row) {
        return revision(row, row.revision());
    }

    /// One revision.
    public Optional<Sketch> revision(DeskRow row, int revision) {
        return submissions
                .find(row.id(), revision)
                .map(one -> SketchJson.read(one.sketch()).submitted(one.at()));
    }

    /// All revisions, the oldest first.
    public List<Sketch> all(DeskRow row) {
        var all = new ArrayList<Sketch>();
        for (int i = 1; i <= row.revision(); i++) revision(row, i).ifPresent(all::add);
        return all;
    }

    /// What its people call it, else what its dialog is called.
    public static String title(Sketch sketch) {
        return sketch.sections().stream()
                .filter(section -> section.status() == Sketch.Status.ANSWERED)
                .filter(section -> TITLES.contains(lastPart(section.field())))
                .map(Sketch.Section::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(sketch.title());
    }

    private static String lastPart(String field) {
        return field.substring(field.lastIndexOf('/') + 1);
    }

    /// The section of a question of the catalogue.
    public static Optional<Sketch.Section> section(Sketch sketch, String catalogue) {
        return sketch.sections().stream()
                .filter(section -> section.catalogue().equals(catalogue))
                .findFirst();
    }
}
