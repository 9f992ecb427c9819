// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.LoadedDialog;

/// The workload as a folder of dialog files, and as an XForm.
final class WorkloadFiles {
    /// The consent that stands before the questions of our dialog; it is not measured.
    static final String CONSENT = "einwilligung";

    private WorkloadFiles() {}

    /// The ID of the dialog with so many questions.
    static String id(Workload work) {
        return "messung" + work.questions();
    }

    /// Writes the dialog below this folder, checked and read again.
    static LoadedDialog write(Workload work, Path root) throws IOException {
        var id = id(work);
        var groups = Files.createDirectories(root.resolve(id).resolve("groups"));
        Files.writeString(
                root.resolve(id).resolve("dialog.yaml"),
                """
                dialog: %s
                title: Messung
                language: de
                audience: ihr
                personal: true
                groups: [fragen]
                review: {text: Schaut alles durch.}
                submit: {text: Bereit?, done: Danke., reference_prefix: MS}
                """
                        .formatted(id));
        Files.writeString(groups.resolve("fragen.yaml"), group(work));
        var loaded = DialogFolder.read(root);
        return loaded.dialog(id)
                .orElseThrow(() -> new IllegalStateException("" + loaded.problems()));
    }

    /// The dialog alone, from a folder of its own.
    static Dialog dialog(Workload work) throws IOException {
        return write(work, Files.createTempDirectory("workload")).dialog();
    }

    private static String group(Workload work) {
        var text = new StringBuilder("group: fragen\ntitle: Fragen\nsteps:\n");
        text.append(
                step(
                        CONSENT,
                        """
                        type: consent
                        text: Dürfen wir?
                        purpose: messung
                        notice: Wer, wofür, wie lange.
                        required: true
                        """,
                        "submit"));
        for (var asked : work.all()) text.append(step(asked.id(), type(asked), "optional"));
        return text.toString();
    }

    private static String step(String id, String type, String needed) {
        var rest =
                """
                short: Frage %1$s
                why: Darum fragen wir nach %1$s.
                needed: %2$s
                catalogue: none
                privacy: {personal: false, purpose: messung, keep: P1Y}
                """
                        .formatted(id, needed);
        return "  - ask: " + id + "\n" + (type + rest).indent(4);
    }

    private static String type(Workload.Asked asked) {
        var question = "text: Was sagt ihr zu Frage %d?\n".formatted(asked.number());
        return question
                + switch (asked.kind()) {
                    case TEXT -> "type: text\nmax_length: %d\n".formatted(Workload.TEXT_MAX);
                    case ONE ->
                            "type: choice\noptions: [{id: ja, text: Ja}, {id: nein, text: Nein}]\n";
                    case DETAIL ->
                            "type: text\nmax_length: %d\nwhen: %s == 'ja'\n"
                                    .formatted(Workload.TEXT_MAX, asked.condition());
                    case NUMBER -> "type: number\nmin: 0\nmax: %d\n".formatted(Workload.NUMBER_MAX);
                    case MANY -> "type: multi\noptions: [%s]\n".formatted(options());
                };
    }

    private static String options() {
        return String.join(
                ", ",
                Workload.OPTIONS.stream()
                        .map(one -> "{id: %1$s, text: %1$s}".formatted(one))
                        .toList());
    }

    /// The same questions as an XForm.
    static String xform(Workload work) {
        var instance = new StringBuilder();
        var binds = new StringBuilder();
        var body = new StringBuilder();
        for (var asked : work.all()) {
            instance.append("<%s/>".formatted(asked.id()));
            binds.append("<bind nodeset=\"/data/%s\" %s/>".formatted(asked.id(), bind(asked)));
            body.append(control(asked));
        }
        return """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
        <h:head><h:title>Messung</h:title><model>
        <instance><data id="messung">%s</data></instance>%s</model></h:head>
        <h:body>%s</h:body></h:html>
        """
                .formatted(instance, binds, body);
    }

    private static String bind(Workload.Asked asked) {
        var length = "type=\"string\" constraint=\"string-length(.) &lt;= %d\"";
        return switch (asked.kind()) {
            case TEXT -> length.formatted(Workload.TEXT_MAX);
            case ONE, MANY -> "type=\"string\"";
            case DETAIL ->
                    length.formatted(Workload.TEXT_MAX)
                            + " relevant=\"/data/%s = 'ja'\"".formatted(asked.condition());
            case NUMBER ->
                    "type=\"int\" constraint=\". &gt;= 0 and . &lt;= %d\""
                            .formatted(Workload.NUMBER_MAX);
        };
    }

    private static String control(Workload.Asked asked) {
        var label = "<label>Was sagt ihr zu Frage %d?</label>".formatted(asked.number());
        return switch (asked.kind()) {
            case TEXT, DETAIL, NUMBER ->
                    "<input ref=\"/data/%s\">%s</input>".formatted(asked.id(), label);
            case ONE ->
                    "<select1 ref=\"/data/%s\">%s%s%s</select1>"
                            .formatted(asked.id(), label, item("ja"), item("nein"));
            case MANY ->
                    "<select ref=\"/data/%s\">%s%s</select>".formatted(asked.id(), label, items());
        };
    }

    private static String items() {
        return String.join("", Workload.OPTIONS.stream().map(WorkloadFiles::item).toList());
    }

    private static String item(String option) {
        return "<item><label>%1$s</label><value>%1$s</value></item>".formatted(option);
    }
}
