// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for `localhost`, made by the JDK's keytool, for the servers of tests and for those
/// who trust it.
final class Certificate {
    private static final String PASSWORD = "changeit";

    private static final Path FILE = made();

    private Certificate() {}

    /// Sockets that trust it and nothing else.
    static SSLSocketFactory trusting() throws GeneralSecurityException, IOException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store());
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /// Sockets that show it.
    static SSLSocketFactory showing() throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    /// One that shows it and trusts it.
    static SSLContext context() throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /// Makes GreenMail show it.
    static void install() {
        System.setProperty("greenmail.tls.keystore.file", FILE.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    }

    private static KeyStore store() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(FILE.toFile(), PASSWORD.toCharArray());
    }

    private static Path made() {
        try {
            var folder = Files.createTempDirectory("certificate");
            folder.toFile().deleteOnExit();
            var file = folder.resolve("localhost.p12");
            file.toFile().deleteOnExit();
            var keytool =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                            "-genkeypair",
                            "-alias",
                            "localhost",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD);
            var ended = keytool.redirectErrorStream(true).start().waitFor();
            if (ended != 0) throw new IllegalStateException("keytool ended with " + ended);
            return file;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
