// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Who did what to which conversation, and when, without content.
@NullMarked
package org.skizzenlotse.store.audit;

import org.jspecify.annotations.NullMarked;
