// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A Synapse on a port of its own with an empty database, slowed down by no limit. It ends with
/// this JVM, however that ends. Where it cannot be had, the test is skipped; with `CI=true` it
/// fails.
public final class Synapse implements AutoCloseable {
    private static final String SECRET = "test-shared-secret";
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration ASKING_MAX = Duration.ofSeconds(30);

    /// Below the ports that the system gives to anybody, so that ours is free while we are away.
    private static final int PORT_FIRST = 20_000;

    private static final int PORTS = 12_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static @Nullable Synapse shared;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final int port;
    private @Nullable Kept process;
    private @Nullable String admin;

    private Synapse(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// The one of this JVM: started when it is first wanted, never stopped before the JVM ends.
    /// Take accounts of names that nobody else has ([#newName]).
    public static synchronized Synapse shared() throws Exception {
        if (shared == null) {
            var started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::end));
            shared = started;
        }
        return shared;
    }

    /// One of its own. `settings` are lines of `homeserver.yaml` that stand instead of ours, such
    /// as `rc_message: {per_second: 1, burst_count: 3}`.
    public static Synapse start(String... settings) throws Exception {
        Python.program();
        var folder = Files.createTempDirectory("synapse");
        var synapse = new Synapse(folder, freePort());
        synapse.write("homeserver.yaml");
        synapse.write("log.yaml");
        var other = settings.length > 0 ? String.join("\n", settings) : "{}";
        Files.writeString(folder.resolve("other.yaml"), other + "\n");
        var seed = new byte[32];
        ThreadLocalRandom.current().nextBytes(seed);
        var key = Base64.getEncoder().withoutPadding().encodeToString(seed);
        Files.writeString(folder.resolve("signing.key"), "ed25519 a_test " + key + "\n");
        synapse.startAgain();
        return synapse;
    }

    /// A name that this JVM has not used yet: `bot`, then a number.
    public static String newName(String stem) {
        return stem + NAMES.incrementAndGet();
    }

    /// Such as `http://127.0.0.1:20123`.
    public String base() {
        return "http://127.0.0.1:" + port;
    }

    /// The whole ID of the user of that name.
    public String user(String name) {
        return "@" + name + ":localhost";
    }

    /// Makes an account and gives its whole ID. One that exists already stays as it is.
    public String register(String name, String password) throws Exception {
        var answer = register(name, password, false);
        if (!answer.error().equals("M_USER_IN_USE")) answer.done();
        return user(name);
    }

    /// The token of a fresh login.
    public String token(String name, String password) throws Exception {
        var who = Map.of("type", "m.id.user", "user", name);
        var login = Map.of("type", "m.login.password", "identifier", who, "password", password);
        var body = JSON.writeValueAsString(login);
        return ask("POST", "/_matrix/client/v3/login", "", body)
                .done()
                .path("access_token")
                .asText();
    }

    /// Ends every login of that account: their tokens hold no more, their devices are gone.
    public void revoke(String user) throws Exception {
        var ids = devices(user).stream().map(Device::id).toList();
        var body = JSON.writeValueAsString(Map.of("devices", ids));
        ask("POST", of(user, "v2", "delete_devices"), admin(), body).done();
    }

    /// From now on this account sends no more than so many messages a second, after that many at
    /// once; 0 and 0 are no limit.
    public void limit(String user, int perSecond, int atOnce) throws Exception {
        var body = Map.of("messages_per_second", perSecond, "burst_count", atOnce);
        var path = of(user, "v1", "override_ratelimit");
        ask("POST", path, admin(), JSON.writeValueAsString(body)).done();
    }

    /// A login: its device and the name that it gave itself.
    public record Device(String id, String name) {}

    /// Every device that the account has now.
    public List<Device> devices(String user) throws Exception {
        var answer = ask("GET", of(user, "v2", "devices"), admin(), "").done();
        var found = new ArrayList<Device>();
        for (var device : answer.path("devices")) {
            var name = device.path("display_name").asText("");
            found.add(new Device(device.path("device_id").asText(), name));
        }
        return found;
    }

    /// Asks in the plainest way; an empty token or body is left out.
    public Answer ask(String method, String path, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base() + path)).timeout(ASKING_MAX);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        var sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8);
        var answer = http.send(request.method(method, sent).build(), BodyHandlers.ofString(UTF_8));
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    /// The server as it stands: it answers nothing, but connections still come in.
    public void pause() throws IOException {
        running().tell("pause");
    }

    public void resume() throws IOException {
        running().tell("resume");
    }

    /// Stops it as an operator does; everything is kept.
    public void stop() throws Exception {
        if (this == shared) throw new IllegalStateException("others use it too");
        running().stop();
        process = null;
    }

    /// The same data on the same port.
    public void startAgain() throws Exception {
        if (process != null) throw new IllegalStateException("it is running");
        var log = Python.log("synapse-" + port);
        var command = new ArrayList<>(List.of(Python.program().toString()));
        command.addAll(List.of("-m", "synapse.app.homeserver"));
        for (var name : List.of("homeserver.yaml", "other.yaml")) {
            command.addAll(List.of("-c", folder.resolve(name).toString()));
        }
        var started = Kept.start(log, command);
        process = started;
        if (!answers(started)) {
            end();
            throw new AssertionError("Synapse did not start: " + Files.readString(log));
        }
    }

    /// Ends it and forgets everything; the shared one goes on.
    @Override
    public void close() {
        if (this != shared) end();
    }

    private void end() {
        try {
            if (process != null) process.close();
            process = null;
            Python.delete(folder);
        } catch (IOException left) {
            throw new AssertionError(left);
        }
        http.shutdownNow();
    }

    private Kept running() {
        if (process == null) throw new IllegalStateException("it is stopped");
        return process;
    }

    private boolean answers(Kept started) throws Exception {
        var until = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < until && started.isAlive()) {
            try {
                if (ask("GET", "/_matrix/client/versions", "", "").status() == 200) return true;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    private void write(String name) throws IOException {
        var text =
                Files.readString(Python.script(name))
                        .replace("${folder}", folder.toString())
                        .replace("${port}", Integer.toString(port))
                        .replace("${secret}", SECRET);
        Files.writeString(folder.resolve(name), text);
    }

    private Answer register(String name, String password, boolean admin) throws Exception {
        var path = "/_synapse/admin/v1/register";
        var nonce = ask("GET", path, "", "").done().path("nonce").asText();
        var rights = admin ? "admin" : "notadmin";
        var signed = String.join("\0", nonce, name, password, rights);
        var body =
                Map.of(
                        "nonce", nonce,
                        "username", name,
                        "password", password,
                        "admin", admin,
                        "inhibit_login", !admin,
                        "mac", hmac(signed));
        return ask("POST", path, "", JSON.writeValueAsString(body));
    }

    private synchronized String admin() throws Exception {
        if (admin == null) {
            var made = register("admin", "admin-pass", true).done();
            admin = made.path("access_token").asText();
        }
        return admin;
    }

    private static String hmac(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static String of(String user, String version, String what) {
        var id = URLEncoder.encode(user, UTF_8);
        return "/_synapse/admin/" + version + "/users/" + id + "/" + what;
    }

    private static int freePort() throws IOException {
        while (true) {
            var port = PORT_FIRST + ThreadLocalRandom.current().nextInt(PORTS);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }
}
