// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.skizzenlotse.engine.ConversationId;

/// The 32 random bytes from which the keys derive that wrap the keys of conversations and that hash
/// tokens. Kept in `master.key`, readable by its owner only.
final class MasterKey {
    private static final String FILE = "master.key";
    private static final int BYTES = 32;
    private static final Place WRAPPED = new Place("wrapped_key", "", "wrapped");

    private final SecretKey wrapping;
    private final SecretKey lookUp;

    private MasterKey(byte[] master) {
        wrapping = derived(master, "AES", "skizzenlotse wrapping");
        lookUp = derived(master, "HmacSHA256", "skizzenlotse look-up");
    }

    /// The key in this folder, made where there is none yet.
    ///
    /// @throws IOException also when keys are there that only a lost master key could open
    static MasterKey in(Path folder, boolean keysExist) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            if (keysExist) throw new KeysMissing(file + " is missing, without it nothing opens");
            make(folder, file);
        }
        var bytes = Files.readAllBytes(file);
        if (bytes.length != BYTES) throw new KeysMissing(file + " has not " + BYTES + " bytes");
        return new MasterKey(bytes);
    }

    DataKey fresh(ConversationId id) {
        var key = Sealed.random(BYTES);
        var bound = WRAPPED.bound(id.value(), Sealed.KEY_VERSION);
        return new DataKey(id, new SecretKeySpec(key, "AES"), Sealed.seal(wrapping, bound, key));
    }

    DataKey unwrap(ConversationId id, byte[] wrapped) {
        var bound = WRAPPED.bound(id.value(), Sealed.KEY_VERSION);
        var key = Sealed.open(wrapping, bound, wrapped);
        return new DataKey(id, new SecretKeySpec(key, "AES"), wrapped);
    }

    /// A keyed hash, as hex; one purpose cannot be found by the hash of another.
    String hash(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(lookUp);
            mac.update((purpose + "\0").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has this hash", impossible);
        }
    }

    /// The whole file appears at once or not at all, and of two processes that make it the second
    /// takes that of the first.
    private static void make(Path folder, Path file) throws IOException {
        var owner = PosixFilePermissions.fromString("rw-------");
        var part =
                Files.createTempFile(
                        folder, FILE, ".part", PosixFilePermissions.asFileAttribute(owner));
        try {
            try (var channel = FileChannel.open(part, Set.of(StandardOpenOption.WRITE))) {
                channel.write(ByteBuffer.wrap(Sealed.random(BYTES)));
                channel.force(true);
            }
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.delete(part);
        }
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static SecretKey derived(byte[] master, String algorithm, String purpose) {
        try {
            var use = HKDFParameterSpec.ofExtract().addIKM(master);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(algorithm, use.thenExpand(purpose.getBytes(UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("JDK 25 derives keys", impossible);
        }
    }
}
