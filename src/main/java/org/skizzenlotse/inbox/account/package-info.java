// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Accounts of the team: how one comes to one, looks after one's own and after those of others, and
/// who did what.
@NullMarked
package org.skizzenlotse.inbox.account;

import org.jspecify.annotations.NullMarked;
