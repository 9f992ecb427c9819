// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.graph;

import java.util.stream.Collectors;

/// A graph as text: what the drawing shows, for those who do not see it, and as a diagram that
/// other programs draw.
public final class GraphText {
    private GraphText() {}

    /// As Markdown: each step with when it is asked, and what its answer brings in.
    public static String markdown(DialogGraph graph) {
        var titles = graph.titles();
        var readers = graph.readers();
        var text = new StringBuilder("# " + graph.title() + "\n");
        for (var box : graph.boxes()) {
            text.append("\n## ").append(box.title()).append("\n\n");
            for (var node : box.nodes()) {
                text.append("- **").append(node.title()).append("** (").append(node.id());
                text.append(", ").append(node.kind());
                if (!node.catalogue().isEmpty()) text.append(", ").append(node.catalogue());
                text.append(")\n");
                if (!node.when().isEmpty())
                    text.append("  - kommt nur, wenn: ").append(node.when()).append('\n');
                var asked = readers.get(node.id());
                if (asked != null)
                    text.append("  - die Antwort entscheidet über: ")
                            .append(
                                    asked.stream()
                                            .map(titles::get)
                                            .collect(Collectors.joining(", ")))
                            .append('\n');
            }
            if (box.result()) text.append("- *Danach kommt das Ergebnis.*\n");
        }
        return text.toString();
    }

    /// As a Mermaid flowchart.
    public static String mermaid(DialogGraph graph) {
        var text = new StringBuilder("flowchart TD\n");
        var before = "";
        for (var box : graph.boxes()) {
            text.append("  subgraph g_").append(box.id()).append("[\"").append(box(box.title()));
            text.append("\"]\n");
            for (var node : box.nodes()) {
                text.append("    ").append(node.id()).append("[\"").append(box(node.title()));
                text.append(node.catalogue().isEmpty() ? "" : " · " + node.catalogue());
                text.append("\"]\n");
            }
            text.append("  end\n");
        }
        for (var box : graph.boxes())
            for (var node : box.nodes()) {
                if (!before.isEmpty())
                    text.append("  ").append(before).append(" --> ").append(node.id()).append('\n');
                before = node.id().value();
            }
        for (var link : graph.links())
            text.append("  ")
                    .append(link.from())
                    .append(" -. wenn .-> ")
                    .append(link.to())
                    .append('\n');
        return text.toString();
    }

    private static String box(String text) {
        return text.replace("\"", "#quot;").replace('\n', ' ');
    }
}
