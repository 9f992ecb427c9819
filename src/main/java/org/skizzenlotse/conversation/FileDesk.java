// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.store.FileRow;
import org.skizzenlotse.store.FileStore;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.LinkStore;
import org.skizzenlotse.store.Scan;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.blob.Blob;
import org.skizzenlotse.store.blob.BlobStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;

/// Where files come in and go out, for every surface. A file comes in parts, is looked into once it
/// is whole, and is attached by a turn that names it.
public final class FileDesk {
    /// A link is opened on the other device at once, or made anew.
    static final Duration LINK_GOOD = Duration.ofMinutes(30);

    /// What was begun by a link may end over a slow line.
    private static final Duration LINK_GRACE = Duration.ofHours(2);

    private final Installation installation;
    private final Turns turns;
    private final FileStore files;
    private final LinkStore links;
    private final BlobStore blobs;
    private final FileQuestions questions;
    private final Receiving receiving;

    FileDesk(Installation installation, Published published, Database database) {
        this.installation = installation;
        this.turns = new Turns(database);
        this.files = new FileStore(database);
        this.links = new LinkStore(database);
        this.blobs = new BlobStore(database.data());
        this.questions = new FileQuestions(installation, published);
        this.receiving = new Receiving(installation, questions, database);
    }

    /// What is to come: for which question for files, belonging to which question (empty: to the
    /// whole), how many bytes (-1: as many as come until [#finish]), and in the place of which file
    /// (empty: beside the others).
    public record Announced(StepId step, String about, String name, long bytes, String replaces) {
        /// One that comes beside the others.
        public Announced(StepId step, String about, String name, long bytes) {
            this(step, about, name, bytes, "");
        }

        @Override
        public String toString() {
            return "Announced[" + step + " " + bytes + "]";
        }
    }

    /// How it went with a file that was announced.
    public sealed interface Begun {
        /// Its bytes may come.
        record Ready(String id) implements Begun {}

        /// It is not taken.
        record Refused(FileFault fault, List<String> details) implements Begun {}

        /// There is no such conversation, or it is gone.
        record NotThere(boolean gone) implements Begun {}
    }

    /// How it went with bytes.
    public sealed interface Appended {
        /// So many are there now; whole, and ready to be attached, or not yet.
        record Now(long offset, boolean whole) implements Appended {}

        /// So many are there, others than was thought.
        record Conflict(long offset) implements Appended {}

        /// It is not taken after all.
        record Refused(FileFault fault, List<String> details) implements Appended {}

        /// There is no such file, or its conversation is gone.
        record NotThere(boolean gone) implements Appended {}
    }

    /// A file as its people see it; `bytes` is -1 while nobody knows.
    public record FileView(
            String id,
            StepId step,
            String about,
            String name,
            long bytes,
            long received,
            boolean ready,
            boolean attached,
            Scan scan,
            String mediaType) {
        @Override
        public String toString() {
            return "FileView[" + id + "]";
        }
    }

    /// A file to be read.
    public record Download(FileView file, Blob blob, BlobStore blobs) {
        /// All of it.
        public InputStream whole() throws IOException {
            return blobs.read(blob);
        }

        /// From `first` to `last`, both included.
        public InputStream from(long first, long last) throws IOException {
            return blobs.read(blob, first, last);
        }
    }

    /// By which files come in from another device, until then.
    public record Link(String secret, Instant until) {
        @Override
        public String toString() {
            return "Link[" + until + "]";
        }
    }

    /// What a link is for.
    public record LinkView(StepId step, String dialog, String variant) {}

    /// Announces a file.
    public Begun begin(String token, Announced announced) {
        return begin(turns.find(token, "", installation.now()), announced);
    }

    /// Takes bytes that go on at that offset. A stream that breaks leaves what came.
    public Appended append(String token, String id, long offset, InputStream bytes) {
        return with(
                turns.find(token, "", installation.now()),
                id,
                (stored, row) -> receiving.append(stored, row, offset, bytes));
    }

    /// What came is all, for a file of which nobody knew how big it is.
    public Appended finish(String token, String id) {
        return with(turns.find(token, "", installation.now()), id, receiving::finish);
    }

    /// A file of this conversation.
    public Optional<FileView> file(String token, String id) {
        return stored(token)
                .flatMap(stored -> files.find(stored.key(), id))
                .map(FileOverview::view);
    }

    /// All of them, and what else people see of them; nothing for an unknown token.
    public FileOverview overview(String token) {
        return stored(token)
                .map(stored ->
                        FileOverview.of(
                                files.all(stored.key()),
                                installation.files().conversationBytesMax(),
                                questions.subjects(stored)))
                .orElse(FileOverview.NONE);
    }

