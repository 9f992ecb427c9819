// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.Problem.Severity;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML into a tree of which every key and value knows its place. Keys that stand twice are
/// reported with both places; the first one counts.
public final class YamlReader {
    /// Deeper than any file kind needs; keeps the walk off the end of the stack.
    private static final int DEPTH_MAX = 30;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();
    private final Source lines;

    private YamlReader(Source lines) {
        this.lines = lines;
    }

    /// The content of a file, or nothing where it is no YAML; mistakes go to the findings.
    public static Optional<Source> read(String file, String text, Findings findings) {
        var lines = text.lines().toList();
        var written = new Source.Lines(file, lines);
        var bare = new Source(written, NODES.nullNode(), Source.Places.NONE, findings);
        var reader = new YamlReader(bare);
        try {
            var composed = new Compose(settings(file)).composeString(text);
            if (composed.isEmpty()) {
                bare.report(Severity.ERROR, new Place(1, 1, -1), "Die Datei ist leer.", "");
                return Optional.empty();
            }
            var root = reader.convert(composed.get(), "");
            var places = new Source.Places(reader.keys, reader.values);
            return Optional.of(new Source(written, root, places, findings));
        } catch (MarkedYamlEngineException broken) {
            var mark = broken.getProblemMark().or(broken::getContextMark);
            var place = mark.map(YamlReader::place).orElse(new Place(1, 1, -1));
            YamlTraps.report(bare, lines, broken, place);
        } catch (YamlEngineException broken) {
            bare.report(Severity.ERROR, new Place(1, 1, -1), YamlTraps.NO_YAML, "");
        }
        return Optional.empty();
    }

    private static LoadSettings settings(String file) {
        return LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(0)
                .build();
    }

    private JsonNode convert(Node node, String pointer) {
        values.put(pointer, placeOf(node));
        if (node.getAnchor().isPresent())
            lines.report(
                    Severity.ERROR,
                    placeOf(node),
                    "Verweise mit & und * gibt es in diesen Dateien nicht.",
                    "Schreibt den Inhalt aus. Beginnt ein Text mit & oder *, setzt ihn in"
                            + " Anführungszeichen.");
        if (pointer.chars().filter(c -> c == '/').count() > DEPTH_MAX) return NODES.nullNode();
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> array(sequence, pointer);
            case ScalarNode scalar -> scalar(scalar);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        var object = NODES.objectNode();
        for (var tuple : mapping.getValue()) {
            var place = placeOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                lines.report(
                        Severity.ERROR,
                        place,
                        "Vor dem Doppelpunkt wird ein einfacher Name erwartet.",
                        "Geschweifte Klammern im Text? Setzt den Text in Anführungszeichen.");
                continue;
            }
            var name = key.getValue();
            var below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (object.has(name)) {
                twice(name, place, keys.getOrDefault(below, Place.NONE));
                continue;
            }
            keys.put(below, place);
            object.set(name, convert(tuple.getValueNode(), below));
        }
        return object;
    }

    private void twice(String name, Place second, Place first) {
        lines.report(
                Severity.ERROR,
                second,
                "'" + name + "' steht hier zum zweiten Mal.",
                "Zuerst steht es in Zeile "
                        + first.line()
                        + ", Spalte "
                        + first.column()
                        + ". Behaltet nur eines von beiden.");
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        var array = NODES.arrayNode();
        for (var entry : sequence.getValue())
            array.add(convert(entry, pointer + "/" + array.size()));
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        var tag = scalar.getTag();
        var text = scalar.getValue();
        if (tag.equals(Tag.NULL)) return NODES.nullNode();
        if (tag.equals(Tag.BOOL)) return NODES.booleanNode(text.equalsIgnoreCase("true"));
        if (tag.equals(Tag.INT) && text.matches("-?\\d{1,18}"))
            return NODES.numberNode(new BigInteger(text).longValueExact());
        if (tag.equals(Tag.FLOAT) && text.matches("-?\\d{1,18}\\.\\d{1,18}"))
            return NODES.numberNode(new BigDecimal(text));
        return NODES.textNode(text);
    }

    private static Place placeOf(Node node) {
        var start = node.getStartMark().map(YamlReader::place).orElse(Place.NONE);
        if (!(node instanceof ScalarNode scalar)) return start;
        var endLine = node.getEndMark().map(mark -> mark.getLine() + 1).orElse(0);
        var style = scalar.getScalarStyle();
        var block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        var quoted = style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.SINGLE_QUOTED;
        var inner = block || endLine != start.line() ? -1 : quoted ? 1 : 0;
        return new Place(start.line(), start.column(), inner);
    }

    static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1, -1);
    }
}
