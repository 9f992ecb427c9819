// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.Locale;
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

/// Writes the tree of a dialog text as Telegram's HTML, which has no blocks: lists are lines. Only
/// `b`, `i` and `a` can come out. Telegram links no mail addresses by name, but those in sight.
final class TelegramHtml extends AbstractVisitor {
    private static final String MAIL = "mailto:";

    private final StringBuilder html = new StringBuilder();

    private TelegramHtml() {}

    static String of(Node tree) {
        var writer = new TelegramHtml();
        tree.accept(writer);
        return writer.html.toString();
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
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) item("• ", item);
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
        var content = new TelegramHtml();
        content.visitChildren(item);
        var indent = "\n" + " ".repeat(marker.length());
        if (!html.isEmpty() && html.charAt(html.length() - 1) != '\n') html.append('\n');
        html.append(marker).append(content.html.toString().replace("\n", indent));
    }

    @Override
    public void visit(Emphasis emphasis) {
        wrap("i", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        wrap("b", strong);
    }

    @Override
    public void visit(Link link) {
        var place = link.getDestination();
        if (!HtmlText.isLinked(place)) {
            visitChildren(link);
        } else if (place.toLowerCase(Locale.ROOT).startsWith(MAIL)) {
            mail(link, place.substring(MAIL.length()));
        } else {
            html.append("<a href=\"").append(Visible.telegram(place)).append("\">");
            visitChildren(link);
            html.append("</a>");
        }
    }

    private void mail(Link link, String address) {
        int before = html.length();
        visitChildren(link);
        var shown = Visible.telegram(Visible.line(address));
        if (!html.substring(before).equals(shown)) html.append(" (").append(shown).append(')');
    }

    @Override
    public void visit(Text text) {
        html.append(Visible.telegram(text.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak softBreak) {
        html.append('\n');
    }

    @Override
    public void visit(HardLineBreak hardBreak) {
        html.append('\n');
    }

    private void wrap(String tag, Node node) {
        html.append('<').append(tag).append('>');
        visitChildren(node);
        html.append("</").append(tag).append('>');
    }

    private void beginBlock(boolean tight) {
        if (!html.isEmpty()) html.append(tight ? "\n" : "\n\n");
    }

    private static boolean isInTightList(Node block) {
        return block.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }
}
