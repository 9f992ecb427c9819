// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.render.DialogText;

/// Who runs this installation: the facts that dialogs read too, and what only the legal pages say.
/// `complete` once everything is set that strangers must be told.
public record Operator(
        Map<String, Value> facts, Legal legal, boolean complete, @Nullable Call call, ZoneId zone) {
    /// These pages are German.
    static final Display GERMAN = PhrasesFile.load().display("de");

    /// Copies the facts.
    public Operator {
        facts = Map.copyOf(facts);
    }

    /// What only the legal pages say: further lines of the imprint and the day on which the
    /// operator last looked at accessibility (both may be empty), what allows the processing, and
    /// who gets what people tell.
    public record Legal(
            String imprint,
            String accessibilityChecked,
            LegalBasis.ByPurpose basis,
            List<Recipient> recipients) {
        /// Nothing set.
        public static final Legal NONE = new Legal("", "", LegalBasis.ByPurpose.CONSENT, List.of());

        /// Copies the list.
        public Legal {
            recipients = List.copyOf(recipients);
        }
    }

    /// Where the clock of the installation hangs, as it is said beside a time.
    String place() {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /// A fact in words; its ID in brackets where the installation does not give it.
    String fact(String id) {
        var value = facts.get(id);
        return value == null ? "[" + id + "]" : GERMAN.fact(value);
    }

    /// A fact as Markdown, an e-mail address as link.
    public String markdown(String id) {
        var words = fact(id);
        var shown = DialogText.escaped(words);
        return words.matches("[\\w.+-]+@[\\w.-]+\\.[a-z]{2,}")
                ? "[" + shown + "](mailto:" + words + ")"
                : shown;
    }
}
