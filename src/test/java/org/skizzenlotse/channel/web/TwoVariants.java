// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two dialogs: `zwei` in German and in English, `eins` in German alone.
public final class TwoVariants {
    private static final String HEAD =
            """
            dialog: NAME
            title: Probe
            language: de
            audience: ihr
            personal: false
            groups: [idee]
            review: {text: Schaut alles durch.}
            submit: {text: Abschicken?, done: Danke., reference_prefix: PR}
            """;

    private static final String GROUP =
            """
            group: idee
            title: Eure Idee
            steps:
              - ask: was
                catalogue: none
                type: choice
                text: Worum geht es?
                short: Worum
                why: Damit wir es wissen.
                help: Sucht das Nächste aus.
                examples: [Eine Karte]
                needed: optional
                open: [unknown]
                options:
                  - {id: karte, text: Um eine Karte}
                  - {id: liste, text: Um eine Liste}
              - ask: wann
                catalogue: none
                type: date
                text: Bis wann?
                short: Bis wann
                why: Damit wir planen können.
                needed: optional
                open: [unknown, later]
            """;

    private static final String ENGLISH =
            """
            variant: en
            title: Sample
            review: {text: Please look at all of it.}
            submit: {text: Send it?, done: Thank you.}
            groups: {idee: {title: Your idea}}
            steps:
              was:
                text: What is it?
                short: What
                why: So that we know.
                help: Take what comes close.
                examples: [A map]
                options: {karte: {text: A map}, liste: {text: A list}}
              wann: {text: Until when?, short: Until, why: So that we can plan.}
            """;

    private TwoVariants() {}

    /// Writes both into the folder.
    public static void write(Path folder) throws IOException {
        for (var name : new String[] {"eins", "zwei"}) {
            var groups = Files.createDirectories(folder.resolve(name + "/groups"));
            Files.writeString(folder.resolve(name + "/dialog.yaml"), HEAD.replace("NAME", name));
            Files.writeString(groups.resolve("idee.yaml"), GROUP);
        }
        var texts = Files.createDirectories(folder.resolve("zwei/texts"));
        Files.writeString(texts.resolve("en.yaml"), ENGLISH);
    }
}
