// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Writes the tree of a dialog text as plain text.
final class PlainText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Node tree) {
        var writer = new PlainText();
        tree.accept(writer);
        return writer.text.toString();
    }

    @Override
    public void visit(Paragraph paragraph) {
        boolean opensItem =
                paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null;
        if (!opensItem) beginBlock(isInTightList(paragraph));
        visitChildren(paragraph);
    }

    @Override
    public void visit(BulletList list) {
        beginBlock(list.getParent() instanceof ListItem);
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            item("- ", item);
        }
    }

    @Override
    public void visit(OrderedList list) {
        beginBlock(list.getParent() instanceof ListItem);
        var start = list.getMarkerStartNumber();
        int number = start == null ? 1 : start;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(number + ". ", item);
            number++;
        }
    }

    /// An item is written apart, so that all its lines can be indented alike.
    private void item(String marker, Node item) {
        var content = new PlainText();
        content.visitChildren(item);
        var indent = "\n" + " ".repeat(marker.length());
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
        text.append(marker).append(content.text.toString().replace("\n", indent));
    }

    @Override
    public void visit(Link link) {
        int before = text.length();
        visitChildren(link);
        var words = text.substring(before);
        var place = link.getDestination().replaceFirst("(?i)^mailto:", "");
        if (HtmlText.isLinked(link.getDestination()) && !words.equals(place)) {
            text.append(" (").append(Visible.line(place)).append(')');
        }
    }

    @Override
    public void visit(Text node) {
        text.append(Visible.of(node.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak softBreak) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak hardBreak) {
        text.append('\n');
    }

    private void beginBlock(boolean tight) {
        if (!text.isEmpty()) text.append(tight ? "\n" : "\n\n");
    }

    private static boolean isInTightList(Node block) {
        return block.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }
}
