// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.skizzenlotse.channel.matrix.Homeserver.Account;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who the bot is at its homeserver: one device, chosen and kept before the login that makes it, so
/// that a crash anywhere ends at the same one. A device whose keys are lost is logged out.
final class Identity {
    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DEVICE_LETTERS = 10;
    private static final String DISPLAY_NAME = "Skizzenlotse";

    private final Account account;
    private String device = "";
    private String token = "";

    private Identity(Account account) {
        this.account = account;
    }

    /// Opens the account with this identity and its crypto store; logs in nowhere.
    @FunctionalInterface
    interface Opening {
        Homeserver open(Identity identity) throws Exception;
    }

    /// Opens an account; where its crypto store is lost, with another device.
    static Homeserver open(Account account, Opening opening) throws Failed {
        Leftovers.delete();
        var identity = new Identity(account);
        identity.prepare();
        try {
            return opening.open(identity);
        } catch (Exception | LinkageError failed) {
            if (!Failures.isStoreLost(failed)) throw cannotOpen(failed);
        }
        identity.forget();
        identity.prepare();
        try {
            return opening.open(identity);
        } catch (Exception | LinkageError failed) {
            throw cannotOpen(failed);
        }
    }

    private static Failed cannotOpen(Throwable thrown) {
        var failed = Failures.of(thrown, "cannot open");
        if (Failures.NO_LIBRARY.equals(failed.getMessage())) {
            LOG.warn("matrix cannot encrypt here, a library does not load: {}", thrown.toString());
        }
        return failed;
    }

    Account account() {
        return account;
    }

    String device() {
        return device;
    }

    String token() {
        return token;
    }

    /// Whether the crypto store is still to be made.
    boolean isFresh() {
        return !account.keeping().get("made").equals(device);
    }

    /// Logs in where it must. Afterwards there is a device with a token, and its crypto store or
    /// none.
    private void prepare() throws Failed {
        device = account.keeping().get("device");
        if (!device.isEmpty() && !isFresh() && !Files.exists(store())) forget();
        if (device.isEmpty()) choose();
        if (isFresh()) deleteStore();
        token = keptToken();
        if (token.isEmpty()) {
            logIn();
            return;
        }
        switch (tokenNow()) {
            case GOOD -> {}
            case SOFT -> logIn();
            case GONE -> {
                if (isFresh()) {
                    logIn();
                } else {
                    forget();
                    prepare();
                }
            }
            case OF_ANOTHER -> {
                forget();
                prepare();
            }
        }
    }

    /// The crypto store is complete: from now on it is this device.
    void made() throws Failed {
        put("made", device);
    }

    /// Logs the device out, if that is still possible, and forgets it with its store.
    private void forget() throws Failed {
        var old = keptToken();
        if (!old.isEmpty()) {
            try (var calls = new Calls(account.base(), old)) {
                calls.ask("POST", "client/v3/logout", "{}");
            }
        }
        put("device", "");
        put("token", "");
        put("made", "");
        device = "";
        deleteStore();
    }

    /// Where the crypto store is, for H2: an encrypted file, each commit on the disk, no trace.
    String storeUrl() {
        var name = account.folder().toAbsolutePath().resolve("store");
        return "jdbc:h2:file:"
                + name
                + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
    }

    /// The password of the file and of its user, with a space between; made at first.
    String storePassword() throws Failed {
        var kept = account.keeping().get("store");
        if (kept.isEmpty()) {
            kept =
                    HexFormat.of().formatHex(random(32))
                            + " "
                            + HexFormat.of().formatHex(random(32));
            put("store", kept);
        }
        return kept;
    }

    String recovery() {
        return account.keeping().get("recovery");
    }

    void keepRecovery(String key) throws Failed {
        put("recovery", key);
    }

    /// Whether this account was ever listened to.
    boolean hasListened() {
        return account.keeping().get("listened").equals(account.user());
    }

    void listened() throws Failed {
        if (!hasListened()) put("listened", account.user());
    }

    private enum TokenNow {
        GOOD,
        SOFT,
        GONE,
        OF_ANOTHER
    }

    private TokenNow tokenNow() throws Failed {
        try (var calls = new Calls(account.base(), token)) {
            var answer = calls.ask("GET", "client/v3/account/whoami", null);
            if (answer.errcode().equals("M_UNKNOWN_TOKEN")) {
                return answer.json().path("soft_logout").asBoolean(false)
                        ? TokenNow.SOFT
                        : TokenNow.GONE;
            }
            if (!answer.isGood()) throw Failures.of(answer);
            return isOurs(answer.json()) ? TokenNow.GOOD : TokenNow.OF_ANOTHER;
        }
    }

    private boolean isOurs(JsonNode answer) {
        return answer.path("user_id").asText().equals(account.user())
                && answer.path("device_id").asText().equals(device);
    }

    private void choose() throws Failed {
        var letters = new StringBuilder();
        for (int i = 0; i < DEVICE_LETTERS; i++) letters.append((char) ('A' + RANDOM.nextInt(26)));
        device = letters.toString();
        put("device", device);
    }

    private void logIn() throws Failed {
        var request = Calls.JSON.createObjectNode();
        request.put("type", "m.login.password");
        request.putObject("identifier").put("type", "m.id.user").put("user", account.user());
        request.put("password", account.password());
        request.put("device_id", device);
        request.put("initial_device_display_name", DISPLAY_NAME);
        try (var calls = new Calls(account.base(), "")) {
            var answer = calls.call("POST", "client/v3/login", request.toString());
            if (!isOurs(answer)) throw Failures.refused("another user");
            token = answer.path("access_token").asText();
        }
        put("token", device + " " + token);
    }

    /// The token that was kept for this device.
    private String keptToken() {
        var kept = account.keeping().get("token");
        return kept.startsWith(device + " ") ? kept.substring(device.length() + 1) : "";
    }

    private Path store() {
        return account.folder().resolve("store.mv.db");
    }

    private void deleteStore() throws Failed {
        try {
            Files.createDirectories(account.folder());
            Files.deleteIfExists(store());
            Files.deleteIfExists(account.folder().resolve("store.trace.db"));
        } catch (IOException full) {
            throw Failures.soon("folder");
        }
    }

    private void put(String name, String value) throws Failed {
        try {
            account.keeping().put(name, value);
        } catch (IOException full) {
            throw Failures.soon("not kept");
        }
    }

    static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
