// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/// A form with files, read as it arrives: nothing of it is kept in memory or on a disk. Its plain
/// members stand before its files.
public final class MultipartForm {
    private static final int PARTS_MAX = 60;
    private static final int MEMBER_BYTES_MAX = 4 * 1024;

    private final FileItemInputIterator parts;
    private final Map<String, String> members = new HashMap<>();

    private MultipartForm(FileItemInputIterator parts) {
        this.parts = parts;
    }

    /// A file of the form; its content is there until the next one is asked for.
    public record Sent(String name, InputStream content) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    /// The form of a request.
    ///
    /// @throws Refusal when it is none
    public static MultipartForm of(Context context) {
        var type = Optional.ofNullable(context.contentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Refusal(Refusal.Kind.MEDIA_TYPE, "Gelesen wird hier multipart/form-data.");
        }
        var reader = new JakartaServletFileUpload<>();
        reader.setHeaderCharset(UTF_8);
        reader.setFileCountMax(PARTS_MAX);
        try {
            return new MultipartForm(reader.getItemIterator(context.req()));
        } catch (IOException unreadable) {
            throw unreadable();
        }
    }

    /// The next file, and the members before it become known; none at the end of the form.
    ///
    /// @throws Refusal when the form is unreadable
    public Optional<Sent> next() {
        try {
            while (parts.hasNext()) {
                var part = parts.next();
                var name = part.getName();
                if (part.isFormField()) {
                    var bytes = part.getInputStream().readNBytes(MEMBER_BYTES_MAX);
                    members.putIfAbsent(part.getFieldName(), new String(bytes, UTF_8));
                } else if (name != null && !name.isEmpty()) {
                    return Optional.of(new Sent(name, part.getInputStream()));
                }
            }
            return Optional.empty();
        } catch (FileUploadException | IllegalArgumentException malformed) {
            throw unreadable();
        } catch (IOException brokenOff) {
            throw unreadable();
        }
    }

    /// A member that came before the file at hand; empty where there was none.
    public String member(String name) {
        return members.getOrDefault(name, "");
    }

    /// All members so far.
    public Map<String, String> members() {
        return Map.copyOf(members);
    }

    private static Refusal unreadable() {
        return new Refusal(Refusal.Kind.MALFORMED, "Das Formular kam nicht ganz an.");
    }
}
