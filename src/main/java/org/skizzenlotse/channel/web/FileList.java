// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Expects;

/// The files that a page lists: those of the question that is asked.
final class FileList {
    private FileList() {}

    static Page.Files of(PageMaker.Of of, Expects expects) {
        if (!asksForFiles(of.view())) {
            return Page.Files.NONE;
        }
        var there =
                of.files().stream()
                        .filter(one -> one.step().equals(expects.step()))
                        .map(one -> file(of, one, described(expects, one)))
                        .toList();
        var uploads = expects.hints().uploads();
        var endings = uploads == null ? List.<String>of() : uploads.accept();
        return new Page.Files(
                there, endings.stream().map(one -> "." + one).collect(Collectors.joining(",")));
    }

    /// Whether the page of this view lists files.
    static boolean asksForFiles(View view) {
        return view.expects().type().equals("file");
    }

    private static Page.OneFile file(PageMaker.Of of, FileDesk.FileView file, String description) {
        var scan = "file_scan_" + file.scan().id();
        return new Page.OneFile(
                file.id(),
                file.name(),
                of.language().size(Math.max(0, file.bytes())),
                of.texts().say(scan),
                description,
                file.about(),
                file.ready());
    }

    private static String described(Expects expects, FileDesk.FileView file) {
        return expects.currentValue() instanceof Value.Files(var files)
                ? files.stream()
                        .filter(one -> one.id().equals(file.id()))
                        .map(Value.File::description)
                        .findFirst()
                        .orElse("")
                : "";
    }
}
