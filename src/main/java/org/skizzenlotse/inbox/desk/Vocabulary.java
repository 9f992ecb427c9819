// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.skizzenlotse.conversation.Statuses;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.inbox.signin.StaffTexts;

/// What stands in rows as short IDs, in words. What there are no words for is shown as it is.
public final class Vocabulary {
    /// The lights, in the order of the words for them.
    public static final List<String> LIGHTS = List.of("green", "yellow", "red");

    private final Function<String, Optional<Dialog>> inForce;
    private final Statuses statuses;

    /// With the dialogs in force, by their IDs, and the statuses of the installation.
    public Vocabulary(Function<String, Optional<Dialog>> inForce, Statuses statuses) {
        this.inForce = inForce;
        this.statuses = statuses;
    }

    /// A status, as the applicant reads it, too.
    public String status(String id, StaffTexts texts) {
        return statuses.find(id)
                .map(Statuses.Status::words)
                .filter(words -> !words.isEmpty())
                .orElseGet(() -> said("status_" + id, id, texts));
    }

    /// The light in words; those for none where it has none.
    public String light(String id, StaffTexts texts) {
        return said("light_" + (id.isEmpty() ? "none" : id), id, texts);
    }

    /// The name of a channel.
    public String channel(String id, StaffTexts texts) {
        return said("channel_" + id, id, texts);
    }

    /// The title of a dialog.
    public String dialog(String id, StaffTexts texts) {
        return inForce.apply(id).map(one -> one.frame(texts.language()).title()).orElse(id);
    }

    /// The topic, which is an option of some question of that dialog.
    public String topic(String dialog, String option, StaffTexts texts) {
        return inForce.apply(dialog).stream()
                .flatMap(one -> one.questions().stream())
                .map(question -> question.wording(texts.language()).options().get(option))
                .filter(Objects::nonNull)
                .map(words -> words.text())
                .findFirst()
                .orElse(option);
    }

    /// The same where the dialog is not known.
    public String topic(String option, List<String> dialogs, StaffTexts texts) {
        return dialogs.stream()
                .map(dialog -> topic(dialog, option, texts))
                .filter(words -> !words.equals(option))
                .findFirst()
                .orElse(option);
    }

    /// The statuses that can be chosen, and others that are in use.
    public List<String> statuses(List<String> inUse) {
        var all = new ArrayList<>(statuses.all().stream().map(Statuses.Status::id).toList());
        for (var one : inUse) if (!all.contains(one)) all.add(one);
        return all;
    }

    private static String said(String key, String id, StaffTexts texts) {
        return texts.has(key) ? texts.say(key) : id;
    }
}
