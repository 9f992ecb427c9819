// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import java.time.Duration;

/// What goes wrong with a call.
public sealed interface Fault {
    /// 429; nothing happened.
    record TooMany(int retryAfterSeconds) implements Fault {}

    /// An error in the words of the real server, as `Forbidden: …`; nothing happened.
    record Refused(int code, String description) implements Fault {}

    /// The page of a proxy instead of JSON; nothing happened.
    record BadGateway() implements Fault {}

    /// It happens, but later.
    record Delayed(Duration by) implements Fault {}

    /// It happens at once, its answer comes later.
    record Slow(Duration by) implements Fault {}

    /// The connection ends; nothing happened. A file breaks off in its middle.
    record DroppedBefore() implements Fault {}

    /// The connection ends, and it did happen.
    record DroppedAfter() implements Fault {}

    static Fault tooMany(int retryAfterSeconds) {
        return new TooMany(retryAfterSeconds);
    }

    static Fault blocked() {
        return new Refused(403, "Forbidden: bot was blocked by the user");
    }

    static Fault deactivated() {
        return new Refused(403, "Forbidden: user is deactivated");
    }

    static Fault badRequest(String why) {
        return new Refused(400, "Bad Request: " + why);
    }

    static Fault badGateway() {
        return new BadGateway();
    }

    static Fault delayed(Duration by) {
        return new Delayed(by);
    }

    static Fault slow(Duration by) {
        return new Slow(by);
    }

    static Fault droppedBefore() {
        return new DroppedBefore();
    }

    static Fault droppedAfter() {
        return new DroppedAfter();
    }
}
