// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.privacy;

import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.channel.web.site.Operator;
import org.skizzenlotse.channel.web.site.Recipient;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;

/// What the documents are made from: who runs the installation, what its dialogs ask, and every
/// setting with its value in force, passwords left out.
public record Processing(Operator operator, List<Dialog> dialogs, List<InForce> settings) {
    /// Copies the lists.
    public Processing {
        dialogs = List.copyOf(dialogs);
        settings = List.copyOf(settings);
    }

    /// A setting: its name, its value in force, and what it does.
    public record InForce(String name, String value, String means) {}

    String fact(String id) {
        return operator.facts().containsKey(id) ? operator.markdown(id) : "[" + id + " fehlt]";
    }

    /// The dialogs that ask for something personal.
    List<Dialog> personal() {
        return dialogs.stream().filter(dialog -> dialog.head().personal()).toList();
    }

    List<Recipient> processors() {
        return recipients(Recipient.Kind.PROCESSOR);
    }

    /// Those who decide by themselves what they do with what they get: no processors.
    List<Recipient> controllers() {
        return recipients(Recipient.Kind.CONTROLLER);
    }

    private List<Recipient> recipients(Recipient.Kind kind) {
        return operator.legal().recipients().stream().filter(one -> one.kind() == kind).toList();
    }

    static String title(Dialog dialog) {
        return dialog.frame(dialog.head().language()).title();
    }

    static String names(List<Question> questions, Dialog dialog) {
        return questions.isEmpty()
                ? "keine"
                : questions.stream()
                        .map(one -> one.wording(dialog.head().language()).shortText())
                        .collect(Collectors.joining(", "));
    }

    static List<Question> personal(Dialog dialog) {
        return dialog.questions().stream().filter(one -> one.rules().privacy().personal()).toList();
    }

    static List<Question> special(Dialog dialog) {
        return dialog.questions().stream().filter(one -> one.rules().privacy().special()).toList();
    }

    /// The value of a setting in force.
    String setting(String name) {
        return settings.stream()
                .filter(one -> one.name().equals(name))
                .map(InForce::value)
                .findFirst()
                .orElse("");
    }
}
