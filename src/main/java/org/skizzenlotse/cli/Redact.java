// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.util.concurrent.Callable;
import org.skizzenlotse.conversation.Redacting;
import org.skizzenlotse.engine.ConversationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `redact REF [ID]`: takes one answer or file out of a conversation and of all that was handed
/// over of it, also while the service runs. Without an ID it lists what there is.
@Command(
        name = "redact",
        mixinStandardHelpOptions = true,
        description =
                "Entfernt eine einzelne Antwort oder Datei überall, auch aus eingereichten"
                        + " Fassungen. Ohne ID zählt er auf, was sich entfernen lässt.")
public final class Redact implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "REF", description = "Aktenzeichen oder Kennung des Gesprächs")
    private String reference = "";

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            index = "1",
            description = "Was entfernt wird: Frage, oder Frage/Datei")
    private String choice = "";

    /// With what commands are given.
    public Redact(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return opener.asItIs().exit(this::redact);
    }

    private int redact(Running opened) {
        var conversations = opened.conversations();
        var found = conversations.find(reference);
        if (found.isEmpty()) {
            System.err.println("Zu " + reference + " gibt es nichts.");
            return Exit.FINDINGS;
        }
        return choice.isEmpty()
                ? list(conversations.redacting(), found.get())
                : remove(conversations.redacting(), found.get());
    }

    private static int list(Redacting redacting, ConversationId id) {
        for (var one : redacting.choices(id)) System.out.println(one.id() + "  " + one.text());
        return Exit.OK;
    }

    private int remove(Redacting redacting, ConversationId id) {
        if (!redacting.redact(id, choice)) {
            System.err.println(
                    choice + " gibt es dort nicht (mehr). Was es gibt: redact " + reference);
            return Exit.FINDINGS;
        }
        System.out.println(
                "Entfernt: "
                        + choice
                        + " aus "
                        + reference
                        + ". Die Menschen im Gespräch erfahren es. In zugestellten E-Mails steht es"
                        + " noch: Bitte löscht es dort.");
        return Exit.OK;
    }
}
