// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;

/// A file to be sent: the name that the person sees, how many bytes it has, and how to read them.
record Upload(String name, long size, Bytes bytes) {
    private static final MediaType ANY = MediaType.get("application/octet-stream");

    /// Opens the bytes anew each time.
    @FunctionalInterface
    interface Bytes {
        InputStream open() throws IOException;
    }

    /// For the wire, read piece by piece while it is sent.
    RequestBody body() {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return ANY;
            }

            @Override
            public long contentLength() {
                return size;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try (var source = Okio.source(bytes.open())) {
                    sink.writeAll(source);
                }
            }
        };
    }

    @Override
    public String toString() {
        return "Upload[" + size + "]";
    }
}
