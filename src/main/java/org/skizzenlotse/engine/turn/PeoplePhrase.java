// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

/// What people are told who work on a conversation together.
enum PeoplePhrase implements Sayable {
    TOGETHER_NOT_HERE,
    TOGETHER_FULL,
    TOGETHER_COMMANDS,
    NAME_WHICH,
    NAME_UNUSABLE,
    NAMED,
    INVITE_WHO,
    INVITED,
    JOINED,
    JOIN_AGREES,
    PEOPLE_WHO,
    PEOPLE_WHICH,
    PERSON_RESPONSIBLE,
    PERSON_INVITED,
    PERSON_OFFERED,
    PERSON_FIRST,
    PERSON_GONE,
    PEOPLE_INVITE,
    PEOPLE_NAME,
    PEOPLE_ACCEPT,
    PEOPLE_PART,
    PEOPLE_HAND_OVER,
    PEOPLE_LEAVE,
    PART_SURE,
    LEAVE_SURE,
    PARTED,
    PARTED_SELF,
    NOT_YOURS,
    REMOVE_ONLY_OWN,
    HAND_OVER_NOBODY,
    HAND_OVER_WHO,
    HAND_OVER_OFFERED,
    HAND_OVER_SURE,
    HANDED_OVER,
    BOTH_SIDES,
    BOTH_TOGETHER
}
