// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What was learnt: the sketch as an ordered model, derived from the answers; its forms are in
/// render.
@NullMarked
package org.skizzenlotse.sketch;

import org.jspecify.annotations.NullMarked;
