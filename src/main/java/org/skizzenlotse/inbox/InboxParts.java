// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.brief.BriefPages;
import org.skizzenlotse.inbox.brief.ComparePages;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.export.ExportPages;
import org.skizzenlotse.inbox.list.ListPages;
import org.skizzenlotse.inbox.live.NewsPages;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.sketch.DeliveryPages;
import org.skizzenlotse.inbox.sketch.NotePages;
import org.skizzenlotse.inbox.sketch.SketchDeeds;
import org.skizzenlotse.inbox.sketch.SketchPages;
import org.skizzenlotse.inbox.statistics.StatisticsPages;

/// The pages about sketches. What they work with is opened once, by the first page that is asked
/// for.
public final class InboxParts implements Part {
    private final Supplier<Office.Means> means;
    private final List<Part> parts;
    private final AtomicReference<Office> opened = new AtomicReference<>();

    /// Over an installation that may not be open yet.
    public InboxParts(Supplier<Office.Means> means) {
        this.means = means;
        this.parts =
                List.of(
                        new ListPages(this::office),
                        new SketchPages(this::office),
                        new SketchDeeds(this::office),
                        new NotePages(this::office),
                        new DeliveryPages(this::office),
                        new BriefPages(this::office),
                        new ComparePages(this::office),
                        new ExportPages(this::office),
                        new StatisticsPages(this::office),
                        new NewsPages(this::office));
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        for (var part : parts) part.addTo(routes, gate);
    }

    private synchronized Office office() {
        var known = opened.get();
        if (known != null) return known;
        var made = Office.over(means.get());
        opened.set(made);
        return made;
    }

    @Override
    public void close() {
        parts.forEach(Part::close);
        var known = opened.get();
        if (known != null) known.desk().close();
    }
}
