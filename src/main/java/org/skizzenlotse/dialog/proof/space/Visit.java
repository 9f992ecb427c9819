// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step;

/// A step with its literals: it is asked (or said), it has one of its values or open answers.
record Visit(Step step, int asked, @Nullable Domain domain, Map<OpenStatus, Integer> open) {
    Visit {
        open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    }

    Optional<Step.Question> question() {
        return step instanceof Step.Question question ? Optional.of(question) : Optional.empty();
    }

    /// It has some answer.
    List<Integer> answered() {
        var all = new ArrayList<>(open.values());
        if (domain != null) all.add(domain.given());
        return all;
    }
}
