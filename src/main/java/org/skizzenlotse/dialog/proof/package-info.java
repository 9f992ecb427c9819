// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What is proven before a dialog is published.
@NullMarked
package org.skizzenlotse.dialog.proof;

import org.jspecify.annotations.NullMarked;
