// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Journey;

/// What tells states apart that a person would tell apart: what is asked, what comes between, which
/// question waits behind a station, and where the whole stands. The answers are left out; and with
/// several people, what waits behind, because that is the same as alone.
record Spot(String asked, String between, String next, String stands) {

    static Spot of(World world, Visited at) {
        var now = at.conversation();
        var between = between(now.position().aside());
        var others = now.together().hasOthers();
        var asked = world.expects(at).step();
        var isQuestion = world.dialog().question(asked).isPresent();
        return new Spot(
                asked.value(),
                between + (now.position().paused() ? " paused" : ""),
                isQuestion || others ? "-" : next(world.dialog(), at),
                now.lifecycle().id() + (others ? " together" : ""));
    }

    private static String next(Dialog dialog, Visited at) {
        Conversation now = at.conversation();
        return Journey.of(dialog, now.answers(), now.scope(), at.facts())
                .next()
                .map(question -> question.id().value())
                .orElse("-");
    }

    private static String between(Aside aside) {
        return switch (aside) {
            case Aside.None() -> "";
            case Aside.Changing _ -> "changing";
            case Aside.Choosing(var command) -> "choosing " + command.id();
            case Aside.Noting _ -> "noting";
            case Aside.Impact _ -> "impact";
            case Aside.AskingBack back -> "asking back " + back.reason();
            case Aside.Confirming(var command) -> "confirming " + command.id();
            case Aside.Removing _ -> "removing";
            case Aside.Stopping() -> "stopping";
            case Aside.Parting _ -> "parting";
        };
    }

    /// The same, whichever question waits behind it.
    Spot withoutNext() {
        return new Spot(asked, between, "-", stands);
    }

    /// Whether nothing comes between.
    boolean isPlain() {
        return between.isEmpty();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(asked);
        if (!between.isEmpty()) text.append(", ").append(between);
        if (!next.equals("-") && !next.equals(asked)) text.append(", vor ").append(next);
        return text.append(" (").append(stands).append(")").toString();
    }
}
