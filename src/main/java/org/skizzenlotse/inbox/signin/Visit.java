// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import org.skizzenlotse.store.staff.Member;
import org.skizzenlotse.web.Templates;

/// One request of somebody who is signed in; `csrf` is what each form of the answer sends back in a
/// field of that name, `form` what came with this one.
public record Visit(
        Context context,
        Member member,
        String csrf,
        StaffTexts texts,
        Form form,
        Templates templates) {
    /// Answers with a page of `src/main/jte`, which gets `visit`, `member`, `csrf` and `texts`
    /// beside its own.
    public void show(String template, Map<String, Object> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.put("visit", this);
        all.put("member", member);
        all.put("csrf", csrf);
        all.put("texts", texts);
        templates.show(context, template, all);
    }

    /// Sends on to a page, after something was done.
    public void see(String path) {
        context.redirect(path, HttpStatus.SEE_OTHER);
    }
}
