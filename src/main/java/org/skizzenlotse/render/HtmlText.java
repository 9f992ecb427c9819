// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Writes the tree of a dialog text as HTML. Only the tags named here can come out; the links are
/// http, https and mailto.
final class HtmlText extends AbstractVisitor {
    private static final Pattern LINKED = Pattern.compile("(?i)(https?://|mailto:).+");

    private final StringBuilder html = new StringBuilder();
    private final boolean inline;

    private HtmlText(boolean inline) {
        this.inline = inline;
    }

    static String blocks(Node tree) {
        return write(tree, false);
    }

    static String inline(Node tree) {
        return write(tree, true);
    }

    /// Whether a link to there is made; otherwise only its words are shown.
    static boolean isLinked(String destination) {
        return LINKED.matcher(destination).matches();
    }

    private static String write(Node tree, boolean inline) {
        var writer = new HtmlText(inline);
        tree.accept(writer);
        return writer.html.toString().strip();
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (inline) {
            if (!html.isEmpty()) html.append("<br>");
            visitChildren(paragraph);
        } else if (isTight(paragraph)) {
            visitChildren(paragraph);
        } else {
            wrap("p", paragraph);
            html.append('\n');
        }
    }

    private static boolean isTight(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    @Override
    public void visit(BulletList list) {
        list("ul", "ul", list);
    }

    @Override
    public void visit(OrderedList list) {
        var start = list.getMarkerStartNumber();
        list("ol", start == null || start == 1 ? "ol" : "ol start=\"" + start + "\"", list);
    }

    private void list(String tag, String opening, Node list) {
        if (inline) {
            visitChildren(list);
        } else {
            html.append('<').append(opening).append(">\n");
            visitChildren(list);
            html.append("</").append(tag).append(">\n");
        }
    }

    @Override
    public void visit(ListItem item) {
        if (inline) {
            visitChildren(item);
        } else {
            wrap("li", item);
            html.append('\n');
        }
    }

    @Override
    public void visit(Emphasis emphasis) {
        wrap("em", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        wrap("strong", strong);
    }

    @Override
    public void visit(Link link) {
        if (isLinked(link.getDestination())) {
            html.append("<a href=\"").append(Visible.html(link.getDestination())).append("\">");
            visitChildren(link);
            html.append("</a>");
        } else {
            visitChildren(link);
        }
    }

    @Override
    public void visit(Text text) {
        html.append(Visible.html(text.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak softBreak) {
        html.append('\n');
    }

    @Override
    public void visit(HardLineBreak hardBreak) {
        html.append("<br>\n");
    }

    private void wrap(String tag, Node node) {
        html.append('<').append(tag).append('>');
        visitChildren(node);
        html.append("</").append(tag).append('>');
    }
}
