// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The list of all that was handed in: filters, search, pages, and choosing some to compare or to
/// take along.
@NullMarked
package org.skizzenlotse.inbox.list;

import org.jspecify.annotations.NullMarked;
