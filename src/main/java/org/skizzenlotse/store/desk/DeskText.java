// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The table `desk_text`: the words of the newest sketch, normalised as [SearchText] does and
/// sealed with the key of its conversation.
public final class DeskText {
    static final Place PLACE = new Place("desk_text", "", "payload");

    private DeskText() {}

    /// The words of a sketch, to be written.
    public static Ciphertext sealed(DataKey key, String words) {
        return key.seal(PLACE, SearchText.of(words).getBytes(UTF_8));
    }

    /// Writes them in the place of earlier ones.
    public static void put(Handle handle, ConversationId id, Ciphertext sealed) {
        handle.createUpdate(
                        """
                        insert into desk_text (conversation_id, payload) values (:id, :payload)
                        on conflict (conversation_id) do update set payload = excluded.payload
                        """)
                .bind("id", id.value())
                .bind("payload", sealed.bytes())
                .execute();
    }
}
