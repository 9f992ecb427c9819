// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// From words to values, forgivingly: German numbers, amounts, days and periods, options by number,
/// text, synonym or with a typing error.
@NullMarked
package org.skizzenlotse.engine.parse;

import org.jspecify.annotations.NullMarked;
