// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.conversation.MyData;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.desk.Sketches;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;
import org.skizzenlotse.store.desk.DeskRow;

/// Makes the page of a sketch in brief.
final class BriefMaker {
    /// The questions of the catalogue in which people say what it is about.
    static final List<String> IDEA = List.of("B1", "B2", "B3");

    private static final String WISHES = "A2";

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
        return new Brief(
                row.reference(),
                Sketches.title(sketch),
                about(row),
                idea(sketch),
                Sketches.section(sketch, WISHES).map(BriefMaker::words).orElse(""),
                questions(row, sketch),
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
                    .ifPresent(section ->
                            idea.add(new Brief.Words(section.title(), words(section))));
        if (!idea.isEmpty()) return idea;
        for (var section : sketch.sections())
            if (section.catalogue().isEmpty() && section.status() == Sketch.Status.ANSWERED)
                idea.add(new Brief.Words(section.title(), words(section)));
        return idea;
    }

    static String words(Sketch.Section section) {
        return section.status() == Sketch.Status.ANSWERED ? section.text() : "";
    }

    /// Each open point with the question that people can be asked, as the dialog asks it.
    private List<Brief.Words> questions(DeskRow row, Sketch sketch) {
        return sketch.sections().stream()
                .filter(section -> section.status() == Sketch.Status.OPEN)
                .map(section ->
                        new Brief.Words(
                                section.title(),
                                question(sketch, section)
                                        .orElse(
                                                section.why()
                                                        .map(reason ->
                                                                Sketcher.because(
                                                                        reason,
                                                                        section.dependsOn()))
                                                        .orElse(""))))
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
                .map(question -> question.wording(texts.language()).text())
                .map(text -> DialogText.plain(text).lines().findFirst().orElse("").strip())
                .filter(text -> !text.isEmpty());
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
