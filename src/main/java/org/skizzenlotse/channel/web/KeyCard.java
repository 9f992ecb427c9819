// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.QrPicture;

/// Makes the key of an answer easy to copy, to print and to save.
final class KeyCard {
    private KeyCard() {}

    static Page.Key of(View view, String returnAddress) {
        if (view.key().isEmpty()) {
            return Page.Key.NONE;
        }
        var mark = "**" + view.key() + "**";
        var text =
                view.messages().stream()
                        .map(View.Numbered::message)
                        .filter(message -> message.kind() == Message.Kind.KEY)
                        .map(Message::text)
                        .findFirst()
                        .orElse(mark);
        int at = text.indexOf(mark);
        var intro = at < 0 ? text : text.substring(0, at);
        var words = at < 0 ? "" : text.substring(at + mark.length());
        return new Page.Key(
                DialogText.html(intro),
                view.key(),
                DialogText.html(words),
                returnAddress,
                file(text, returnAddress));
    }

    /// What another device needs that follows a moving code: nothing where none is told. There may
    /// be messengers where it goes on.
    static Page.Move move(View view, String returnAddress, Talk.Elsewhere elsewhere) {
        if (view.once().code().isEmpty()) return Page.Move.NONE;
        var link = link(view, returnAddress);
        var picture = link.startsWith("http") ? QrPicture.of(link) : new QrPicture(0, "");
        return new Page.Move(link, picture, elsewhere);
    }

    /// The whole address of a link that was just made, as far as this service knows its own.
    static String link(View view, String returnAddress) {
        var path = view.link();
        if (!path.startsWith("/")) return path;
        var end = returnAddress.length() - ReturnPages.PATH.length();
        return returnAddress.substring(0, end) + path;
    }

    /// A file that the browser makes from the page itself: no address has the key in it.
    private static String file(String text, String returnAddress) {
        var plain = DialogText.plain(text).strip() + "\n\n" + returnAddress + "\n";
        return "data:text/plain;charset=utf-8,"
                + URLEncoder.encode(plain, UTF_8).replace("+", "%20");
    }
}
