// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.dialog.source.Source;
import org.skizzenlotse.dialog.source.YamlReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML file in which single texts are put in place of others. Everything else stays as it was
/// written, comments and order too; whether it did is checked before anything is given back.
public final class YamlText {
    private final String text;
    private final Node root;

    private YamlText(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /// A file, or nothing where it is no YAML.
    public static Optional<YamlText> of(String text) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .map(root -> new YamlText(text, root));
        } catch (YamlEngineException broken) {
            return Optional.empty();
        }
    }

    /// The file with this text at a JSON Pointer: in place of the one that is there, or as a new
    /// last member of the innermost mapping that is there. Nothing where the file has no such
    /// place, or where more than that would change.
    public Optional<String> with(String pointer, String value) {
        var path = JsonPointer.compile(pointer);
        var last = path.last();
        if (last == null) return Optional.empty();
        var parent = at(path.head());
        var there = at(path);
        String changed;
        if (there instanceof ScalarNode scalar && parent != null)
            changed = replaced(scalar, parent, value);
        else if (there == null) {
            var above = path.head();
            var names = new ArrayDeque<String>(List.of(last.getMatchingProperty()));
            while (above != null && at(above) == null) {
                names.addFirst(above.last().getMatchingProperty());
                above = above.head();
            }
            if (above == null || !(at(above) instanceof MappingNode mapping))
                return Optional.empty();
            changed = added(mapping, List.copyOf(names), value);
        } else return Optional.empty();
        return Optional.of(changed).filter(one -> onlyChanges(one, path, value));
    }

    private @Nullable Node at(JsonPointer path) {
        Node node = root;
        for (var rest = path; !rest.matches(); rest = rest.tail()) {
            node =
                    switch (node) {
                        case MappingNode mapping -> member(mapping, rest.getMatchingProperty());
                        case SequenceNode sequence -> entry(sequence, rest.getMatchingIndex());
                        case null, default -> null;
                    };
            if (node == null) return null;
        }
        return node;
    }

    private static @Nullable Node member(MappingNode mapping, String name) {
        for (var tuple : mapping.getValue())
            if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
                return tuple.getValueNode();
        return null;
    }

    private static @Nullable Node entry(SequenceNode sequence, int index) {
        var entries = sequence.getValue();
        return index >= 0 && index < entries.size() ? entries.get(index) : null;
    }

    private String replaced(ScalarNode scalar, Node parent, String value) {
        int begin = begin(scalar);
        int end = end(scalar);
        // a block ends where the next thing begins: the line ends before it are not its own
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) end--;
        var flow = isFlow(parent) || isInFlow(parent);
        var indent = column(parent) + YamlScalar.INDENT;
        var written = flow ? YamlScalar.inFlow(value) : YamlScalar.inBlock(value, indent);
        return text.substring(0, begin) + lines(written) + text.substring(end);
    }

    private String added(MappingNode mapping, List<String> names, String value) {
        if (mapping.getValue().isEmpty()) return text;
        if (isFlow(mapping) || isInFlow(mapping)) {
            int end = end(mapping) - 1;
            while (Character.isWhitespace(text.charAt(end - 1))) end--;
            var member = ", " + String.join(": {", names) + ": " + YamlScalar.inFlow(value);
            var closed = member + "}".repeat(names.size() - 1);
            return text.substring(0, end) + lines(closed) + text.substring(end);
        }
        int end = end(mapping.getValue().getLast().getValueNode());
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) end--;
        // what stands behind the last value on its line is a comment on it
        int lineEnd = text.indexOf('\n', end);
        int place = lineEnd < 0 ? text.length() : lineEnd;
        var indent = column(mapping);
        var member = new StringBuilder();
        for (var name : names) {
            member.append('\n').append(" ".repeat(indent)).append(name).append(':');
            indent += YamlScalar.INDENT;
        }
        member.append(' ').append(YamlScalar.inBlock(value, indent));
        return text.substring(0, place) + lines(member.toString()) + text.substring(place);
    }

    private static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> all && all.getFlowStyle() == FlowStyle.FLOW;
    }

    /// Whether something around it is written in braces.
    private boolean isInFlow(Node inner) {
        return isInFlow(root, inner, false);
    }

    private static boolean isInFlow(Node outer, Node inner, boolean flow) {
        if (outer.equals(inner)) return flow;
        var below = flow || isFlow(outer);
        return switch (outer) {
            case MappingNode mapping ->
                    mapping.getValue().stream()
                            .anyMatch(one -> isInFlow(one.getValueNode(), inner, below));
            case SequenceNode sequence ->
                    sequence.getValue().stream().anyMatch(one -> isInFlow(one, inner, below));
            default -> false;
        };
    }

    private int begin(Node node) {
        return index(node.getStartMark().orElseThrow().getIndex());
    }

    private int end(Node node) {
        return index(node.getEndMark().orElseThrow().getIndex());
    }

    private static int column(Node node) {
        return node.getStartMark().orElseThrow().getColumn();
    }

    /// Marks count characters, strings may need two for one.
    private int index(int characters) {
        return text.offsetByCodePoints(0, characters);
    }

    /// With the line ends that the file has.
    private String lines(String written) {
        return text.contains("\r\n") ? written.replace("\n", "\r\n") : written;
    }

    private boolean onlyChanges(String changed, JsonPointer path, String value) {
        var before = read(text);
        var after = read(changed);
        return before.isPresent()
                && after.isPresent()
                && with(before.get(), path, value).equals(after.get());
    }

    private static Optional<JsonNode> read(String text) {
        return YamlReader.read("", text, new Findings()).map(Source::root).map(Part::node);
    }

    private static JsonNode with(JsonNode node, JsonPointer path, String value) {
        if (path.matches()) return TextNode.valueOf(value);
        return switch (node) {
            case ObjectNode object -> {
                var copy = object.objectNode();
                copy.setAll(object);
                var name = path.getMatchingProperty();
                var below = object.has(name) ? object.get(name) : object.objectNode();
                yield copy.set(name, with(below, path.tail(), value));
            }
            case ArrayNode array -> {
                var copy = array.arrayNode().addAll(array);
                var index = path.getMatchingIndex();
                copy.set(index, with(array.get(index), path.tail(), value));
                yield copy;
            }
            default -> node;
        };
    }
}
