// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// How a conversation goes on: a pure and total function from state and input to a turn.
@NullMarked
package org.skizzenlotse.engine;

import org.jspecify.annotations.NullMarked;
