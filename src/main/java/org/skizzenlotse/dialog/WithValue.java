// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

/// What a check reads: the answers and facts around, and the value that is being checked.
public record WithValue(Readings around, Value checked) implements Readings {
    @Override
    public Reading answer(StepId step) {
        return around.answer(step);
    }

    @Override
    public boolean open(StepId step) {
        return around.open(step);
    }

    @Override
    public Reading fact(String fact) {
        return around.fact(fact);
    }

    @Override
    public Reading value() {
        return new Reading.Known(checked);
    }
}
