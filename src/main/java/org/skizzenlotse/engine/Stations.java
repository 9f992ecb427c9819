// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import org.skizzenlotse.dialog.StepId;

/// The stations that are no step of a dialog, by the IDs that `expects` gives them.
public final class Stations {
    /// Short or full.
    public static final StepId SCOPE = new StepId("_scope");

    /// Take a change over or keep what was.
    public static final StepId IMPACT = new StepId("_impact");

    /// Yes or no to what destroys.
    public static final StepId CONFIRM = new StepId("_confirm");

    /// "Meintet ihr …?".
    public static final StepId TYPO = new StepId("_typo");

    /// The sketch before it is handed in.
    public static final StepId REVIEW = new StepId("_review");

    /// Handed in.
    public static final StepId SUBMITTED = new StepId("_submitted");

    /// Paused.
    public static final StepId PAUSED = new StepId("_paused");

    /// Nothing but commands.
    public static final StepId CLOSED = new StepId("_closed");

    /// Which answer to change.
    public static final StepId CHANGE = new StepId("_change");

    /// Which answer or file to take out for good.
    public static final StepId REMOVE = new StepId("_remove");

    /// Which group to open in full.
    public static final StepId DEEPEN = new StepId("_deepen");

    /// Which language.
    public static final StepId LANGUAGE = new StepId("_language");

    /// The door with four choices.
    public static final StepId STOP = new StepId("_stop");

    /// What another conversation hands over: taken, or answered anew.
    public static final StepId TAKEN_OVER = new StepId("_taken_over");

    /// What the decision tables say, at the end of a dialog that hands nothing in.
    public static final StepId RESULT = new StepId("_result");

    /// Going on to an appointment with people, or here.
    public static final StepId PERSON = new StepId("_person");

    /// How whoever is invited is called; as words.
    public static final StepId INVITE = new StepId("_invite");

    /// How one is called oneself; as words.
    public static final StepId NAME = new StepId("_name");

    /// Who works along.
    public static final StepId PEOPLE = new StepId("_people");

    /// To whom the responsibility is offered.
    public static final StepId HAND_OVER = new StepId("_hand_over");

    /// Which of two answers holds.
    public static final StepId SIDE_BY_SIDE = new StepId("_side_by_side");

    /// Whether another device comes in.
    public static final StepId ARRIVAL = new StepId("_arrival");

    /// What staff ask; as words.
    public static final StepId ASKED = new StepId("_asked");

    /// Which of the times that staff propose.
    public static final StepId MEETING = new StepId("_meeting");

    private Stations() {}
}
