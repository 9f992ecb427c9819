// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;

/// Lays the tree of a dialog text out as lines, for forms that have no blocks: paragraphs are set
/// apart by an empty line, lists are lines with a marker, what is in an item is indented.
abstract class Lines extends AbstractVisitor {
    final StringBuilder text = new StringBuilder();

    private final String bullet;

    /// With this before each item of a list without numbers.
    Lines(String bullet) {
        this.bullet = bullet;
    }

    /// The same form with nothing in it.
    abstract Lines empty();

    static String of(Lines lines, Node tree) {
        tree.accept(lines);
        return lines.text.toString();
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
        for (var item = list.getFirstChild(); item != null; item = item.getNext())
            item(bullet, item);
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
        var content = empty();
        content.visitChildren(item);
        var indent = "\n" + " ".repeat(marker.length());
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
        text.append(marker).append(content.text.toString().replace("\n", indent));
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
