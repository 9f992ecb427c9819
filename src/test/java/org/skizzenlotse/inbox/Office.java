// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.skizzenlotse.inbox.signin.IdentityService;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// The team's pages over a database of their own, on a free port, at a time that tests move.
public final class Office implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("value=\"(http[^\"]+/einladung/[^\"]+)\"");

    public final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-03-01T09:00:00Z"));
    public final Database database;
    public final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;

    private Office(
            Database database, int port, Optional<IdentityService> service, List<Part> parts) {
        this.database = database;
        InstantSource clock = now::get;
        var settings = WebSettings.loopback(port);
        var rules = new SignInRules(settings, Duration.ofMinutes(30), clock, service);
        var inbox = new Inbox(() -> Staff.over(database), rules, ZoneId.of("Europe/Berlin"), parts);
        this.server = WebServer.start(settings, () -> true, List.of(inbox));
    }

    /// With these parts, in that folder.
    public static Office open(Path folder, Part... parts) throws IOException {
        var database = Database.open(StoreSettings.in(folder), InstantSource.system());
        return new Office(database, 0, Optional.empty(), List.of(parts));
    }

    /// Beside a service that knows the team, and which it comes back to on that port.
    public static Office beside(Path folder, int port, IdentityService service) throws IOException {
        var database = Database.open(StoreSettings.in(folder), InstantSource.system());
        return new Office(database, port, Optional.of(service), List.of(new Beginning()));
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    public Staff staff() {
        return Staff.over(database);
    }

    /// Whoever comes by, and is nobody yet.
    public Colleague stranger() {
        return new Colleague(client, address());
    }

    /// A link for the first account, as the console shows it.
    public String firstLink() {
        var secret = StaffCookie.fresh();
        staff().links().first(secret, now.get());
        return address() + "/staff/einladung/" + secret;
    }

    /// The first of the team, signed in.
    public Colleague first(String login) {
        var one = stranger();
        one.setUp(firstLink(), login, now.get());
        return one;
    }

    /// Somebody whom an administrator invited, signed in.
    public Colleague invited(Colleague administrator, String login, Role role) {
        var one = stranger();
        one.setUp(invite(administrator, login, role), login, now.get());
        return one;
    }

    /// A link for somebody new.
    public String invite(Colleague administrator, String login, Role role) {
        administrator.get("/staff/konten");
        var fields = java.util.Map.of("name", "Kim " + login, "login", login, "role", role.id());
        return link(administrator.post("/staff/konten", fields).body());
    }

    /// The link that a page shows.
    public static String link(String page) {
        var found = LINK.matcher(page);
        if (!found.find()) throw new AssertionError("no link in " + page);
        return found.group(1);
    }

    public void later(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        database.close();
    }
}
