// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

/// To whom of the applicants a mail goes, in which variant, about which reference. It lies in the
/// outbox, sealed like everything that a person said.
public record Recipient(String address, String variant, String reference) {
    /// The bytes to seal.
    public byte[] write() {
        return Json.bytes(Json.object().put("a", address).put("v", variant).put("r", reference));
    }

    /// The recipient in these bytes.
    public static Recipient read(byte[] bytes) {
        var json = Json.read(bytes);
        return new Recipient(
                json.path("a").textValue(), json.path("v").textValue(), json.path("r").textValue());
    }

    @Override
    public String toString() {
        return "Recipient[" + reference + "]";
    }
}
