// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Keys and what is sealed with them; knows nothing of what is in it.
@NullMarked
package org.skizzenlotse.store.vault;

import org.jspecify.annotations.NullMarked;
