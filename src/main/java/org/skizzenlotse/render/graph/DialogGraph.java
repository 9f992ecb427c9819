// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;

/// The steps of a dialog in their order, and which of them an answer brings in: the one picture
/// from which the drawing, the diagram text and the text alternative are made.
public record DialogGraph(String title, List<Box> boxes, List<Link> links) {
    /// Copies the lists.
    public DialogGraph {
        boxes = List.copyOf(boxes);
        links = List.copyOf(links);
    }

    /// A group with its steps; `result` says that a decision table follows it.
    public record Box(String id, String title, List<Node> nodes, boolean result) {
        /// Copies the list.
        public Box {
            nodes = List.copyOf(nodes);
        }
    }

    /// A step: its kind (`say` or the type of the question), the ID of the catalogue where it
    /// answers one, and when it is asked in words; empty for always.
    public record Node(StepId id, String kind, String title, String catalogue, String when) {}

    /// `to` is asked, or not, by the answer to `from`.
    public record Link(StepId from, StepId to) {}

    /// The graph of a dialog in its own language.
    public static DialogGraph of(Dialog dialog) {
        var words = new ConditionWords(dialog);
        var boxes = new ArrayList<Box>();
        var links = new ArrayList<Link>();
        for (var group : dialog.groups()) {
            var nodes = new ArrayList<Node>();
            for (var step : group.steps()) {
                nodes.add(node(step, words.of(step.when())));
                for (var read : Reads.of(step.when())) links.add(new Link(read, step.id()));
            }
            var result =
                    dialog.parts().outcomes().stream()
                            .anyMatch(one -> one.after().equals(group.id()));
            boxes.add(
                    new Box(
                            group.id(),
                            dialog.words(group, dialog.head().language()).title(),
                            nodes,
                            result));
        }
        return new DialogGraph(dialog.frame(dialog.head().language()).title(), boxes, links);
    }

    private static Node node(Step step, String when) {
        return switch (step) {
            case Step.Notice notice -> new Node(notice.id(), "say", notice.id().value(), "", when);
            case Step.Question question ->
                    new Node(
                            question.id(),
                            question.type().id(),
                            question.wording().shortText(),
                            question.origin() instanceof Step.Origin.Catalogue(var id) ? id : "",
                            when);
        };
    }

    /// Which steps read an answer, by the step that gives it.
    public Map<StepId, List<StepId>> readers() {
        var readers = new LinkedHashMap<StepId, List<StepId>>();
        for (var link : links)
            readers.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link.to());
        return readers;
    }

    /// The titles of the steps by their IDs.
    public Map<StepId, String> titles() {
        var titles = new LinkedHashMap<StepId, String>();
        for (var box : boxes) for (var node : box.nodes()) titles.put(node.id(), node.title());
        return titles;
    }
}
