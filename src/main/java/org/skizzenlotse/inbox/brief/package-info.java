// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// A sketch on one page, and several side by side.
@NullMarked
package org.skizzenlotse.inbox.brief;

import org.jspecify.annotations.NullMarked;
