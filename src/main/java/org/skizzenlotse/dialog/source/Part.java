// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Problem.Severity;

/// A part of a file: a value with its place. Reading is forgiving, because the schema has already
/// said what is wrong: what is absent or of another kind reads as empty.
public record Part(Source source, String pointer, JsonNode node) {

    /// The member of that name; absent ones are empty.
    public Part at(String key) {
        var name = key.replace("~", "~0").replace("/", "~1");
        return new Part(source, pointer + "/" + name, node.path(key));
    }

    /// Whether there is something.
    public boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    /// Whether a member of that name is there.
    public boolean has(String key) {
        return node.hasNonNull(key);
    }

    /// The value as text, without blanks around it; empty for objects and lists.
    public String text() {
        return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }

    /// A member as text.
    public String text(String key) {
        return at(key).text();
    }

    /// A member as truth value; absent is false. What is meant as yes counts, though it is a
    /// mistake that is named elsewhere: nothing more shall be said because of it.
    public boolean flag(String key) {
        var found = node.path(key);
        return found.asBoolean(false) || SchemaWords.meansYes(found.asText());
    }

    /// A member as a whole number.
    public int number(String key, int absent) {
        var found = node.path(key);
        return found.canConvertToInt() ? found.intValue() : absent;
    }

    /// The entries of a list; a single value is a list of one.
    public List<Part> list() {
        if (!node.isArray()) return exists() ? List.of(this) : List.of();
        var parts = new ArrayList<Part>();
        for (int i = 0; i < node.size(); i++)
            parts.add(new Part(source, pointer + "/" + i, node.get(i)));
        return parts;
    }

    /// The entries of a member that is a list.
    public List<Part> list(String key) {
        return at(key).list();
    }

    /// The texts of a member that is a list.
    public List<String> texts(String key) {
        return list(key).stream().map(Part::text).toList();
    }

    /// The members in the order of the file.
    public Map<String, Part> entries() {
        var entries = new LinkedHashMap<String, Part>();
        node.fieldNames().forEachRemaining(name -> entries.put(name, at(name)));
        return entries;
    }

    /// The members of a member.
    public Map<String, Part> entries(String key) {
        return at(key).entries();
    }

    /// Where the value stands.
    public Place place() {
        return source.value(pointer);
    }

    /// Where these words of the value stand, or the value where that cannot be told.
    public Place placeOf(String words) {
        return source.find(place(), words);
    }

    /// Says that this value is wrong.
    public void wrong(String message, String proposal) {
        source.report(Severity.ERROR, place(), message, proposal);
    }

    /// Says that this value is wrong at one of its characters.
    public void wrongInside(int offset, String message, String proposal) {
        source.report(Severity.ERROR, place().inside(offset), message, proposal);
    }

    /// Says that the key of this member is wrong, or that the whole is where it has no key.
    public void wrongKey(String message, String proposal) {
        source.report(Severity.ERROR, source.key(pointer), message, proposal);
    }

    /// Says that something about this value is doubtful.
    public void doubtful(String message, String proposal) {
        source.report(Severity.WARNING, place(), message, proposal);
    }

    @Override
    public String toString() {
        return source.file() + "#" + pointer;
    }
}