    /// All of them, the oldest first; none for an unknown token.
    public List<FileView> files(String token) {
        return overview(token).files();
    }

    /// In which variant of its dialog this conversation is; none for an unknown token.
    public Optional<String> variant(String token) {
        return stored(token).map(stored -> stored.conversation().variant());
    }

    /// Removes one that no answer holds; those go by a turn.
    public boolean remove(String token, String id) {
        return stored(token).filter(stored -> receiving.remove(stored, id)).isPresent();
    }

    /// One to be read by those whose it is, if it is whole and nothing harmful was found.
    public Optional<Download> open(String token, String id) {
        return stored(token).flatMap(stored -> download(stored, id, false));
    }

    /// One to be read by staff: attached, and found clean where somebody looks for harm.
    public Optional<Download> openForStaff(String reference, String id) {
        return turns.find(reference)
                .map(turns::find)
                .flatMap(FileDesk::known)
                .flatMap(stored -> download(stored, id, true));
    }

    /// A link by which files for this question come in; none where it takes none.
    public Optional<Link> link(String token, StepId step) {
        var found = stored(token).filter(stored -> questions.open(stored, step).isPresent());
        if (found.isEmpty()) return Optional.empty();
        var now = installation.now();
        var link =
                new LinkStore.Link(
                        Secrets.token(), step, now, now.plus(LINK_GOOD), found.get().person());
        return switch (links.make(found.get().conversation().id(), link)) {
            case Written.Done<Boolean> _ -> Optional.of(new Link(link.secret(), link.until()));
            case Written.Conflict<Boolean> _ -> Optional.empty();
            case Written.Unavailable<Boolean> _ -> throw new StoreUnavailable("no link now");
        };
    }

    /// What a link is for, while it is good.
    public Optional<LinkView> lookAtLink(String secret) {
        var now = installation.now();
        var step = links.step(secret, now);
        return known(turns.findByLink(secret, now))
                .map(Stored::conversation)
                .flatMap(one -> step.map(it -> new LinkView(it, one.dialog(), one.variant())));
    }

    /// Announces a file that comes in by a link.
    public Begun beginByLink(String secret, String name, long bytes) {
        var now = installation.now();
        var step = links.step(secret, now);
        if (step.isEmpty()) return new Begun.NotThere(false);
        return begin(turns.findByLink(secret, now), new Announced(step.get(), "", name, bytes));
    }

    /// Takes bytes of a file that was begun by a link.
    public Appended appendByLink(String secret, String id, long offset, InputStream bytes) {
        return byLink(secret, id, (stored, row) -> receiving.append(stored, row, offset, bytes));
    }

    /// What came by a link is all.
    public Appended finishByLink(String secret, String id) {
        return byLink(secret, id, receiving::finish);
    }

    /// Ends a link.
    public void useUp(String secret) {
        links.useUp(secret);
    }

    private Begun begin(Found found, Announced announced) {
        return known(found)
                .map(stored -> receiving.begin(stored, announced))
                .orElse(new Begun.NotThere(found instanceof Found.Gone));
    }

    private interface Step {
        Appended of(Stored stored, FileRow row);
    }

    private Appended with(Found found, String id, Step step) {
        return known(found)
                .flatMap(stored -> files.find(stored.key(), id).map(row -> step.of(stored, row)))
                .orElse(new Appended.NotThere(found instanceof Found.Gone));
    }

    /// Only files of the question that the link is for.
    private Appended byLink(String secret, String id, Step step) {
        var then = installation.now().minus(LINK_GRACE);
        var question = links.step(secret, then).map(StepId::value).orElse("");
        return with(
                turns.findByLink(secret, then),
                id,
                (stored, row) ->
                        row.label().step().equals(question)
                                ? step.of(stored, row)
                                : new Appended.NotThere(false));
    }

    private Optional<Download> download(Stored stored, String id, boolean forStaff) {
        return files.find(stored.key(), id)
                .filter(FileRow::ready)
                .filter(row -> forStaff ? mayStaff(row) : row.scan() != Scan.INFECTED)
                .map(row ->
                        new Download(FileOverview.view(row), files.blob(stored.key(), id), blobs));
    }

    private boolean mayStaff(FileRow row) {
        if (!row.attached() || row.scan() == Scan.INFECTED) return false;
        return row.scan() == Scan.CLEAN || !installation.files().scanning();
    }

    private Optional<Stored> stored(String token) {
        return known(turns.find(token, "", installation.now()));
    }

    private static Optional<Stored> known(Found found) {
        return found instanceof Found.Known(var stored, _) ? Optional.of(stored) : Optional.empty();
    }
}
