// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Who may see the pages of the team, and how one shows who one is.
@NullMarked
package org.skizzenlotse.inbox.signin;

import org.jspecify.annotations.NullMarked;
