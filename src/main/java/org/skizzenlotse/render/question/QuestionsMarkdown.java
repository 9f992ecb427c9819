// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.question;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.render.DialogText;

/// A sheet of questions as Markdown.
public final class QuestionsMarkdown {
    private final boolean forAuthors;
    private final List<String> blocks = new ArrayList<>();

    private QuestionsMarkdown(boolean forAuthors) {
        this.forAuthors = forAuthors;
    }

    /// Everything in the dialog's files, with the IDs of the catalogue.
    static String whole(QuestionSheet sheet) {
        var copy = new QuestionsMarkdown(true);
        copy.blocks.add("# " + DialogText.escaped(sheet.title()));
        copy.groups(sheet);
        return String.join("\n\n", copy.blocks) + "\n";
    }

    /// The groups as applicants read them beforehand, without a title.
    public static String forReading(QuestionSheet sheet) {
        var copy = new QuestionsMarkdown(false);
        copy.groups(sheet);
        return String.join("\n\n", copy.blocks) + "\n";
    }

    private void groups(QuestionSheet sheet) {
        for (var group : sheet.groups()) {
            blocks.add("## " + DialogText.escaped(group.title()));
            add("", group.intro());
            for (var item : group.items()) {
                switch (item) {
                    case QuestionSheet.Said said -> {
                        add("", said.text());
                        sometimes(said.onlyIf());
                    }
                    case QuestionSheet.Asked asked -> asked(asked, sheet.offersShort());
                }
            }
        }
    }

    private void asked(QuestionSheet.Asked asked, boolean offersShort) {
        var words = asked.words();
        var heading = "### " + DialogText.escaped(words.brief());
        var id = forAuthors && !asked.catalogue().isEmpty();
        blocks.add(id ? heading + " (" + asked.catalogue() + ")" : heading);
        add("", words.text());
        if (forAuthors) add("", words.notice());
        else if (offersShort && asked.core()) blocks.add("*Gehört zur kurzen Skizze.*");
        sometimes(asked.onlyIf());
        add("**Warum wir fragen:** ", words.why());
        add("**Hilfe:** ", words.help());
        add("**Zum Beispiel:** ", String.join("; ", words.examples()));
        answers(asked);
    }

    private void sometimes(String onlyIf) {
        if (!onlyIf.isEmpty()) blocks.add("*" + onlyIf.replace("*", "\\*") + "*");
    }

    private void answers(QuestionSheet.Asked asked) {
        var lines = new ArrayList<String>();
        for (var choice : asked.choices()) lines.add("- " + choice);
        for (var open : asked.open()) lines.add("- *" + DialogText.escaped(open) + "*");
        if (!lines.isEmpty()) blocks.add(String.join("\n", lines));
    }

    private void add(String label, String text) {
        if (!text.isBlank()) blocks.add(label + text);
    }
}
