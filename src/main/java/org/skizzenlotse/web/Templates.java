// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/// The pages, made into classes by the build.
public final class Templates {
    private static final String MADE_BY_THE_BUILD = "org.skizzenlotse.pages";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, MADE_BY_THE_BUILD);

    /// Answers with a page.
    public void show(Context context, String template, Map<String, Object> parameters) {
        context.result(html(template, parameters)).contentType("text/html; charset=utf-8");
    }

    /// A page as text.
    public String html(String template, Map<String, Object> parameters) {
        var html = new StringOutput();
        engine.render(template, parameters, html);
        return html.toString();
    }
}
