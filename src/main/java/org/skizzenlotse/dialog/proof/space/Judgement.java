// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

/// A condition as two literals: it is true, it is false; where neither holds, it is unknown.
record Judgement(int yes, int no) {
    Judgement not() {
        return new Judgement(no, yes);
    }
}
