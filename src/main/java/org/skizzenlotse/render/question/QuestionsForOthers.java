// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.question;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.document.Odt;

/// Open questions as a text for others, who know the answer and do not take part: as the body of a
/// mail, as Markdown, or as a document.
public record QuestionsForOthers(QuestionSheet sheet, String title, String before, String after) {
    /// With room below each question for the answer.
    private static final String ROOM = "…";

    /// For the body of a mail: plain text.
    public String plain() {
        var blocks = new ArrayList<String>();
        blocks.add(before);
        int number = 0;
        for (var asked : asked()) {
            blocks.add(++number + ". " + DialogText.plain(asked.words().text()));
            var notes = new ArrayList<String>();
            if (!asked.words().help().isBlank()) notes.add(DialogText.plain(asked.words().help()));
            asked.choices().forEach(choice -> notes.add("- " + DialogText.plain(choice)));
            if (!notes.isEmpty()) blocks.add(String.join("\n", notes));
        }
        blocks.add(after);
        return String.join("\n\n", blocks) + "\n";
    }

    /// As Markdown.
    public String markdown() {
        var text = new StringBuilder("# " + DialogText.escaped(title) + "\n\n");
        text.append(DialogText.escaped(before)).append("\n\n");
        text.append(QuestionsMarkdown.forReading(sheet));
        return text.append("\n").append(DialogText.escaped(after)).append("\n").toString();
    }

    /// As a file of type [Odt#MEDIA_TYPE], in that language.
    public byte[] document(String language) {
        var document = new Odt(language).heading(1, title).paragraph(before);
        for (var group : sheet.groups()) {
            document.heading(2, group.title());
            for (var asked : group.asked()) {
                document.heading(3, asked.words().brief());
                document.paragraph(DialogText.plain(asked.words().text()));
                if (!asked.words().help().isBlank())
                    document.paragraph(DialogText.plain(asked.words().help()));
                document.points(asked.choices().stream().map(DialogText::plain).toList());
                document.paragraph(ROOM);
            }
        }
        return document.paragraph(after).bytes();
    }

    private List<QuestionSheet.Asked> asked() {
        return sheet.groups().stream().flatMap(group -> group.asked().stream()).toList();
    }
}
