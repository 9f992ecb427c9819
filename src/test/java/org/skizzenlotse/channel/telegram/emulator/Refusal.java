// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A call that is answered by an error in the words of the real server.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String words;

    private Refusal(int code, String words) {
        super(code + " " + words, null, false, false);
        this.code = code;
        this.words = words;
    }

    static Refusal badRequest(String why) {
        return new Refusal(400, "Bad Request: " + why);
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized");
    }

    static Refusal forbidden(String why) {
        return new Refusal(403, "Forbidden: " + why);
    }

    static Refusal unknownMethod() {
        return new Refusal(404, "Not Found: method not found");
    }

    static Refusal conflict(String why) {
        return new Refusal(409, "Conflict: " + why);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large");
    }

    int code() {
        return code;
    }

    ObjectNode body() {
        return Json.object().put("ok", false).put("error_code", code).put("description", words);
    }
}
