// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// From what came in to a turn to one transaction: the conductor between engine, store and
/// surfaces.
@NullMarked
package org.skizzenlotse.conversation;

import org.jspecify.annotations.NullMarked;
