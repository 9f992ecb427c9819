// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads what was sent, never more than a limit, whatever its length header says.
public final class Bodies {
    /// Two printed pages of answer in any script, with room to spare; a form's percent signs make
    /// three bytes of one.
    static final int BYTES_MAX = 64 * 1024;

    private static final int FORM_BYTES_MAX = 3 * BYTES_MAX;

    /// A table of twenty rows and five columns, and what stands around it.
    private static final int FORM_MEMBERS_MAX = 200;

    private Bodies() {}

    /// The JSON text of a request.
    ///
    /// @throws Refusal when it is no JSON by its header, too large or no UTF-8
    public static String json(Context context) {
        expect(context, "application/json");
        return text(context, BYTES_MAX);
    }

    /// The members of a submitted form, in order.
    ///
    /// @throws Refusal when it is no form by its header, too large or unreadable
    public static Map<String, List<String>> form(Context context) {
        expect(context, "application/x-www-form-urlencoded");
        var members = new LinkedHashMap<String, List<String>>();
        var text = text(context, FORM_BYTES_MAX);
        if (text.isEmpty()) {
            return members;
        }
        var pairs = text.split("&", -1);
        if (pairs.length > FORM_MEMBERS_MAX) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "Das Formular hat zu viele Felder.");
        }
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            members.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return members;
    }

    private static void expect(Context context, String mediaType) {
        var header = context.contentType();
        var type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(mediaType)) {
            throw new Refusal(Refusal.Kind.MEDIA_TYPE, "Gelesen wird hier " + mediaType + ".");
        }
    }

    private static String text(Context context, int bytesMax) {
        try {
            var bytes = context.bodyInputStream().readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new Refusal(
                        Refusal.Kind.TOO_LARGE,
                        "Höchstens " + bytesMax / 1024 + " KiB gehen auf einmal.");
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refusal(Refusal.Kind.MALFORMED, "Der Text ist kein UTF-8.");
        } catch (IOException brokenOff) {
            throw new Refusal(Refusal.Kind.MALFORMED, "Die Anfrage kam nicht ganz an.");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new Refusal(Refusal.Kind.MALFORMED, "Das Formular ist nicht lesbar.");
        }
    }
}
