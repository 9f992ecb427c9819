// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/// A stretch of a file, read part by part; one part is open at a time.
final class PartsStream extends InputStream {
    private final BlobStore store;
    private final Blob blob;
    private long left;
    private long skip;
    private int next;
    private long leftInPart;
    private @Nullable SeekableByteChannel part;

    PartsStream(BlobStore store, Blob blob, long first, long last) {
        if (first < 0 || last < first - 1 || last >= blob.bytes())
            throw new IllegalArgumentException("outside of the file");
        this.store = store;
        this.blob = blob;
        this.skip = first;
        this.left = last - first + 1;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (count == 0) return 0;
        if (left == 0) return -1;
        var open = open();
        int wanted = (int) Math.min(count, Math.min(left, leftInPart));
        int read = open.read(ByteBuffer.wrap(bytes, from, wanted));
        if (read <= 0) throw new EOFException("a part is shorter than it was");
        left -= read;
        leftInPart -= read;
        return read;
    }

    private SeekableByteChannel open() throws IOException {
        if (part != null && leftInPart > 0) return part;
        close();
        while (skip >= blob.parts().get(next).bytes()) skip -= blob.parts().get(next++).bytes();
        var row = blob.parts().get(next++);
        var sealed = store.open(blob.id(), row.number());
        try {
            var opened = blob.key().opening(sealed, BlobStore.place(blob.id(), row.number()));
            part = opened;
            if (opened.size() != row.bytes())
                throw new IOException("a part has another size than it had");
            opened.position(skip);
            leftInPart = row.bytes() - skip;
            skip = 0;
            return opened;
        } catch (IOException | RuntimeException wrong) {
            sealed.close();
            throw wrong;
        }
    }

    @Override
    public void close() throws IOException {
        var open = part;
        part = null;
        if (open != null) open.close();
    }
}
