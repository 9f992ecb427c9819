// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.skizzenlotse.attachment.Clamd;
import org.skizzenlotse.attachment.Scanner;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.cli.Running;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Installation;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.conversation.Purge;
import org.skizzenlotse.conversation.SketchForm;
import org.skizzenlotse.delivery.ApplicantMail;
import org.skizzenlotse.delivery.Arrears;
import org.skizzenlotse.delivery.Delivery;
import org.skizzenlotse.delivery.Letters;
import org.skizzenlotse.delivery.MailFolder;
import org.skizzenlotse.delivery.Outbox;
import org.skizzenlotse.delivery.SmtpServer;
import org.skizzenlotse.delivery.StaffMail;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.turn.Phrases;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.BacklogStore;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.ScanStore;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.blob.BlobStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.NotWhole;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.vault.KeysMissing;

/// One opened installation: database, dialogs in force, conversations and outbox, wired by their
/// constructors.
final class Assembly implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    /// What is written beside a version that passed its checks.
    private static final String PROOF = "checked";

    private final Database database;
    private final InForce inForce;
    private final Conversations conversations;
    private final Outbox outbox;
    private final Optional<Scanner> scanner;

    /// The dialogs in force, and what is to be read beside them.
    private record InForce(Published published, Guidance guidance) {}

    /// The data, and who looks for harm in the files among them.
    private record Looked(Database database, Optional<Scanner> scanner) {}

    private Assembly(InForce inForce, Conversations made, Outbox outbox, Looked looked) {
        this.database = looked.database();
        this.inForce = inForce;
        this.conversations = made;
        this.outbox = outbox;
        this.scanner = looked.scanner();
    }

    /// Opens the data folder and puts the dialogs in force that are without mistakes.
    static Assembly open(Config config) throws CannotOpen {
        return opened(config, true);
    }

    /// Opens an installation that exists, with the dialogs that are in force in it: for commands
    /// that look after its data, wherever they are called.
    static Assembly openAsItIs(Config config) throws CannotOpen {
        if (!Files.isDirectory(config.data()))
            throw new CannotOpen("DATA: in " + config.data() + " liegt keine Installation.");
        return opened(config, false);
    }

    private static Assembly opened(Config config, boolean withDialogs) throws CannotOpen {
        try {
            return over(config, withDialogs);
        } catch (KeysMissing lost) {
            throw new CannotOpen(
                    "DATA: die Schlüssel in "
                            + config.data().resolve("keys")
                            + " fehlen oder passen nicht zu den Daten. Bitte stellt sie wieder"
                            + " her.");
        } catch (NotWhole half) {
            throw new CannotOpen(
                    "DATA: in "
                            + config.data()
                            + " wurde eine Sicherung nicht zu Ende zurückgeholt. Holt sie mit"
                            + " restore noch einmal.");
        } catch (IOException | UncheckedIOException unusable) {
            throw new CannotOpen("DATA: der Ordner " + config.data() + " ist nicht nutzbar.");
        }
    }

    private static Assembly over(Config config, boolean withDialogs)
            throws IOException, CannotOpen {
        // where nothing was proven yet, the dialogs are read while the data are made
        var fresh = withDialogs && Files.notExists(config.data().resolve("keys"));
        var reading = new FutureTask<>(() -> read(config, Set.of()));
        if (fresh) Thread.ofPlatform().daemon().name("reading").start(reading);
        var database = Database.open(StoreSettings.in(config.data()), CLOCK);
        var published =
                new Published(new DialogStore(database), DialogFolder::fromCanonical, CLOCK);
        var guidance = Guidance.NONE;
        if (fresh) guidance = publish(published, done(reading), config);
        else if (withDialogs)
            guidance = publish(published, read(config, published.provenHashes()), config);
        else published.publish(List.of());
        var mails = MailFolder.open(config.data().resolve("mail"));
        var phrases = PhrasesFile.load();
        var outbox = outbox(database, mails, phrases, config);
        var installation =
                new Installation(
                        new Engine(phrases),
                        CLOCK,
                        config.zone(),
                        facts(config),
                        config.call().orElse(null),
                        new SketchForm(new SketchJson()::render, SketchJson::read),
                        references -> forget(mails, references),
                        FileSettings.rules(config));
        var conversations = new Conversations(installation, published, database);
        conversations.whenErrands(outbox::nudge);
        var scanner = FileSettings.clamd(config).map(one -> scanner(database, one));
        var looked = new Looked(database, scanner);
        return new Assembly(new InForce(published, guidance), conversations, outbox, looked);
    }

    private static Scanner scanner(Database database, InetSocketAddress address) {
        var clamd = new Clamd(address, Clamd.Limits.USUAL);
        return new Scanner(new ScanStore(database), new BlobStore(database.data()), clamd, CLOCK);
    }

    /// Those of the settings, and where one comes back by key or comes in by invitation.
    private static Map<String, Value> facts(Config config) {
        var facts = new HashMap<>(config.facts());
        var known = config.get(Setting.PUBLIC_URL);
        if (!known.isEmpty()) {
            facts.put("rueckkehr", new Value.Text(known + "/weiter"));
            facts.put("mitmachen", new Value.Text(known + "/mitmachen/"));
            facts.put("umzug", new Value.Text(known + "/umzug/"));
        }
        return facts;
    }

    private static Outbox outbox(
            Database database, MailFolder folder, Phrases phrases, Config config) {
        var rows = new OutboxStore(database);
        var addresses = config.addresses();
        var letters =
                new Letters(
                        rows,
                        new SubmissionStore(database),
                        new StaffMail(addresses, config.zone()),
                        new ApplicantMail(addresses, phrases, config.get(Setting.PUBLIC_URL)));
        var arrears = new Arrears(new BacklogStore(database), CLOCK);
        var stores = new Outbox.Stores(rows, new Erasures(database), arrears);
        var ways = new Outbox.Ways(delivery(folder, config), folder);
        return new Outbox(stores, letters, ways, CLOCK);
    }

    private static Delivery delivery(MailFolder folder, Config config) {
        return config.smtp()
                .<Delivery>map(url -> new SmtpServer(url, config.addresses()))
                .orElse(folder);
    }

    private static void forget(MailFolder mails, List<String> references) {
        try {
            mails.forget(references);
        } catch (IOException later) {
            // the outbox tidies again every minute, and at the next start
        }
    }

    private static Loaded done(FutureTask<Loaded> reading) {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the dialogs cannot be read", failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while the dialogs were read", ended);
        }
    }

    /// A folder with mistakes changes nothing: what was in force stays, and is said so. Only an
    /// installation without any dialog does not open.
    private static Guidance publish(Published published, Loaded loaded, Config config)
            throws CannotOpen {
        loaded.problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> System.err.println(problem.toText() + "\n"));
        published.publish(
                loaded.dialogs().stream()
                        .map(one -> new Published.Proven(one.dialog(), one.canonicalJson(), PROOF))
                        .toList());
        if (published.all().isEmpty())
            throw new CannotOpen(
                    "DIALOGS: in " + config.dialogs() + " ist kein Dialog ohne Fehler.");
        if (loaded.hasErrors())
            System.err.println("Dialoge mit Fehlern bleiben in der Fassung, die zuletzt galt.");
        return loaded.guidance();
    }

    /// The folder of the setting, or the dialogs inside the jar where there is no such folder.
    static Loaded read(Config config, Set<String> provenHashes) {
        var shipped = Assembly.class.getResource("/dialogs");
        var standard = config.get(Setting.DIALOGS).equals(Setting.DIALOGS.standard());
        if (Files.isDirectory(config.dialogs()) || !standard || shipped == null)
            return DialogFolder.read(config.dialogs(), provenHashes);
        try {
            if (shipped.getProtocol().equals("file"))
                return DialogFolder.read(Path.of(shipped.toURI()), provenHashes);
            var jar = Assembly.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            try (var inside = FileSystems.newFileSystem(Path.of(jar))) {
                return DialogFolder.read(inside.getPath("/dialogs"), provenHashes);
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the jar cannot be read", unreadable);
        }
    }

    Conversations conversations() {
        return conversations;
    }

    Collection<org.skizzenlotse.dialog.Dialog> dialogs() {
        return inForce.published().all();
    }

    Guidance guidance() {
        return inForce.guidance();
    }

    Database database() {
        return database;
    }

    Outbox outbox() {
        return outbox;
    }

    /// Who looks for harm in files, if somebody does.
    Optional<Scanner> scanner() {
        return scanner;
    }

    /// The same for a command, beside a running service or alone.
    Running running() {
        return new Running(
                conversations,
                dialogs(),
                outbox::sendDue,
                new BacklogStore(database),
                new AuditStore(database),
                new Purge(conversations, database, CLOCK),
                this::close);
    }

    @Override
    public void close() {
        outbox.close();
        scanner.ifPresent(Scanner::close);
        try {
            database.close();
        } catch (IOException lost) {
            System.err.println(
                    "Die Datenbank ließ sich nicht sauber schließen; nichts ist verloren.");
        }
    }
}
