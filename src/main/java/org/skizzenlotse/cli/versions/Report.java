// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.versions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.change.Difference;
import org.skizzenlotse.dialog.file.MigrationText;

/// What is said of a difference, as text or JSON; `draft` is empty where none is needed.
record Report(Difference difference, String draft, Count count) {

    /// How many open conversations there are (-1: no data here) and how many of them could not
    /// follow; how many talks there are and how many come upon what is different.
    record Count(int open, int stranded, int talks, int meeting) {}

    String text(Optional<Path> written) {
        var text = new StringBuilder("Dialog ").append(difference.after().id());
        text.append(": von ").append(MigrationText.name(difference.before()));
        text.append(" zu ").append(MigrationText.name(difference.after())).append('\n');
        if (difference.changes().isEmpty()) return text.append("Nichts ist anders.").toString();
        for (var sentence : difference.sentences()) text.append("- ").append(sentence).append('\n');
        if (count.open() >= 0) text.append(conversations()).append('\n');
        if (count.meeting() > 0)
            text.append(count.meeting())
                    .append(" von ")
                    .append(count.talks())
                    .append(" Probegesprächen kommen daran vorbei.\n");
        if (difference.explainsItself())
            return text.append("Das erklärt sich selbst; es braucht keine Migration.").toString();
        text.append("Eine Migration braucht:\n");
        for (var sentence : difference.sentences(difference.unexplained()))
            text.append("- ").append(sentence).append('\n');
        if (written.isPresent()) return text.append("Entwurf: ").append(written.get()).toString();
        return text.append("\n").append(draft).toString();
    }

    private String conversations() {
        if (count.stranded() == 0)
            return count.open() == 0
                    ? "Kein Gespräch ist offen."
                    : "Von " + talks(count.open()) + " wäre keines betroffen.";
        return count.stranded() == 1
                ? "1 Gespräch wäre betroffen."
                : count.stranded() + " Gespräche wären betroffen.";
    }

    private static String talks(int number) {
        return number == 1 ? "1 offenen Gespräch" : number + " offenen Gesprächen";
    }

    String json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("dialog", difference.after().id());
        json.put("from", difference.before().hash()).put("to", difference.after().hash());
        json.put("explains_itself", difference.explainsItself());
        put(json.putArray("changes"), difference.sentences());
        put(json.putArray("unexplained"), difference.sentences(difference.unexplained()));
        if (count.open() >= 0)
            json.putObject("conversations")
                    .put("open", count.open())
                    .put("affected", count.stranded());
        json.putObject("talks").put("all", count.talks()).put("affected", count.meeting());
        return json.put("draft", draft).toPrettyString();
    }

    private static void put(ArrayNode array, List<String> sentences) {
        sentences.forEach(array::add);
    }
}
