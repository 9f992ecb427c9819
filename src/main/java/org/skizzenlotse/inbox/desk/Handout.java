// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.web.Refusal;

/// How files leave: to be saved, never shown by a browser, whatever is in them.
public final class Handout {
    private Handout() {}

    /// Names what comes.
    public static Context named(Context context, String name, String mediaType) {
        var ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
        return context.header(
                        "Content-Disposition",
                        "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(mediaType);
    }

    /// A file of applicants.
    public static void of(Context context, FileDesk.Download download) {
        try {
            named(context, download.file().name(), "application/octet-stream")
                    .result(download.whole());
        } catch (IOException lost) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "Diese Datei lässt sich nicht mehr lesen.");
        }
    }
}
