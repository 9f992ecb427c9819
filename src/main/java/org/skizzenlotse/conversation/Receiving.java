// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.skizzenlotse.conversation.FileDesk.Announced;
import org.skizzenlotse.conversation.FileDesk.Appended;
import org.skizzenlotse.conversation.FileDesk.Begun;
import org.skizzenlotse.conversation.file.FileName;
import org.skizzenlotse.conversation.file.Judged;
import org.skizzenlotse.conversation.file.Kind;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.FileKinds;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.store.FileRow;
import org.skizzenlotse.store.FileStore;
import org.skizzenlotse.store.Scan;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.blob.BlobStore;
import org.skizzenlotse.store.blob.Taken;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.FileLabel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files in: what is announced, part after part, and then a look into the whole.
final class Receiving {
    /// Answers of thirty questions, each with some files.
    private static final int FILES_MAX = 200;

    /// What was begun and not gone on with for so long makes room for others.
    private static final Duration ABANDONED = Duration.ofHours(1);

    /// Each takes half a megabyte while it streams; who comes then comes again.
    private static final int UPLOADS_MAX = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);

    private final Installation installation;
    private final FileQuestions questions;
    private final FileStore files;
    private final BlobStore blobs;
    private final Semaphore uploads = new Semaphore(UPLOADS_MAX);
    private final Looking looking;

    Receiving(Installation installation, FileQuestions questions, Database database) {
        this.installation = installation;
        this.questions = questions;
        this.files = new FileStore(database);
        this.blobs = new BlobStore(database.data());
        this.looking = new Looking(blobs);
    }

    Begun begin(Stored stored, Announced announced) {
        var question = questions.open(stored, announced.step());
        if (question.isEmpty()) return refused(FileFault.NOT_HERE);
        if (announced.bytes() == 0) return refused(FileFault.EMPTY);
        long most = most(question.get());
        if (announced.bytes() > most) return refused(FileFault.TOO_BIG, most);
        var rows = withoutAbandoned(stored);
        var replaced = replaced(rows, announced);
        long there =
                FileOverview.standing(rows).stream()
                        .filter(row -> row.label().step().equals(announced.step().value()))
                        .filter(row -> !row.id().equals(announced.replaces()))
                        .count();
        if (there >= question.get().filesMax())
            return refused(FileFault.TOO_MANY, question.get().filesMax());
        if (!hasSpace(Math.max(0, announced.bytes()) + files.announcedBytes()))
            return refused(FileFault.NO_SPACE);
        return begun(stored, announced, replaced);
    }

    /// The file of the same question in whose place this one comes.
    private static Optional<FileRow> replaced(List<FileRow> rows, Announced announced) {
        return rows.stream()
                .filter(row -> row.id().equals(announced.replaces()))
                .filter(row -> row.label().step().equals(announced.step().value()))
                .findFirst();
    }

    private Begun begun(Stored stored, Announced announced, Optional<FileRow> replaced) {
        var rules = installation.files();
        var label =
                new FileLabel(
                        FileName.clean(announced.name()),
                        announced.step().value(),
                        questions.known(stored, announced.about()),
                        "",
                        replaced.map(FileRow::id).orElse(""));
        var row = FileRow.begun(Secrets.id(), announced.bytes(), label, installation.now());
        // for a moment both are there
        long inAll = rules.conversationBytesMax() + replaced.map(FileRow::received).orElse(0L);
        var room = new FileStore.Room(inAll, FILES_MAX, rules.totalBytesMax());
        return switch (files.begin(stored.key(), row, room)) {
            case Written.Conflict<FileStore.Fits> _ -> new Begun.NotThere(true);
            case Written.Unavailable<FileStore.Fits> _ -> refused(FileFault.BUSY);
            case Written.Done<FileStore.Fits>(var fits) ->
                    switch (fits) {
                        case YES -> made(stored, row);
                        case TOO_MANY -> refused(FileFault.TOO_MANY, FILES_MAX);
                        case TOO_MUCH ->
                                refused(FileFault.TOO_MUCH_IN_ALL, rules.conversationBytesMax());
                        case FULL -> refused(FileFault.NO_SPACE);
                    };
        };
    }

    private Begun made(Stored stored, FileRow row) {
        try {
            blobs.make(row.id());
            return new Begun.Ready(row.id());
        } catch (IOException unwritable) {
            remove(stored, row.id());
            failed("no folder for a file", unwritable);
            return refused(FileFault.NO_SPACE);
        }
    }

    private List<FileRow> withoutAbandoned(Stored stored) {
        var before = installation.now().minus(ABANDONED);
        return files.all(stored.key()).stream()
                .filter(row ->
                        row.ready()
                                || !row.touchedAt().isBefore(before)
                                || !remove(stored, row.id()))
                .toList();
    }

    Appended append(Stored stored, FileRow row, long offset, InputStream bytes) {
        if (offset != row.received()) return new Appended.Conflict(row.received());
        if (row.ready()) return new Appended.Now(offset, true);
        var question = questions.open(stored, new StepId(row.label().step()));
        if (question.isEmpty()) return no(FileFault.NOT_HERE);
        if (!hasSpace(0)) return no(FileFault.NO_SPACE);
        if (!uploads.tryAcquire()) return no(FileFault.BUSY);
        try {
            return take(stored, row, question.get(), bytes);
        } catch (NoSuchFileException removed) {
            return new Appended.NotThere(false);
        } catch (IOException unwritable) {
            failed("a part was not written", unwritable);
            return no(hasSpace(0) ? FileFault.BUSY : FileFault.NO_SPACE);
        } finally {
            uploads.release();
        }
    }

    private Appended take(Stored stored, FileRow row, AnswerType.File question, InputStream bytes)
            throws IOException {
        long room = roomOf(stored, row, question);
        var taken = blobs.append(row.id(), stored.key().files(), bytes, room);
        if (taken.ending() == Taken.Ending.TOO_MUCH) {
            remove(stored, row.id());
            long most = most(question);
            return row.received() + room >= most || row.size() >= 0
                    ? no(FileFault.TOO_BIG, row.size() >= 0 ? row.size() : most)
                    : no(FileFault.TOO_MUCH_IN_ALL, installation.files().conversationBytesMax());
        }
        if (taken.part().bytes() == 0) blobs.drop(row.id(), taken.part().number());
        else {
            var piece =
                    new FileStore.Piece(row.id(), row.received(), taken.part(), installation.now());
            var counted = files.count(stored.key(), piece);
            if (counted instanceof Written.Conflict<Boolean>) {
                blobs.drop(row.id(), taken.part().number());
                return files.find(stored.key(), row.id())
                        .<Appended>map(now -> new Appended.Conflict(now.received()))
                        .orElse(new Appended.NotThere(false));
            }
            // what is not known to count is looked after at the next start
            if (counted instanceof Written.Unavailable<Boolean>) return no(FileFault.BUSY);
        }
        var now = files.find(stored.key(), row.id());
        if (now.isEmpty()) return new Appended.NotThere(false);
        return now.get().received() == now.get().size()
                ? settle(stored, now.get(), question)
                : new Appended.Now(now.get().received(), false);
    }

    /// How many bytes more may come.
    private long roomOf(Stored stored, FileRow row, AnswerType.File question) {
        if (row.size() >= 0) return row.size() - row.received();
        var others =
                files.all(stored.key()).stream()
                        .filter(one -> !one.id().equals(row.label().replaces()))
                        .toList();
        long inAll = installation.files().conversationBytesMax() - FileOverview.bytes(others);
        return Math.max(0, Math.min(most(question) - row.received(), inAll));
    }

    /// What came is all.
    Appended finish(Stored stored, FileRow row) {
        if (row.ready()) return new Appended.Now(row.received(), true);
        if (row.size() >= 0 && row.received() < row.size())
            return new Appended.Now(row.received(), false);
        if (row.received() == 0) {
            remove(stored, row.id());
            return no(FileFault.EMPTY);
        }
        var question = questions.open(stored, new StepId(row.label().step()));
        return question.isEmpty() ? no(FileFault.NOT_HERE) : settle(stored, row, question.get());
    }

    private Appended settle(Stored stored, FileRow row, AnswerType.File question) {
        var endings = FileKinds.of(question);
        var blob = files.blob(stored.key(), row.id());
        var judged = looking.look(blob, row.label().name(), Kind.of(endings));
        if (judged.isEmpty()) return no(FileFault.BUSY);
        return switch (judged.get()) {
            case Judged.Fine(var kind) -> ready(stored, row, kind);
            case Judged.Wrong(var why) -> {
                remove(stored, row.id());
                yield switch (why) {
                    case KIND -> new Appended.Refused(FileFault.WRONG_TYPE, endings);
                    case DAMAGED -> no(FileFault.DAMAGED);
                    case TOO_DEEP -> no(FileFault.TOO_DEEP);
                    case BOMB -> no(FileFault.BOMB);
                };
            }
        };
    }

    private Appended ready(Stored stored, FileRow row, Kind kind) {
        var known = row.label().known(FileName.as(kind, row.label().name()), kind.mediaType());
        var scan = installation.files().scanning() ? Scan.PENDING : Scan.OFF;
        return switch (files.ready(stored.key(), row.asReady(known, scan, installation.now()))) {
            case Written.Done<Boolean> _ -> {
                // one that an answer holds goes with the next answer
                if (!known.replaces().isEmpty()) remove(stored, known.replaces());
                yield new Appended.Now(row.received(), true);
            }
            case Written.Unavailable<Boolean> _ -> no(FileFault.BUSY);
            case Written.Conflict<Boolean> _ ->
                    files.find(stored.key(), row.id())
                            .filter(FileRow::ready)
                            .<Appended>map(now -> new Appended.Now(now.received(), true))
                            .orElse(new Appended.NotThere(false));
        };
    }

    boolean remove(Stored stored, String file) {
        var removed = files.remove(stored.conversation().id(), file, installation.now());
        return removed instanceof Written.Done<Boolean>(var done) && done;
    }

    private boolean hasSpace(long bytes) {
        try {
            return blobs.freeBytes() - bytes >= installation.files().freeBytesMin();
        } catch (IOException unknown) {
            failed("the disk does not say how full it is", unknown);
            return false;
        }
    }

    private long most(AnswerType.File question) {
        return Math.min(question.sizeBytesMax(), installation.files().conversationBytesMax());
    }

    private static void failed(String what, IOException why) {
        LOG.atWarn().addKeyValue("fault", why.getClass().getName()).log(what);
    }

    private static Begun refused(FileFault fault, long... details) {
        return new Begun.Refused(fault, texts(details));
    }

    private static Appended no(FileFault fault, long... details) {
        return new Appended.Refused(fault, texts(details));
    }

    private static List<String> texts(long... details) {
        return java.util.Arrays.stream(details).mapToObj(String::valueOf).toList();
    }
}
