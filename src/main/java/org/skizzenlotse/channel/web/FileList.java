// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileOverview;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Expects;

/// The files that a page lists: those of the question that is asked, with what was typed of them.
final class FileList {
    private FileList() {}

    static Page.Files of(PageMaker.Of of, Expects expects, Kept kept) {
        if (!asksForFiles(of.view())) {
            return Page.Files.NONE;
        }
        var there =
                of.files().files().stream()
                        .filter(one -> one.step().equals(expects.step()))
                        .map(one -> file(of, one, typed(kept, one)))
                        .toList();
        var uploads = expects.hints().uploads();
        var endings = uploads == null ? List.<String>of() : uploads.accept();
        return new Page.Files(
                there,
                endings.stream().map(one -> "." + one).collect(Collectors.joining(",")),
                room(of),
                subjects(of.files()));
    }

    /// Whether the page of this view lists files.
    static boolean asksForFiles(View view) {
        return view.expects().type().equals("file");
    }

    private static String room(PageMaker.Of of) {
        var taken = of.language().size(of.files().bytes());
        return of.texts().say("file_room", taken, of.language().size(of.files().bytesMax()));
    }

    private static List<Page.Subjects> subjects(FileOverview overview) {
        var groups = new LinkedHashMap<String, List<FileOverview.Subject>>();
        for (var one : overview.subjects()) {
            groups.computeIfAbsent(one.group(), _ -> new ArrayList<>()).add(one);
        }
        return groups.entrySet().stream()
                .map(group -> new Page.Subjects(group.getKey(), group.getValue()))
                .toList();
    }

    private static Page.OneFile file(
            PageMaker.Of of, FileDesk.FileView file, Optional<Value.File> typed) {
        return new Page.OneFile(
                file.id(),
                file.name(),
                of.language().size(Math.max(0, file.bytes())),
                of.texts().say("file_scan_" + file.scan().id()),
                typed.map(Value.File::description).orElse(""),
                typed.map(Value.File::about).orElse(file.about()),
                file.ready());
    }

    private static Optional<Value.File> typed(Kept kept, FileDesk.FileView file) {
        return kept.files().stream().filter(one -> one.id().equals(file.id())).findFirst();
    }
}
