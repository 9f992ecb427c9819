// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.skizzenlotse.cli.Chat;
import org.skizzenlotse.cli.Check;
import org.skizzenlotse.cli.Erase;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.cli.Explore;
import org.skizzenlotse.cli.Export;
import org.skizzenlotse.cli.Health;
import org.skizzenlotse.cli.Redact;
import org.skizzenlotse.cli.Opener;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.cli.Serve;
import org.skizzenlotse.cli.Show;
import org.skizzenlotse.cli.TestTalks;
import org.skizzenlotse.cli.Undelivered;
import org.skizzenlotse.cli.upkeep.AuditTrail;
import org.skizzenlotse.cli.privacy.Privacy;
import org.skizzenlotse.cli.upkeep.BringBack;
import org.skizzenlotse.cli.upkeep.Doctor;
import org.skizzenlotse.cli.upkeep.MakeBackup;
import org.skizzenlotse.cli.upkeep.PurgeDue;
import org.skizzenlotse.cli.upkeep.Rotate;
import org.skizzenlotse.cli.upkeep.Setup;
import org.skizzenlotse.cli.versions.Diff;
import org.skizzenlotse.cli.versions.Pin;
import org.skizzenlotse.store.database.StoreUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line, and the only place that knows all rooms.
@Command(
        name = "skizzenlotse",
        description = "Ein Gesprächsassistent, der aus Fragen eine Projektskizze macht.",
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    /// Runs the command of the arguments and exits with its code; `serve` runs until it is ended.
    public static void main(String[] args) {
        try {
            System.exit(commands(Config.read(System.getenv())).execute(args));
        } catch (Config.Unusable settings) {
            System.err.println(settings.getMessage());
            System.exit(Exit.USAGE);
        }
    }

    static CommandLine commands(Config config) {
        var opener =
                new Opener(
                        config.dialogs(),
                        () -> Assembly.open(config).running(),
                        () -> Assembly.openAsItIs(config).running());
        var line = new CommandLine(new Main());
        var serving = new CommandLine(new Serve(inPublic -> serve(config, inPublic)));
        serving.getCommandSpec().usageMessage().footer(settings());
        line.addSubcommand(serving);
        for (var command :
                List.of(
                        new Chat(opener),
                        new Check(opener),
                        new TestTalks(opener),
                        new Explore(opener),
                        new Show(opener),
                        new Diff(opener),
                        new Pin(opener),
                        new Export(opener),
                        new Erase(opener),
                        new Redact(opener),
                        new Undelivered(opener),
                        new PurgeDue(opener),
                        new Doctor(setup(config)),
                        new AuditTrail(config.data()),
                        new Rotate(config.data()),
                        new MakeBackup(config.data()),
                        new BringBack(config.data()),
                        new Privacy(() -> PrivacySettings.processing(config)),
                        new Health(config.here()))) line.addSubcommand(command);
        line.setExecutionExceptionHandler((failed, _, _) -> ended(failed));
        var version = Main.class.getPackage().getImplementationVersion();
        var named = "Skizzenlotse " + (version == null ? "(nicht gepackt)" : version);
        line.getCommandSpec().version(named);
        line.getSubcommands().values().forEach(one -> one.getCommandSpec().version(named));
        return line;
    }

    /// What the check-up is told of the settings.
    private static Setup setup(Config config) {
        var rules = FileSettings.rules(config);
        return new Setup(
                config.data(),
                config.missingInPublic(),
                config.get(Setting.PUBLIC_URL),
                config.zone(),
                () -> Dialogs.read(config, Dialogs.Known.NOTHING).problems(),
                new Setup.Space(rules.freeBytesMin(), rules.totalBytesMax()),
                FileSettings.clamd(config),
                !config.get(Setting.TELEGRAM_TOKEN).isEmpty());
    }

    /// Data that another process holds is no fault of the program, and is said in one line.
    private static int ended(Exception failed) throws Exception {
        if (!(failed instanceof StoreUnavailable)) throw failed;
        System.err.println("DATA: die Daten sind gerade belegt. Versucht es bitte noch einmal.");
        return Exit.FINDINGS;
    }

    private static String[] settings() {
        var lines = new java.util.ArrayList<String>();
        lines.add("");
        lines.add("Einstellungen, aus der Umgebung (SKIZZENLOTSE_…) oder skizzenlotse.properties:");
        for (var setting : Setting.values()) lines.add(setting.help().replace("%", "%%"));
        return lines.toArray(String[]::new);
    }

    private static int serve(Config config, boolean inPublic) {
        var missing =
                inPublic || config.bindsBeyondLoopback()
                        ? config.missingInPublic()
                        : List.<String>of();
        missing.forEach(System.err::println);
        if (!missing.isEmpty()) return Exit.USAGE;
        try (var service = Service.start(config, inPublic)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(service::close));
            if (Boolean.getBoolean("skizzenlotse.endWithParent"))
                ProcessHandle.current().parent().ifPresent(Main::endWith);
            System.out.println(service.where());
            var first = service.firstAccount();
            if (!first.isEmpty()) System.out.println(first);
            System.out.println(service.authors());
            new CountDownLatch(1).await();
        } catch (CannotOpen why) {
            System.err.println(why.getMessage());
            return Exit.USAGE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return Exit.OK;
    }

    /// Maven leaves what it started running when it is killed: the port would stay taken.
    private static void endWith(ProcessHandle parent) {
        Thread.ofVirtual()
                .start(() -> {
                    parent.onExit().join();
                    System.exit(0);
                });
    }
}
