// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.OutboxStore.Leased;
import org.skizzenlotse.store.SubmissionStore;

/// Places that get notices: a row of the outbox becomes a notice, which leaves on their way.
public final class Notices {
    private final SubmissionStore submissions;
    private final UnaryOperator<String> link;

    /// With links to where staff read the sketch of a reference (empty: nowhere).
    public Notices(SubmissionStore submissions, UnaryOperator<String> link) {
        this.submissions = submissions;
        this.link = link;
    }

    /// A way on which notices leave.
    @FunctionalInterface
    public interface Way {
        /// Sends it, on the caller's thread; the same notice may come again.
        SendOutcome send(Notice notice) throws IOException;
    }

    /// What comes on that way, within that time.
    public Target on(Way way, Duration takesAtMost) {
        return new Place(this, way, takesAtMost);
    }

    private record Place(Notices notices, Way way, Duration takesAtMost) implements Target {
        @Override
        public SendOutcome send(Leased leased) throws IOException {
            var notice = notices.of(leased);
            return notice.isEmpty() ? new SendOutcome.Sent() : way.send(notice.get());
        }

        /// Another notice follows, which asks for it.
        @Override
        public void takeBack(Leased leased) {}
    }

    /// The notice of a row; none when its sketch was erased in the meantime.
    private Optional<Notice> of(Leased leased) {
        return switch (leased.kind()) {
            case "mail" -> sketch(leased, Notice.Event.SUBMITTED);
            case "removed" -> sketch(leased, Notice.Event.REDACTED);
            case "withdrawn" -> Optional.of(end(leased, Notice.Event.WITHDRAWN));
            case "expired" -> Optional.of(end(leased, Notice.Event.EXPIRED));
            default -> throw new IllegalStateException("unknown kind " + leased.kind());
        };
    }

    private Optional<Notice> sketch(Leased leased, Notice.Event event) {
        return submissions
                .find(leased.conversation(), leased.revision())
                .map(one ->
                        new Notice(
                                leased.id(),
                                event,
                                leased.conversation(),
                                one.reference(),
                                leased.revision(),
                                one.at(),
                                SketchJson.read(one.sketch()).submitted(one.at()),
                                link.apply(one.reference())));
    }

    private static Notice end(Leased leased, Notice.Event event) {
        var reference = leased.reference().orElseThrow();
        return new Notice(leased.id(), event, leased.conversation(), reference, 0, null, null, "");
    }
}
