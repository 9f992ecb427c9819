// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.blob;

/// What was taken from a stream as one part, durable; nothing of it counts until its row says so.
public record Taken(Blob.Part part, Ending ending) {

    /// Why no more was taken.
    public enum Ending {
        /// The stream ended.
        WHOLE,
        /// The stream broke: what came before is good.
        BROKEN,
        /// The stream holds more than may be taken.
        TOO_MUCH
    }
}
