// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what cannot be served: RFC 9457 problem documents to scripts, pages to people. The last
/// place that an exception reaches; it logs what is a bug, by route and kind, never its content.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Integer, Refusal.Kind> BY_STATUS =
            Map.of(
                    400, Refusal.Kind.MALFORMED,
                    404, Refusal.Kind.NOT_FOUND,
                    405, Refusal.Kind.METHOD,
                    413, Refusal.Kind.TOO_LARGE,
                    415, Refusal.Kind.MEDIA_TYPE);

    private final Templates templates;

    Problems(Templates templates) {
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, context) -> answer(context, refusal));
        routes.exception(StoreUnavailable.class, (_, context) -> answer(context, unavailable()));
        routes.exception(HttpResponseException.class, this::known);
        routes.exception(Exception.class, this::unknown);
        routes.get("/problems/{kind}", this::explain);
    }

    /// Where the type of a problem points to: a page that explains it.
    private void explain(Context context) {
        for (var kind : Refusal.Kind.values()) {
            if (kind.id().equals(context.pathParam("kind"))) {
                page(context, kind, "", Texts.wanted(context));
                return;
            }
        }
        throw new Refusal(Refusal.Kind.NOT_FOUND, "");
    }

    private static Refusal unavailable() {
        return new Refusal(
                Refusal.Kind.UNAVAILABLE,
                "Nichts ist verloren: Bitte schickt dasselbe gleich noch einmal.");
    }

    private void known(HttpResponseException exception, Context context) {
        var kind = BY_STATUS.getOrDefault(exception.getStatus(), Refusal.Kind.INTERNAL);
        var allowed = exception.getDetails().get("availableMethods");
        if (allowed != null) {
            context.header("Allow", allowed);
        }
        answer(context, new Refusal(kind, detail(kind)));
    }

    private static String detail(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> "Unter dieser Adresse gibt es keine Seite.";
            case METHOD -> "Die Adresse stimmt, aber die Methode gehört nicht zu ihr.";
            default -> "";
        };
    }

    private void unknown(Exception exception, Context context) {
        LOG.error("request failed route={}", route(context), trace(exception));
        answer(context, new Refusal(Refusal.Kind.INTERNAL, "Bitte versucht es noch einmal."));
    }

    /// The way through the code without the words of the exception, which may quote what was sent.
    private static Exception trace(Exception exception) {
        var bare = new IllegalStateException(exception.getClass().getName());
        bare.setStackTrace(exception.getStackTrace());
        return bare;
    }

    static String route(Context context) {
        var endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }

    private void answer(Context context, Refusal refusal) {
        var kind = refusal.kind();
        context.status(kind.status());
        if (kind.isPassing()) {
            context.header("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
        }
        if (kind == Refusal.Kind.UNKNOWN_TOKEN) {
            context.header("WWW-Authenticate", "Bearer realm=\"skizzenlotse\"");
        }
        if (isForScripts(context)) {
            problem(context, refusal);
        } else {
            var texts = Texts.wanted(context);
            var german = texts.equals(Texts.german());
            page(context, kind, german ? refusal.detail() : kind.advice(texts), texts);
        }
    }

    /// To people in the language that their browser asks for.
    private void page(Context context, Refusal.Kind kind, String text, Texts texts) {
        context.header("Vary", "Accept-Language");
        templates.show(
                context,
                "hinweis.jte",
                Map.of("title", kind.title(texts), "text", text, "texts", texts));
    }

    /// To scripts in German, as the description of the interface is.
    private static void problem(Context context, Refusal refusal) {
        var kind = refusal.kind();
        var problem =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "/problems/" + kind.id())
                        .put("title", kind.title(Texts.german()))
                        .put("status", kind.status())
                        .put("detail", refusal.detail());
        context.result(problem.toString()).contentType("application/problem+json");
    }

    private static boolean isForScripts(Context context) {
        var path = context.path();
        return path.startsWith("/api/") || path.startsWith("/health/") || path.equals("/metrics");
    }
}
