// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

/// What is sealed of a file beside its bytes: its cleaned name, the question for files that it is
/// for, the question that it belongs to (empty: to the whole), its media type (empty: not known
/// yet), and the file in whose place it comes (empty: beside the others).
public record FileLabel(String name, String step, String about, String mediaType, String replaces) {
    /// Of a file that comes beside the others.
    public FileLabel(String name, String step, String about, String mediaType) {
        this(name, step, about, mediaType, "");
    }

    /// The bytes to seal.
    public byte[] write() {
        var json = Json.object().put("n", name).put("s", step).put("a", about).put("t", mediaType);
        if (!replaces.isEmpty()) json.put("r", replaces);
        return Json.bytes(json);
    }

    /// The same of a file whose name and kind are known.
    public FileLabel known(String itsName, String itsMediaType) {
        return new FileLabel(itsName, step, about, itsMediaType, replaces);
    }

    /// The label in these bytes.
    public static FileLabel read(byte[] bytes) {
        var json = Json.read(bytes);
        return new FileLabel(
                json.path("n").textValue(),
                json.path("s").textValue(),
                json.path("a").textValue(),
                json.path("t").textValue(),
                json.path("r").asText());
    }

    @Override
    public String toString() {
        return "FileLabel[" + step + "]";
    }
}
