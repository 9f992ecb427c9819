// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a file, read as often as needed, never whole in memory.
public interface Bytes {
    /// How many there are.
    long count();

    /// Those from there to the end.
    InputStream from(long first) throws IOException;
}
