// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

/// A file that goes through a chat. `declaredBytes` is the size that its message tells, which need
/// not be true; negative where it tells none.
public final class Upload {
    private final String name;
    private final byte[] bytes;
    private final String mime;
    private final long declaredBytes;

    private Upload(String name, byte[] bytes, String mime, long declaredBytes) {
        this.name = name;
        this.bytes = bytes;
        this.mime = mime;
        this.declaredBytes = declaredBytes;
    }

    public static Upload of(String name, byte[] bytes, String mime) {
        return new Upload(name, bytes.clone(), mime, bytes.length);
    }

    /// The same file with another size in its message.
    public Upload declaring(long otherBytes) {
        return new Upload(name, bytes, mime, otherBytes);
    }

    /// Empty where its message tells none.
    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    public String mime() {
        return mime;
    }

    public long declaredBytes() {
        return declaredBytes;
    }

    /// Without its name, which is a person's.
    @Override
    public String toString() {
        return "Upload[" + bytes.length + " bytes]";
    }
}
