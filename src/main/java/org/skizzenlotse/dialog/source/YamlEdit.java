// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Replaces values in a file and leaves every other character as it was written: comments, blank
/// lines, quotation marks.
public final class YamlEdit {
    private YamlEdit() {}

    private record Piece(int from, int to, String text) {}

    /// The text with these values, by JSON Pointer; places that it does not have are passed over.
    public static String replaced(String text, Map<String, String> values) {
        var root = new Compose(LoadSettings.builder().build()).composeString(text);
        if (root.isEmpty()) return text;
        var pieces = new ArrayList<Piece>();
        values.forEach((pointer, value) ->
                find(root.get(), pointer)
                        .flatMap(node -> piece(text, node, value))
                        .ifPresent(pieces::add));
        pieces.sort(Comparator.comparingInt(Piece::from).reversed());
        var edited = new StringBuilder(text);
        for (var one : pieces) edited.replace(one.from(), one.to(), one.text());
        return edited.toString();
    }

    private static Optional<Piece> piece(String text, Node node, String value) {
        var from = node.getStartMark().map(mark -> offset(text, mark));
        var to = node.getEndMark().map(mark -> offset(text, mark));
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        // what is written in lines ends before the line behind it
        var old = text.substring(from.get(), to.get()).stripTrailing();
        return Optional.of(new Piece(from.get(), from.get() + old.length(), value));
    }

    private static int offset(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private static Optional<Node> find(Node root, String pointer) {
        Optional<Node> node = Optional.of(root);
        for (var part : keys(pointer)) node = node.flatMap(one -> member(one, part));
        return node;
    }

    private static List<String> keys(String pointer) {
        if (pointer.isEmpty()) return List.of();
        var keys = new ArrayList<String>();
        for (var part : pointer.substring(1).split("/", -1))
            keys.add(part.replace("~1", "/").replace("~0", "~"));
        return keys;
    }

    private static Optional<Node> member(Node node, String key) {
        return switch (node) {
            case MappingNode mapping ->
                    mapping.getValue().stream()
                            .filter(one ->
                                    one.getKeyNode() instanceof ScalarNode name
                                            && name.getValue().equals(key))
                            .map(one -> one.getValueNode())
                            .findFirst();
            case SequenceNode list ->
                    key.matches("[0-9]{1,6}") && Integer.parseInt(key) < list.getValue().size()
                            ? Optional.of(list.getValue().get(Integer.parseInt(key)))
                            : Optional.empty();
            // a single value is a list of one
            default -> key.equals("0") ? Optional.of(node) : Optional.empty();
        };
    }
}
