// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What people can really answer in a dialog, as formulas in a solver.
@NullMarked
package org.skizzenlotse.dialog.proof.space;

import org.jspecify.annotations.NullMarked;
