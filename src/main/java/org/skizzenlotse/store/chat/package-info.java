// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Messengers: where people are on them, what came in from there, and what is still to be said
/// there.
@NullMarked
package org.skizzenlotse.store.chat;

import org.jspecify.annotations.NullMarked;
