// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Documents: for word processors, and as PDF for reading, printing and keeping.
@NullMarked
package org.skizzenlotse.render.document;

import org.jspecify.annotations.NullMarked;
