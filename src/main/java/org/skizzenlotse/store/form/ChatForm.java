// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import java.util.ArrayList;
import java.util.List;

/// What is sealed of a place on a messenger: the address itself, the token by which it finds its
/// conversation, and what was picked so far for which step of several options (empty: none).
public record ChatForm(String address, String token, String step, List<String> picked) {
    /// Copies the list.
    public ChatForm {
        picked = List.copyOf(picked);
    }

    /// With nothing picked.
    public ChatForm(String address, String token) {
        this(address, token, "", List.of());
    }

    /// The bytes to seal.
    public byte[] write() {
        var json = Json.object().put("a", address).put("t", token);
        if (!step.isEmpty()) json.put("s", step);
        var options = Json.array();
        picked.forEach(options::add);
        if (!picked.isEmpty()) json.set("p", options);
        return Json.bytes(json);
    }

    /// The form in these bytes.
    public static ChatForm read(byte[] bytes) {
        var json = Json.read(bytes);
        var picked = new ArrayList<String>();
        json.path("p").forEach(one -> picked.add(one.textValue()));
        return new ChatForm(
                json.path("a").textValue(),
                json.path("t").textValue(),
                json.path("s").asText(),
                picked);
    }

    /// The same with that picked for a step.
    public ChatForm picking(String itsStep, List<String> options) {
        return new ChatForm(address, token, itsStep, options);
    }

    @Override
    public String toString() {
        return "ChatForm[" + step + "]";
    }
}
