// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.chat.Heard;

/// What a surface hands over: the input, the channel, and the key by which a repetition is known
/// (empty: none) with the hash of the request that came with it. `seen` is the revision of the view
/// that the person was shown, 0 where the surface does not know; `heard` what a messenger adds.
public record TurnRequest(
        Input input,
        String channel,
        String idempotencyKey,
        String requestHash,
        int seen,
        Heard heard) {
    /// From a surface that is no messenger.
    public TurnRequest(
            Input input, String channel, String idempotencyKey, String requestHash, int seen) {
        this(input, channel, idempotencyKey, requestHash, seen, Heard.NOTHING);
    }

    /// From a messenger, where each update is taken once.
    public TurnRequest(Input input, String channel, int seen, Heard heard) {
        this(input, channel, "", "", seen, heard);
    }

    /// From a surface that does not know what was shown.
    public TurnRequest(Input input, String channel, String idempotencyKey, String requestHash) {
        this(input, channel, idempotencyKey, requestHash, 0);
    }
}
