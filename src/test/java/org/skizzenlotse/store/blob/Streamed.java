// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/// Bytes as they come in: any, the same for the same count, and none because something broke.
public final class Streamed {
    private Streamed() {}

    /// Bytes without a pattern.
    public static byte[] noise(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    /// Breaks as soon as it is read, for this reason.
    public static InputStream breaking(String why) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(why);
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return read();
            }
        };
    }
}
