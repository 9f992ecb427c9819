// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.Locale;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Writes the tree of a dialog text as Telegram's HTML, which has no blocks: lists are lines. Only
/// `b`, `i` and `a` can come out. Telegram links no mail addresses by name, but those in sight.
final class TelegramHtml extends Lines {
    private static final String MAIL = "mailto:";

    private TelegramHtml() {
        super("• ");
    }

    static String of(Node tree) {
        return of(new TelegramHtml(), tree);
    }

    @Override
    Lines empty() {
        return new TelegramHtml();
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
            text.append("<a href=\"").append(Visible.telegram(place)).append("\">");
            visitChildren(link);
            text.append("</a>");
        }
    }

    private void mail(Link link, String address) {
        int before = text.length();
        visitChildren(link);
        var shown = Visible.telegram(Visible.line(address));
        if (!text.substring(before).equals(shown)) text.append(" (").append(shown).append(')');
    }

    @Override
    public void visit(Text node) {
        text.append(Visible.telegram(node.getLiteral()));
    }

    private void wrap(String tag, Node node) {
        text.append('<').append(tag).append('>');
        visitChildren(node);
        text.append("</").append(tag).append('>');
    }
}
