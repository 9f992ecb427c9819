// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Conditions as authors write them, short or in CEL, made into the core's own conditions.
@NullMarked
package org.skizzenlotse.dialog.condition;

import org.jspecify.annotations.NullMarked;
