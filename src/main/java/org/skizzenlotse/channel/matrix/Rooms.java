// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;

/// Whose room is which: the account data `m.direct` of the bot (Matrix client-server API, direct
/// messaging), which its homeserver keeps. Only the one who invited the bot talks with it there.
final class Rooms {
    private static final String TYPE = "m.direct";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reach reach;
    private @Nullable Map<String, List<String>> rooms;

    Rooms(Reach reach) {
        this.reach = reach;
    }

    /// Whose it is, if anybody's.
    synchronized Optional<String> owner(String room) throws Failed {
        return all().entrySet().stream()
                .filter(one -> one.getValue().contains(room))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Where somebody is reached: in the room that came, or was written in, last.
    synchronized Optional<String> of(String user) throws Failed {
        var its = all().getOrDefault(user, List.of());
        return its.isEmpty() ? Optional.empty() : Optional.of(its.getLast());
    }

    /// All rooms of somebody.
    synchronized List<String> allOf(String user) throws Failed {
        return List.copyOf(all().getOrDefault(user, List.of()));
    }

    /// From now on it is theirs; durable when this returns.
    synchronized void add(String user, String room) throws Failed {
        if (of(user).filter(room::equals).isPresent()) return;
        var changed = copy();
        changed.values().forEach(its -> its.remove(room));
        changed.computeIfAbsent(user, _ -> new ArrayList<>()).add(room);
        store(changed);
    }

    /// Somebody wrote there: answers go there, too.
    synchronized void heard(String user, String room) throws Failed {
        var its = all().get(user);
        if (its == null || its.getLast().equals(room) || !its.contains(room)) return;
        var changed = copy();
        var reordered = changed.getOrDefault(user, new ArrayList<>());
        reordered.remove(room);
        reordered.add(room);
        store(changed);
    }

    /// It is nobody's any more.
    synchronized void remove(String room) throws Failed {
        var changed = copy();
        changed.values().forEach(its -> its.remove(room));
        store(changed);
    }

    private void store(Map<String, List<String>> changed) throws Failed {
        changed.values().removeIf(List::isEmpty);
        reach.now().setAccountData(TYPE, JSON.valueToTree(changed).toString());
        rooms = changed;
    }

    private Map<String, List<String>> copy() throws Failed {
        var copy = new LinkedHashMap<String, List<String>>();
        all().forEach((user, its) -> copy.put(user, new ArrayList<>(its)));
        return copy;
    }

    private Map<String, List<String>> all() throws Failed {
        var known = rooms;
        if (known != null) return known;
        var read = new LinkedHashMap<String, List<String>>();
        if (Events.json(reach.now().accountData(TYPE)) instanceof ObjectNode json)
            for (var one : json.properties()) {
                var its = new ArrayList<String>();
                one.getValue().forEach(room -> its.add(room.asText()));
                if (!its.isEmpty()) read.put(one.getKey(), its);
            }
        rooms = read;
        return read;
    }
}
