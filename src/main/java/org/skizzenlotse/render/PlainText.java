// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Writes the tree of a dialog text as plain text.
final class PlainText extends Lines {
    private PlainText() {
        super("- ");
    }

    static String of(Node tree) {
        return of(new PlainText(), tree);
    }

    @Override
    Lines empty() {
        return new PlainText();
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
}
