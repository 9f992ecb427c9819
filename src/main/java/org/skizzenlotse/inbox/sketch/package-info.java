// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// One sketch: all that is known of it, what staff do with it, and what they write down about it.
@NullMarked
package org.skizzenlotse.inbox.sketch;

import org.jspecify.annotations.NullMarked;
