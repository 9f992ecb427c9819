// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

/// Whether everything that a dialog says can be shown on every channel, by what each declares.
@NullMarked
package org.skizzenlotse.dialog.proof.fit;

import org.jspecify.annotations.NullMarked;
