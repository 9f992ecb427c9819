// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers what HTTP itself cannot read, before any handler sees it: in our words and with our
/// headers, and with nothing of what was sent. A page, since the address is not known then.
final class Unreadable implements Request.Handler {
    private final Headers headers;
    private final Templates templates;

    Unreadable(Headers headers, Templates templates) {
        this.headers = headers;
        this.templates = templates;
    }

    private static final Texts GERMAN = Texts.german();

    private record Words(String title, String text) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = response.getStatus();
        headers.all().forEach((name, value) -> response.getHeaders().put(name, value));
        if (HttpStatus.hasNoBody(status)) {
            callback.succeeded();
            return true;
        }
        var words = words(status);
        var page =
                templates.html(
                        "hinweis.jte",
                        Map.of(
                                "title", words.title(),
                                "text", words.text(),
                                "texts", GERMAN));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.write(true, ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static Words words(int status) {
        return switch (status) {
            case HttpStatus.URI_TOO_LONG_414 -> new Words("Diese Adresse ist zu lang", "");
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                    new Words(
                            Refusal.Kind.TOO_LARGE.title(GERMAN),
                            "Oft hilft es, die Cookies dieser Seite zu löschen.");
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
                    new Words("Diese Fassung von HTTP versteht der Server nicht", "");
            default ->
                    status < HttpStatus.INTERNAL_SERVER_ERROR_500
                            ? new Words(Refusal.Kind.MALFORMED.title(GERMAN), "")
                            : new Words(
                                    Refusal.Kind.INTERNAL.title(GERMAN),
                                    "Bitte versucht es noch einmal.");
        };
    }
}
