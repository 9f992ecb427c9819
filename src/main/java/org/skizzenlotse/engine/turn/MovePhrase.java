// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

/// What is said when a conversation moves to another device.
enum MovePhrase implements Sayable {
    MOVE_CODE,
    MOVE_HOW,
    ARRIVAL_ASK,
    ARRIVAL_YES,
    ARRIVAL_NO,
    ARRIVED,
    TURNED_AWAY
}
