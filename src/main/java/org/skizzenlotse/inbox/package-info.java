// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What the team sees: its pages below `/staff`, each by a part that adds them.
@NullMarked
package org.skizzenlotse.inbox;

import org.jspecify.annotations.NullMarked;
