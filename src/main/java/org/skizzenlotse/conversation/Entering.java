// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

/// Goes on with a conversation in one more place, by what somebody shows there.
record Entering(Returns returns, Moves moves) {
    /// Whether this could be a key or a moving code.
    static boolean reads(String typed) {
        return ReturnKey.read(typed).isPresent() || MovingCode.read(typed).isPresent();
    }

    /// Whether it is meant as a key: the letters of a moving link would make one now and then.
    static boolean isKey(String typed) {
        return !MovingCode.isLink(typed) && ReturnKey.read(typed).isPresent();
    }

    /// By a key or a moving code, as somebody typed or pasted it.
    ComingBack comeBack(String typed, Beginnings.From from) {
        return isKey(typed)
                ? returns.comeBack(typed, from)
                : MovingCode.read(typed)
                        .map(code -> moves.show(code, from))
                        .orElseGet(ComingBack.Mistyped::new);
    }

    /// By the secret of a moving link.
    ComingBack move(String secret, Beginnings.From from) {
        return moves.show(new MovingCode(secret), from);
    }
}
