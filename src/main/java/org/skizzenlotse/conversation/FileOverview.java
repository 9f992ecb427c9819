// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.HashSet;
import java.util.List;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.store.FileRow;

/// What people see of the files of their conversation: each, the oldest first, without those in
/// whose place another one came; how many bytes they take and may take together; and the questions
/// that one may belong to.
public record FileOverview(
        List<FileDesk.FileView> files, long bytes, long bytesMax, List<Subject> subjects) {
    /// Where there is no conversation.
    public static final FileOverview NONE = new FileOverview(List.of(), 0, 0, List.of());

    /// Copies the lists.
    public FileOverview {
        files = List.copyOf(files);
        subjects = List.copyOf(subjects);
    }

    /// A question with its short name, and the title of its group.
    public record Subject(String step, String group, String label) {}

    static FileOverview of(List<FileRow> rows, long bytesMax, List<Subject> subjects) {
        var standing = standing(rows);
        return new FileOverview(
                standing.stream().map(FileOverview::view).toList(),
                bytes(standing),
                bytesMax,
                subjects);
    }

    /// Without those in whose place another one is there.
    static List<FileRow> standing(List<FileRow> rows) {
        var replaced = new HashSet<String>();
        for (var row : rows) if (row.ready()) replaced.add(row.label().replaces());
        return rows.stream().filter(row -> !replaced.contains(row.id())).toList();
    }

    /// How many bytes they take, or will take.
    static long bytes(List<FileRow> rows) {
        return rows.stream().mapToLong(row -> Math.max(row.size(), row.received())).sum();
    }

    static FileDesk.FileView view(FileRow row) {
        var label = row.label();
        return new FileDesk.FileView(
                row.id(),
                new StepId(label.step()),
                label.about(),
                label.name(),
                row.size(),
                row.received(),
                row.ready(),
                row.attached(),
                row.scan(),
                label.mediaType());
    }
}
