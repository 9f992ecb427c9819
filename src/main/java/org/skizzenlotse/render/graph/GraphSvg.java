// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.StepId;

/// The graph as a drawing in SVG: steps from top to bottom in the order of asking, groups as boxes
/// around them, and an arc at the right from each answer to the steps over which it decides. The
/// order is given by the dialog, so nothing has to be laid out.
public final class GraphSvg {
    private static final int MARGIN = 16;
    private static final int NODE_WIDTH = 380;
    private static final int NODE_HEIGHT = 30;
    private static final int LINE = 15;
    private static final int GAP = 10;
    private static final int GROUP_HEAD = 34;
    private static final int ARC_STEP = 13;

    /// Arcs further out than this would leave the page; they share the outermost lane.
    private static final int LANES_MAX = 24;

    /// Letters that fit into a line of a step, and of its condition below it.
    private static final int TITLE_MAX = 46;

    private static final int WHEN_MAX = 62;

    private final DialogGraph graph;
    private final StringBuilder drawn = new StringBuilder();
    private final Map<StepId, Integer> middles = new HashMap<>();
    private int y = MARGIN;

    private GraphSvg(DialogGraph graph) {
        this.graph = graph;
    }

    /// The drawing, complete with title and description; colours follow the page around it.
    public static String of(DialogGraph graph) {
        return new GraphSvg(graph).draw();
    }

    private String draw() {
        for (var box : graph.boxes()) box(box);
        var lanes = arcs();
        var width = 2 * MARGIN + NODE_WIDTH + 2 * GAP + (lanes + 2) * ARC_STEP;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                + width
                + " "
                + (y + MARGIN)
                + "\" width=\""
                + width
                + "\" role=\"img\" aria-labelledby=\"graph-title graph-desc\""
                + " font-family=\"sans-serif\" fill=\"none\" stroke=\"currentColor\">\n"
                + "<title id=\"graph-title\">"
                + xml(graph.title())
                + "</title>\n<desc id=\"graph-desc\">Die Schritte in ihrer Reihenfolge. Bögen"
                + " rechts führen von einer Antwort zu den Schritten, über die sie entscheidet."
                + " Dasselbe steht unter der Zeichnung in Worten.</desc>\n"
                + "<defs><marker id=\"graph-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\""
                + " markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8"
                + " z\" fill=\"currentColor\" stroke=\"none\"/></marker></defs>\n"
                + drawn
                + "</svg>\n";
    }

    private void box(DialogGraph.Box box) {
        var top = y;
        y += GROUP_HEAD;
        for (var node : box.nodes()) node(node);
        if (box.result()) result();
        y += GAP / 2;
        rectangle(
                new Area(MARGIN, top, NODE_WIDTH + 2 * GAP, y - top),
                "rx=\"8\" stroke-opacity=\"0.35\"");
        text(MARGIN + GAP, top + 22, "font-weight=\"bold\" font-size=\"15\"", box.title());
        y += MARGIN;
    }

    private void node(DialogGraph.Node node) {
        var height = node.when().isEmpty() ? NODE_HEIGHT : NODE_HEIGHT + LINE;
        var dashed = node.kind().equals("say") || !node.when().isEmpty();
        rectangle(
                new Area(MARGIN + GAP, y, NODE_WIDTH, height),
                dashed ? "rx=\"4\" stroke-dasharray=\"4 3\"" : "rx=\"4\"");
        var title = node.kind().equals("say") ? "Hinweis: " + node.title() : node.title();
        text(MARGIN + 2 * GAP, y + 20, "font-size=\"13\"", brief(title, TITLE_MAX));
        if (!node.catalogue().isEmpty())
            text(
                    MARGIN + NODE_WIDTH - GAP,
                    y + 20,
                    "font-size=\"11\" text-anchor=\"end\"",
                    node.catalogue());
        if (!node.when().isEmpty())
            text(
                    MARGIN + 2 * GAP,
                    y + 20 + LINE,
                    "font-size=\"10.5\" font-style=\"italic\"",
                    brief("nur wenn " + node.when(), WHEN_MAX));
        middles.put(node.id(), y + height / 2);
        y += height + GAP;
    }

    private void result() {
        rectangle(
                new Area(MARGIN + GAP, y, NODE_WIDTH, NODE_HEIGHT), "rx=\"15\" stroke-width=\"2\"");
        text(MARGIN + 2 * GAP, y + 20, "font-size=\"13\" font-weight=\"bold\"", "Ergebnis");
        y += NODE_HEIGHT + GAP;
    }

    /// Draws all arcs, short ones inside, and gives the number of lanes that they take.
    private int arcs() {
        var lanes = new ArrayList<List<int[]>>();
        var links = new ArrayList<>(graph.links());
        links.sort((one, other) -> Integer.compare(length(one), length(other)));
        for (var link : links) {
            var from = middle(link.from());
            var to = middle(link.to());
            var lane = free(lanes, from, to);
            if (lane == lanes.size()) lanes.add(new ArrayList<>());
            lanes.get(lane).add(new int[] {from, to});
            var x = MARGIN + GAP + NODE_WIDTH;
            var out = x + 2 * GAP + (lane + 1) * ARC_STEP;
            drawn.append("<path d=\"M")
                    .append(x + " " + from + " H" + (out - 8) + " Q" + out + " " + from)
                    .append(" " + out + " " + (from + 8) + " V" + (to - 8) + " Q" + out + " " + to)
                    .append(" " + (out - 8) + " " + to + " H" + (x + 2))
                    .append("\" stroke-opacity=\"0.7\" marker-end=\"url(#graph-tip)\"/>\n");
        }
        return lanes.size();
    }

    private int length(DialogGraph.Link link) {
        return middle(link.to()) - middle(link.from());
    }

    private int middle(StepId step) {
        return middles.getOrDefault(step, MARGIN);
    }

    /// The innermost lane in which an arc touches no other one; the outermost where all are full.
    private static int free(List<List<int[]>> lanes, int from, int to) {
        for (int lane = 0; lane < lanes.size(); lane++)
            if (lanes.get(lane).stream().noneMatch(one -> from <= one[1] && one[0] <= to))
                return lane;
        return Math.min(lanes.size(), LANES_MAX - 1);
    }

    private record Area(int x, int y, int width, int height) {}

    private void rectangle(Area area, String look) {
        drawn.append("<rect x=\"" + area.x() + "\" y=\"" + area.y() + "\" width=\"")
                .append(area.width() + "\" height=\"" + area.height() + "\" " + look + "/>\n");
    }

    private void text(int x, int y, String look, String text) {
        drawn.append("<text x=\"" + x + "\" y=\"" + y + "\" " + look)
                .append(" fill=\"currentColor\" stroke=\"none\">" + xml(text) + "</text>\n");
    }

    private static String brief(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
