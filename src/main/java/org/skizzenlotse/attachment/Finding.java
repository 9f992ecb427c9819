// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.attachment;

/// What a scanner says of a file.
public sealed interface Finding {
    /// It found nothing.
    record Clean() implements Finding {}

    /// It found something.
    record Infected() implements Finding {}

    /// It could not look: why, in a word of ours.
    record Unknown(String why) implements Finding {}
}
