// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Bytes that are read by somebody who may keep an error to themselves: it is remembered here.
public final class WatchedStream extends FilterInputStream {
    private volatile @Nullable IOException broken;

    /// Around these bytes.
    public WatchedStream(InputStream in) {
        super(in);
    }

    /// What they threw, if anything.
    public @Nullable IOException broken() {
        return broken;
    }

    /// Ends them: whoever reads on fails.
    public void cut(IOException why) throws IOException {
        broken = why;
        close();
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException failed) {
            broken = failed;
            throw failed;
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            return in.read(into, from, length);
        } catch (IOException failed) {
            broken = failed;
            throw failed;
        }
    }
}
