// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

/// Somebody who gets what people tell: a name as it is said in a sentence, and what for.
public record Recipient(String name, Kind kind, String purpose) {
    /// The controller's own people, somebody who works for them and needs a contract on it, or
    /// somebody who decides by themselves what they do with it, as a messenger does.
    public enum Kind {
        TEAM,
        PROCESSOR,
        CONTROLLER
    }
}
