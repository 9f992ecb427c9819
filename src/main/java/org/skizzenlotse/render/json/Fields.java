// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The JSON Pointers at which the sections of a sketch stand, as paths of member names.
final class Fields {
    /// The members of the head, where no section can stand.
    static final Set<String> HEAD =
            Set.of(
                    "schema",
                    "dialog",
                    "dialog_hash",
                    "title",
                    "reference",
                    "revision",
                    "submitted_at",
                    "sections");

    private Fields() {}

    /// @throws IllegalArgumentException when one is no pointer, stands in the head, or lies in
    ///   another
    static void check(List<String> pointers) {
        var paths = new ArrayList<List<String>>();
        for (var pointer : pointers) {
            var path = path(pointer);
            if (HEAD.contains(path.getFirst())) throw wrong(pointer, "is in the head");
            for (var other : paths) {
                int shorter = Math.min(path.size(), other.size());
                if (path.subList(0, shorter).equals(other.subList(0, shorter))) {
                    throw wrong(pointer, "lies in another, or another in it");
                }
            }
            paths.add(path);
        }
    }

    /// The member names on the way to the section.
    static List<String> path(String pointer) {
        if (pointer.length() < 2 || pointer.charAt(0) != '/') throw wrong(pointer, "is none");
        var path = new ArrayList<String>();
        for (var name : pointer.substring(1).split("/", -1)) {
            path.add(name.replace("~1", "/").replace("~0", "~"));
        }
        return List.copyOf(path);
    }

    /// The object at the pointer, made where it is not there yet.
    static ObjectNode make(ObjectNode root, String pointer) {
        var node = root;
        for (var name : path(pointer)) node = node.withObjectProperty(name);
        return node;
    }

    private static IllegalArgumentException wrong(String pointer, String what) {
        return new IllegalArgumentException("the JSON Pointer " + pointer + " " + what);
    }
}
