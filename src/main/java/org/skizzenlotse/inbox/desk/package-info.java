// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What all pages about sketches share: the stores, words, days, and reading a sketch that was
/// handed in.
@NullMarked
package org.skizzenlotse.inbox.desk;

import org.jspecify.annotations.NullMarked;
