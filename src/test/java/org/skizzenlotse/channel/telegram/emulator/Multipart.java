// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of a body of `multipart/form-data`.
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?mi)^content-type: *([^\r\n]+)");
    private static final String HEAD_ENDS = "\r\n\r\n";

    /// One part; `isFile` where it has a file's name.
    record Part(String name, boolean isFile, Upload file) {
        String text() {
            return new String(file.bytes(), UTF_8);
        }
    }

    private Multipart() {}

    static List<Part> parts(String type, byte[] body) {
        var boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) throw Refusal.badRequest("boundary not found");
        var line = "--" + boundary.group(1);
        // one character per byte, so that places in the text are places in the bytes
        var text = new String(body, ISO_8859_1);
        var parts = new ArrayList<Part>();
        int at = text.indexOf(line);
        while (at >= 0) {
            int start = at + line.length() + 2;
            int end = text.indexOf("\r\n" + line, start);
            int content = text.indexOf(HEAD_ENDS, start);
            if (end < 0 || content < 0 || content + HEAD_ENDS.length() > end) break;
            var head = new String(body, start, content - start, UTF_8);
            var bytes = Arrays.copyOfRange(body, content + HEAD_ENDS.length(), end);
            parts.add(part(head, bytes));
            at = end + 2;
        }
        return parts;
    }

    private static Part part(String head, byte[] bytes) {
        var file = FILE_NAME.matcher(head);
        var isFile = file.find();
        var fileName = isFile ? file.group(1) : "";
        var rest = isFile ? head.replace(file.group(), "") : head;
        return new Part(
                first(NAME, rest, ""),
                isFile,
                Upload.of(
                        fileName.replace("%22", "\""),
                        bytes,
                        first(TYPE, head, "application/octet-stream")));
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1).strip() : otherwise;
    }
}
