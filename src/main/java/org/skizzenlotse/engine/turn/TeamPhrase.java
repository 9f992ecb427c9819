// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

/// What people are told of what staff do with their sketch.
enum TeamPhrase implements Sayable {
    TEAM_ASKS,
    TEAM_ASKS_LATER,
    TEAM_ANSWERED,
    TEAM_ANSWERED_LATER,
    TEAM_TOLD,
    TEAM_TOO_LONG,
    TEAM_FULL,
    TEAM_REOPENED,
    TEAM_STATUS,
    TEAM_REASON,
    TEAM_OFFER,
    TEAM_CLOSED,
    TEAM_OPEN_AGAIN,
    TEAM_MEETING,
    TEAM_MEETING_NONE,
    TEAM_MEETING_TAKEN,
    TEAM_MEETING_DECLINED,
    STATUS_ARRIVED,
    STATUS_READING,
    STATUS_ASKED,
    STATUS_APPOINTMENT,
    STATUS_ADVISING,
    STATUS_CARRYING_OUT,
    STATUS_NOT_THIS_TIME,
    STATUS_DONE
}
