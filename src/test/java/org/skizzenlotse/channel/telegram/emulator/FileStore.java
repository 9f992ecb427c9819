// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The bytes of all files, by file id and by path.
final class FileStore {
    /// What a bot may fetch: 20 MiB.
    private static final long FETCH_BYTES_MAX = 20L << 20;

    /// What a bot may send: 50 MB.
    private static final long SEND_BYTES_MAX = 50L << 20;

    /// A file with its names on this server.
    record Stored(String id, String uniqueId, String path, Upload upload) {
        /// What every kind of file tells of itself.
        ObjectNode described() {
            var node = Json.object().put("file_id", id).put("file_unique_id", uniqueId);
            if (upload.declaredBytes() >= 0) node.put("file_size", upload.declaredBytes());
            return node;
        }

        /// As a document, which has a name and a type besides.
        ObjectNode document() {
            var node = described();
            if (!upload.name().isEmpty()) node.put("file_name", upload.name());
            if (!upload.mime().isEmpty()) node.put("mime_type", upload.mime());
            return node;
        }
    }

    private final Map<String, Stored> byId = new HashMap<>();
    private final Map<String, Stored> byPath = new HashMap<>();

    synchronized Stored add(Upload upload, String folder) {
        int number = byId.size() + 1;
        var stored =
                new Stored(
                        "BQACAgIAAxkBAAI%06dEmu".formatted(number),
                        "AgAD%06d".formatted(number),
                        folder + "/file_" + number + ending(upload.name()),
                        upload);
        byId.put(stored.id, stored);
        byPath.put(stored.path, stored);
        return stored;
    }

    synchronized Optional<Stored> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Stored> byPath(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    ObjectNode described(Request request) {
        var stored =
                byId(request.text("file_id").orElse(""))
                        .orElseThrow(() ->
                                Refusal.badRequest(
                                        "wrong file_id or the file is temporarily"
                                                + " unavailable"));
        long bytes = stored.upload.declaredBytes();
        if (bytes > FETCH_BYTES_MAX || (bytes < 0 && stored.upload.size() > FETCH_BYTES_MAX)) {
            throw Refusal.badRequest("file is too big");
        }
        return stored.described().put("file_path", stored.path);
    }

    /// The file that a bot sends: a part of the form, or one that is here already.
    Stored sent(Request request, String name) {
        var word = request.text(name).orElse("");
        var part = request.parts().get(word.startsWith("attach://") ? word.substring(9) : name);
        if (part == null) {
            if (word.isEmpty()) throw Refusal.badRequest("there is no " + name + " in the request");
            return byId(word)
                    .orElseThrow(
                            () -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
        }
        if (part.size() == 0) throw Refusal.badRequest("file must be non-empty");
        if (part.size() > SEND_BYTES_MAX) throw Refusal.tooLarge();
        return add(part, name + "s");
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot).toLowerCase(ROOT);
        return ending.matches("\\.[a-z0-9]{1,5}") ? ending : "";
    }
}
