// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// A dialog to read: as reading copy, drawing, matrix, findings, coverage.
@NullMarked
package org.skizzenlotse.author.read;

import org.jspecify.annotations.NullMarked;
