// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.conversation.MyData;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.desk.Sketches;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.desk.DeskRow;

/// Makes the page of a sketch in brief.
final class BriefMaker {
    /// The questions of the catalogue in which people say what it is about.
    static final List<String> IDEA = List.of("B1", "B2", "B3");

    private static final String WISHES = "A2";

    /// As many as one talk has time for, and one page room.
    private static final int QUESTIONS_MAX = 10;

    private static final int ALONE_MIN = 25;

    /// Where a dialog puts what people need so that all can come.
    private static final List<String> ACCESS = List.of("bedarfe", "access");

    private final Office office;
    private final StaffTexts texts;

    BriefMaker(Office office, StaffTexts texts) {
        this.office = office;
        this.texts = texts;
    }

    Brief of(DeskRow row, Sketch sketch) {
        var assessment = office.assessments().of(row.id());
        var open = open(sketch);
        return new Brief(
                row.reference(),
                Sketches.title(sketch),
                about(row),
                idea(sketch),
                Sketches.section(sketch, WISHES).map(BriefMaker::words).orElse(""),
                questions(sketch, open),
                also(open),
                assessment.points().stream()
                        .map(one ->
                                new Brief.Words(
                                        one.criterion(),
                                        office.vocabulary().light(one.light(), texts)
                                                + ". "
                                                + one.why()))
                        .toList(),
                assessment.fine(),
                access(sketch),
                files(row));
    }

    private String about(DeskRow row) {
        var words = new ArrayList<String>();
        words.add(row.reference());
        words.add(texts.say("handed_in", office.days().day(row.at(), texts)));
        if (row.revision() > 1) words.add(texts.say("revision_n", row.revision()));
        if (!row.light().isEmpty()) words.add(office.vocabulary().light(row.light(), texts));
        words.add(office.vocabulary().status(row.state().status(), texts));
        return String.join(" · ", words);
    }

    /// By the catalogue; a dialog that answers none of it says it by all its sections.
    private static List<Brief.Words> idea(Sketch sketch) {
        var idea = new ArrayList<Brief.Words>();
        for (var question : IDEA)
            Sketches.section(sketch, question)
                    .filter(section -> !words(section).isBlank())
                    .ifPresent(
                            section -> idea.add(new Brief.Words(section.title(), words(section))));
        if (!idea.isEmpty()) return idea;
        for (var section : sketch.sections())
            if (section.catalogue().isEmpty() && section.status() == Sketch.Status.ANSWERED)
                idea.add(new Brief.Words(section.title(), words(section)));
        return idea;
    }

    static String words(Sketch.Section section) {
        return section.status() == Sketch.Status.ANSWERED ? section.text() : "";
    }

    /// The open points, those that matter most first.
    private List<Sketch.Section> open(Sketch sketch) {
        var core =
                office.version(sketch.dialogHash()).stream()
                        .flatMap(dialog -> dialog.parts().catalogue().questions())
                        .filter(Catalogue.Question::core)
                        .map(Catalogue.Question::id)
                        .toList();
        return sketch.sections().stream()
                .filter(section -> section.status() == Sketch.Status.OPEN)
                .sorted(Comparator.comparing(one -> !core.contains(one.catalogue())))
                .toList();
    }

    /// Open points as people can be asked about them, in the words in which the dialog asks.
    private List<Brief.Words> questions(Sketch sketch, List<Sketch.Section> open) {
        return open.stream()
                .limit(QUESTIONS_MAX)
                .map(section ->
                        new Brief.Words(
                                section.title(),
                                question(sketch, section)
                                        .map(words -> named(section, words))
                                        .orElse(section.title() + "?")))
                .toList();
    }

    private Optional<String> question(Sketch sketch, Sketch.Section section) {
        return office.version(sketch.dialogHash())
                .flatMap(dialog ->
                        dialog.parts().sketch().sections().stream()
                                .filter(plan -> plan.id().equals(section.id()))
                                .map(SketchPlan.Section::from)
                                .filter(steps -> !steps.isEmpty())
                                .map(List::getFirst)
                                .findFirst()
                                .flatMap((StepId step) -> dialog.question(step)))
                .map(question -> DialogText.plain(question.wording(texts.language()).text()))
                .flatMap(BriefMaker::asked);
    }

    /// A short question says alone not what it is about.
    private static String named(Sketch.Section section, String question) {
        return question.length() < ALONE_MIN ? section.title() + ": " + question : question;
    }

    /// The line that asks, up to its question mark: what stands around it is for the screen.
    private static Optional<String> asked(String text) {
        return text.lines()
                .filter(line -> line.contains("?") && !line.contains("{"))
                .map(line -> line.substring(0, line.lastIndexOf('?') + 1).strip())
                .findFirst();
    }

    private static List<String> also(List<Sketch.Section> open) {
        return open.stream().skip(QUESTIONS_MAX).map(Sketch.Section::title).toList();
    }

    private static String access(Sketch sketch) {
        return sketch.sections().stream()
                .filter(section ->
                        ACCESS.contains(
                                section.field().substring(section.field().lastIndexOf('/') + 1)))
                .map(BriefMaker::words)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
    }

    private List<String> files(DeskRow row) {
        return office.means().conversations().ownData().of(row.id()).stream()
                .flatMap(data -> data.files().stream())
                .filter(MyData.Held::attached)
                .map(MyData.Held::name)
                .toList();
    }
}
