// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.terminal.Terminal;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Dialog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chat DIALOG`: the conversation in the terminal. What is submitted reaches staff as from any
/// other channel.
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "Führt ein Gespräch im Terminal, Zeile für Zeile, auch aus einer Pipe.")
public final class Chat implements Callable<Integer> {
    private final Opener opener;

    @Parameters(
            paramLabel = "DIALOG",
            arity = "0..1",
            description = "Welcher Dialog, etwa skizze; mit --return nicht nötig")
    private String dialog = "";

    @Option(names = "--variant", paramLabel = "V", description = "Sprachvariante (Vorgabe: de)")
    private String variant = "de";

    @Option(
            names = "--state",
            paramLabel = "DATEI",
            description = "Merkt sich das Gespräch in dieser Datei und setzt es später fort")
    private @Nullable Path state;

    @Option(
            names = "--return",
            paramLabel = "SCHLÜSSEL",
            description = "Macht mit dem Rückkehr-Schlüssel dort weiter, wo ihr wart")
    private @Nullable String returnKey;

    /// With what commands are given.
    public Chat(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        return opener.withDialogs().exit(this::run);
    }

    private int run(Running opened) throws IOException {
        var kept = talk(opened);
        opened.deliver().run();
        return kept ? Exit.OK : Exit.FINDINGS;
    }

    private boolean talk(Running opened) throws IOException {
        var conversations = opened.conversations();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var terminal = new Terminal(conversations, in, System.out, !isKeyboard());
        var key = returnKey;
        if (key != null) return comeBack(conversations.comeBack(key), terminal);
        var file = state;
        if (file != null && Files.exists(file)) {
            var token = Files.readString(file).strip();
            if (conversations.view(token) instanceof Outcome.Done(View view))
                return terminal.talk(token, view, this::keepAlso);
            System.err.println("Das Gespräch in dieser Datei gibt es nicht mehr.");
            return false;
        }
        if (!isThere(opened.dialogs())) return false;
        var begun = conversations.open(dialog, variant, Terminal.CHANNEL);
        if (file != null) keep(file, begun.token());
        return terminal.talk(begun.token(), begun.view(), this::keepAlso);
    }

    private boolean comeBack(ComingBack back, Terminal terminal) throws IOException {
        if (back instanceof ComingBack.Here(var token, var view)) {
            if (state != null) keep(state, token);
            return terminal.talk(token, view, this::keepAlso);
        }
        if (back instanceof ComingBack.Waiting waiting)
            return comeBack(terminal.await(waiting), terminal);
        System.err.println(
                switch (back) {
                    case ComingBack.Mistyped() -> "In dem Schlüssel ist ein Tippfehler.";
                    case ComingBack.Unknown() ->
                            "Diesen Schlüssel kennen wir nicht. Gibt es schon einen neueren?";
                    case ComingBack.Gone() -> "Dieses Gespräch ist gelöscht.";
                    case ComingBack.Revoked() -> "Ihr macht in diesem Gespräch nicht mehr mit.";
                    case ComingBack.Here _, ComingBack.Waiting _, ComingBack.Unavailable() ->
                            "Gerade geht es nicht. Versucht es bitte noch einmal.";
                });
        return false;
    }

    /// Says in one line what there is when the dialog or the variant is not.
    private boolean isThere(Collection<Dialog> dialogs) {
        var ids = dialogs.stream().map(Dialog::id).sorted().toList();
        if (!ids.contains(dialog)) return isNot("Den Dialog " + dialog, ids);
        var variants =
                dialogs.stream()
                        .filter(one -> one.id().equals(dialog))
                        .flatMap(one -> one.variants().stream())
                        .sorted()
                        .toList();
        return variants.contains(variant) || isNot("Die Sprachvariante " + variant, variants);
    }

    private static boolean isNot(String what, List<String> known) {
        System.err.println(what + " gibt es nicht. Es gibt: " + String.join(", ", known) + ".");
        return false;
    }

    private static boolean isKeyboard() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /// The state is that of the conversation in which the talk goes on.
    private void keepAlso(String token) {
        var file = state;
        try {
            if (file != null) Files.writeString(file, token + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The token opens the conversation, so nobody else may read the file.
    private static void keep(Path file, String token) throws IOException {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        Files.writeString(file, token + "\n");
    }
}
