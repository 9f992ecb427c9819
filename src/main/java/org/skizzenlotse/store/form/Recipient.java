// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import org.skizzenlotse.engine.ConversationId;

/// To whom of the applicants a mail goes, in which variant, about which reference, and the day that
/// it tells, empty for none. It lies in the outbox, sealed like everything that a person said.
public record Recipient(String address, String variant, String reference, String day) {
    /// Of a mail that tells no day.
    public Recipient(String address, String variant, String reference) {
        this(address, variant, reference, "");
    }

    /// What stands for the reference of something that was not handed in yet.
    public static String ofDraft(ConversationId id) {
        return "G-" + id.value();
    }

    /// The bytes to seal.
    public byte[] write() {
        return Json.bytes(
                Json.object()
                        .put("a", address)
                        .put("v", variant)
                        .put("r", reference)
                        .put("d", day));
    }

    /// The recipient in these bytes.
    public static Recipient read(byte[] bytes) {
        var json = Json.read(bytes);
        return new Recipient(
                json.path("a").textValue(),
                json.path("v").textValue(),
                json.path("r").textValue(),
                json.path("d").asText());
    }

    @Override
    public String toString() {
        return "Recipient[" + reference + "]";
    }
}
