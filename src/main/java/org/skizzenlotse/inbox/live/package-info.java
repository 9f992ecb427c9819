// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Tells the team's open pages that something came in.
@NullMarked
package org.skizzenlotse.inbox.live;

import org.jspecify.annotations.NullMarked;
