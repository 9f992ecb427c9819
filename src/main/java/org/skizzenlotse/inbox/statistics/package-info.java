// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Numbers about conversations, in which nobody can be found again.
@NullMarked
package org.skizzenlotse.inbox.statistics;

import org.jspecify.annotations.NullMarked;
