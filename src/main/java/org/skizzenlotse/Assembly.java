// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.skizzenlotse.attachment.Clamd;
import org.skizzenlotse.attachment.Scanner;
import org.skizzenlotse.author.shelf.Workshop;
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
import org.skizzenlotse.delivery.Notices;
import org.skizzenlotse.delivery.Outbox;
import org.skizzenlotse.delivery.SmtpServer;
import org.skizzenlotse.delivery.StaffMail;
import org.skizzenlotse.delivery.Webhook;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.Remark;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.turn.Phrases;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.BacklogStore;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.ScanStore;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.TargetStore;
import org.skizzenlotse.store.TextEditStore;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.blob.BlobStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.NotWhole;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.staff.AccountStore;
import org.skizzenlotse.store.vault.KeysMissing;

/// One opened installation: database, dialogs in force, conversations and outbox, wired by their
/// constructors.
final class Assembly implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Database database;
    private final InForce inForce;
    private final Conversations conversations;
    private final Outbox outbox;
    private final Optional<Scanner> scanner;

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
        var reading =
                fresh ? Optional.of(Dialogs.begin(config)) : Optional.<FutureTask<Loaded>>empty();
        var database = Database.open(StoreSettings.in(config.data()), CLOCK);
        var published =
                new Published(
                        new DialogStore(database),
                        new Published.Forms(DialogFolder::fromCanonical, DialogFolder::migration),
                        CLOCK);
        var inForce = new InForce(published, config, CLOCK);
        if (reading.isPresent()) inForce.begin(Dialogs.end(reading.get()));
        else if (withDialogs) inForce.begin(Dialogs.read(config, Dialogs.Known.of(published)));
        else inForce.asItIs();
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
        return new Assembly(inForce, conversations, outbox, looked);
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
                        new StaffMail(
                                addresses,
                                config.zone(),
                                ForwardSettings.mail(config, new AccountStore(database)::any)),
                        new ApplicantMail(addresses, phrases, config.get(Setting.PUBLIC_URL)));
        var arrears = new Arrears(new BacklogStore(database), CLOCK);
        var stores = new Outbox.Stores(rows, new Erasures(database), arrears);
        var ways = new Outbox.Ways(delivery(folder, config), folder);
        var outbox = new Outbox(stores, letters, ways, CLOCK);
        ForwardSettings.webhook(config)
                .ifPresent(one ->
                        outbox.to(
                                ForwardSettings.WEBHOOK,
                                notices(database, config)
                                        .on(new Webhook(one, CLOCK), Webhook.TAKES_AT_MOST)));
        return outbox;
    }

    private static Notices notices(Database database, Config config) {
        return new Notices(new SubmissionStore(database), ForwardSettings.link(config));
    }

    /// From now on submissions go to all places that are set, through these messengers where it
    /// takes one.
    void forward(Config config, Messengers messengers) {
        var targets = new TargetStore(database);
        new TeamPlaces(config, messengers, targets, CLOCK).addTo(outbox, notices(database, config));
        targets.set(ForwardSettings.targets(config), CLOCK.instant());
    }

    /// What the team answers to a notice becomes a question to the applicants.
    Optional<Boolean> answered(String room, String notice, TeamPlaces.Answer answer) {
        return new TargetStore(database)
                .conversation(notice, room)
                .map(id ->
                        answer.text().length() <= Remark.TEXT_MAX
                                && conversations.desk().ask(id, answer.text(), answer.member()));
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

    Conversations conversations() {
        return conversations;
    }

    Collection<org.skizzenlotse.dialog.Dialog> dialogs() {
        return inForce.published().all();
    }

    Guidance guidance() {
        return inForce.guidance();
    }

    /// The dialogs, and what came of reading them.
    InForce inForce() {
        return inForce;
    }

    /// What the team's pages about sketches work with.
    Office.Means means(Config config) {
        var statuses = DeskSettings.statuses(config);
        return new Office.Means(
                database, conversations, inForce.published(), statuses, config.zone(), CLOCK);
    }

    /// What the pages of the authors work with.
    Workshop workshop() {
        return inForce.workshop(conversations.engine(), new TextEditStore(database));
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
                inForce.published(),
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
