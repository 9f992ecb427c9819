// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Who of the team may sign in, what they may do, and who is signed in.
@NullMarked
package org.skizzenlotse.store.staff;

import org.jspecify.annotations.NullMarked;
