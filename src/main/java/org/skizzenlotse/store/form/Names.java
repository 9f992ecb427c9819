// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/// Words that come again with every answer (variant, channel, hash of the dialog …), written once
/// and referred to by their place.
final class Names {
    private final List<String> all;

    private Names(List<String> all) {
        this.all = all;
    }

    static Names none() {
        return new Names(new ArrayList<>());
    }

    static Names of(JsonNode array) {
        return new Names(Json.texts(array));
    }

    int place(String name) {
        int place = all.indexOf(name);
        if (place >= 0) return place;
        all.add(name);
        return all.size() - 1;
    }

    String at(JsonNode place) {
        return at(place.intValue());
    }

    String at(int place) {
        return all.get(place);
    }

    ArrayNode toJson() {
        return Json.texts(all);
    }
}
