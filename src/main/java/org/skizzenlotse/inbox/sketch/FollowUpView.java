// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.List;
import java.util.Map;

/// What staff and applicants have with each other, as the page of a sketch shows it. `reach` says
/// how they are reached, or why not; `open` whether anything can be said at all; `agreed` once
/// there is a time to meet.
public record FollowUpView(
        boolean open,
        boolean reached,
        String reach,
        List<Said> said,
        Map<String, String> reopenable,
        String meeting,
        boolean agreed) {
    /// Copies the list.
    public FollowUpView {
        said = List.copyOf(said);
    }

    /// Something that was said, by whom, and what became of it.
    public record Said(
            boolean theirs, String what, String who, String when, String text, String delivery) {}

    @Override
    public String toString() {
        return "FollowUpView[" + said.size() + "]";
    }
}
