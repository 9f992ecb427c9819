// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

/// What the engine says of words themselves.
public enum WordPhrase implements Sayable {
    TERM_MEANS,
    TERM_UNKNOWN,
    TEXT_BORROWED
}
