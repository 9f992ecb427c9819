// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the schema check found, in German, at the place of the key or value that is wrong.
final class SchemaWords {
    private static final Map<String, String> TYPES =
            Map.of(
                    "object", "eine Reihe von Einträgen 'name: wert'",
                    "array", "eine Liste",
                    "string", "ein Text",
                    "number", "eine Zahl",
                    "integer", "eine ganze Zahl",
                    "boolean", "true oder false");

    private static final Set<String> YES = Set.of("yes", "on", "ja", "wahr", "y", "j", "true");
    private static final Set<String> NO = Set.of("no", "off", "nein", "falsch", "n", "false");

    private final Source source;
    private final JsonNode schema;

    SchemaWords(Source source, JsonNode schema) {
        this.source = source;
        this.schema = schema;
    }

    void report(Error error) {
        var part = part(error);
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknown(part, error);
            case "required" -> missing(part, error);
            case "type" -> wrongType(part, error);
            case "enum" -> notOneOf(part, error);
            case "pattern", "propertyNames" -> pattern(part, error);
            case "minItems" ->
                    part.wrong("Diese Liste braucht mehr Einträge.", "Ergänzt, was fehlt.");
            case "uniqueItems" ->
                    part.wrong(
                            "In dieser Liste steht etwas doppelt.", "Jeder Eintrag steht einmal.");
            case "minProperties", "maxProperties" ->
                    part.wrong("Hier wird genau ein Eintrag erwartet.", description(error));
            case "minimum" -> part.wrong("Diese Zahl ist zu klein.", description(error));
            case "maximum" -> part.wrong("Diese Zahl ist zu groß.", description(error));
            case "if", "then", "else", "$ref", "properties", "items" -> {}
            default -> part.wrong("Das passt hier nicht.", description(error));
        }
    }

    /// The name that the unknown key of this error probably means.
    Optional<String> proposed(Error error) {
        return Nearest.of(error.getProperty(), known(error));
    }

    private void unknown(Part part, Error error) {
        var name = error.getProperty();
        if (name.contains(" ") && !part.at(name).exists()) {
            part.at(name)
                    .wrongKey(
                            "Hinter dem Komma beginnt ein neuer Eintrag.",
                            "Gehört '"
                                    + name
                                    + "' noch zum Text davor, setzt den ganzen Text in"
                                    + " Anführungszeichen.");
            return;
        }
        part.at(name)
                .wrongKey(
                        "'" + name + "' kennt dieses Format hier nicht.",
                        Nearest.questionOrAll(name, known(error)));
    }

    private void missing(Part part, Error error) {
        var name = error.getProperty();
        var what = beside(error, "required").path("properties").path(name).path("description");
        part.wrong(
                "Hier fehlt '" + name + "'.",
                what.isMissingNode() ? "Ergänzt die Zeile '" + name + ": …'." : what.asText());
    }

    private void wrongType(Part part, Error error) {
        var wanted = new ArrayList<String>();
        var types = at(error.getSchemaLocation().getFragment().toString());
        if (types.isArray()) types.forEach(type -> wanted.add(type.asText()));
        else wanted.add(types.asText());
        if (part.node().isNull())
            part.wrong("Hinter dem Doppelpunkt steht nichts.", description(error));
        else if (part.node().isBoolean() && wanted.contains("string"))
            part.wrong(
                    "Das liest YAML als Wahrheitswert, hier wird ein Text erwartet.",
                    "Setzt es in Anführungszeichen: \"" + part.node().asText() + "\"");
        else if (wanted.contains("boolean") && !truth(part.text()).isEmpty())
            part.wrong(
                    "'"
                            + part.text()
                            + "' liest YAML als Text, hier wird true oder false erwartet.",
                    "Schreibt " + truth(part.text()) + ".");
        else if (wanted.contains("object") && part.text().matches("(?s)\\w+:\\S.*"))
            part.wrong(
                    "Hinter dem Doppelpunkt fehlt ein Leerzeichen.",
                    "Schreibt '" + part.text().replaceFirst(":(?=\\S)", ": ") + "'.");
        else if (part.node().isContainerNode() && wanted.contains("string"))
            part.wrong(
                    "Hier wird " + words(wanted) + " erwartet.",
                    "Steht ein Doppelpunkt oder eine Klammer im Text? Setzt ihn in"
                            + " Anführungszeichen.");
        else part.wrong("Hier wird " + words(wanted) + " erwartet.", description(error));
    }

    static boolean meansYes(String text) {
        return YES.contains(text.toLowerCase(java.util.Locale.ROOT));
    }

    private static String truth(String text) {
        var small = text.toLowerCase(java.util.Locale.ROOT);
        return YES.contains(small) ? "true" : NO.contains(small) ? "false" : "";
    }

    private static String words(List<String> types) {
        return String.join(
                " oder ",
                types.stream()
                        .filter(type -> !(type.equals("number") && types.contains("string")))
                        .map(type -> TYPES.getOrDefault(type, type))
                        .toList());
    }

    private void notOneOf(Part part, Error error) {
        var allowed = new ArrayList<String>();
        at(error.getSchemaLocation().getFragment().toString())
                .forEach(one -> allowed.add(one.asText()));
        part.wrong(
                "'" + part.text() + "' ist hier nicht möglich.",
                Nearest.questionOrAll(part.text(), allowed));
    }

    private void pattern(Part part, Error error) {
        var pattern = at(error.getSchemaLocation().getFragment().toString());
        var text = pattern.isTextual() ? pattern.asText() : pattern.path("pattern").asText();
        var name = error.getProperty();
        var where = name == null ? part : part.at(name);
        var shown = name == null ? part.text() : name;
        if (!text.startsWith("^[a-z]") && !text.startsWith("^_?[a-z]"))
            where.wrong("'" + shown + "' hat nicht die Form, die hier gilt.", description(error));
        else
            where.wrongKey(
                    "'" + shown + "' geht nicht als ID.",
                    "Kleine Buchstaben a bis z, Ziffern und _, mit einem Buchstaben am Anfang,"
                            + " höchstens 40 Zeichen, ohne Umlaute: "
                            + asId(shown));
    }

    /// The nearest thing to an ID that can be made of a name.
    static String asId(String name) {
        var plain =
                name.strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss")
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^[^a-z]+|_+$", "");
        var id = plain.isEmpty() ? "name" : plain;
        return id.substring(0, Math.min(40, id.length()));
    }

    private List<String> known(Error error) {
        var names = new ArrayList<String>();
        beside(error, "additionalProperties")
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    /// The part of the schema in which this keyword stands.
    private JsonNode beside(Error error, String keyword) {
        var fragment = error.getSchemaLocation().getFragment().toString();
        var end = fragment.lastIndexOf("/" + keyword);
        return end < 0 ? at(fragment) : at(fragment.substring(0, end));
    }

    private String description(Error error) {
        var fragment = error.getSchemaLocation().getFragment().toString();
        var end = fragment.lastIndexOf('/');
        return at(end < 0 ? fragment : fragment.substring(0, end)).path("description").asText("");
    }

    private JsonNode at(String fragment) {
        return schema.at(fragment);
    }

    private Part part(Error error) {
        var path = error.getInstanceLocation();
        var part = source.root();
        for (int i = 0; i < path.getNameCount(); i++) {
            var element = path.getElement(i);
            part =
                    element instanceof Integer index
                            ? new Part(
                                    source, part.pointer() + "/" + index, part.node().path(index))
                            : part.at(String.valueOf(element));
        }
        return part;
    }
}
