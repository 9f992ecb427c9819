// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.http.Context;
import java.util.Map;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;

/// A page that only says something.
final class Notice {
    private Notice() {}

    /// That everything is erased.
    static void gone(Context context, Templates templates) {
        show(context, templates, Texts.wanted(context), "erased");
    }

    /// What has a title under this name, and words under the same with `_text` behind it.
    static void show(Context context, Templates templates, Texts texts, String what) {
        templates.show(
                context,
                "hinweis.jte",
                Map.of(
                        "title", texts.say(what),
                        "text", texts.say(what + "_text"),
                        "texts", texts));
    }
}
