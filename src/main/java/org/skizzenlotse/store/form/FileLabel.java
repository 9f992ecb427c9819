// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

/// What is sealed of a file beside its bytes: its cleaned name, the question for files that it is
/// for, the question that it belongs to (empty: to the whole), and its media type (empty: not known
/// yet).
public record FileLabel(String name, String step, String about, String mediaType) {
    /// The bytes to seal.
    public byte[] write() {
        return Json.bytes(
                Json.object().put("n", name).put("s", step).put("a", about).put("t", mediaType));
    }

    /// The label in these bytes.
    public static FileLabel read(byte[] bytes) {
        var json = Json.read(bytes);
        return new FileLabel(
                json.path("n").textValue(),
                json.path("s").textValue(),
                json.path("a").textValue(),
                json.path("t").textValue());
    }

    @Override
    public String toString() {
        return "FileLabel[" + step + "]";
    }
}
