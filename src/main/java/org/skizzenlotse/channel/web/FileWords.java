// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileFault;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Texts;

/// What pages and API say of files, and how a file leaves: as a download and never as a page.
public final class FileWords {
    private final Talk talk;

    /// Of these conversations.
    public FileWords(Talk talk) {
        this.talk = talk;
    }

    /// Why a file is not taken, in a variant of the dialog.
    String why(FileFault fault, List<String> details, String variant) {
        var language = talk.conversations().engine().language(variant);
        return Texts.in(variant).say(fault.id(), fault.detail(details, language));
    }

    /// The same as a problem, in the variant of the conversation.
    public Refusal refusal(FileFault fault, List<String> details, String token) {
        var variant = talk.conversations().files().variant(token).orElse("de");
        var kind =
                switch (fault) {
                    case TOO_BIG, TOO_MUCH_IN_ALL -> Refusal.Kind.TOO_LARGE;
                    case NO_SPACE -> Refusal.Kind.FULL;
                    case BUSY -> Refusal.Kind.UNAVAILABLE;
                    case EMPTY, TOO_MANY, WRONG_TYPE, DAMAGED, TOO_DEEP, BOMB, NOT_HERE ->
                            Refusal.Kind.FILE;
                };
        return new Refusal(kind, why(fault, details, variant));
    }

    /// Sends a file to be saved: no browser shows it, whatever is in it.
    public void send(Context context, FileDesk.Download download) {
        var name = download.file().name();
        var ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
        context.header(
                        "Content-Disposition",
                        "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Accept-Ranges", "bytes")
                .contentType("application/octet-stream");
        // its length is told, so it must leave as it is
        context.disableCompression();
        var range = ByteRange.of(context.header("Range"), download.file().bytes());
        try {
            if (range.isEmpty()) {
                context.header("Content-Length", String.valueOf(download.file().bytes()));
                context.result(download.whole());
                return;
            }
            var asked = range.get();
            context.status(206)
                    .header("Content-Range", asked.header(download.file().bytes()))
                    .header("Content-Length", String.valueOf(asked.length()));
            context.result(download.from(asked.first(), asked.last()));
        } catch (IOException lost) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "Diese Datei lässt sich nicht mehr lesen.");
        }
    }
}
