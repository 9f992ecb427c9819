// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// All SQL and nothing else: what is kept, how it is found and swept, and how it becomes durable.
@NullMarked
package org.skizzenlotse.store;

import org.jspecify.annotations.NullMarked;
