// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The making of a turn: what an input means at a place, what it changes, and what is said.
@NullMarked
package org.skizzenlotse.engine.turn;

import org.jspecify.annotations.NullMarked;
