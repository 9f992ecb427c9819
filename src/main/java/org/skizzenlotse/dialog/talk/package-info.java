// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Talks: the transcripts beside a dialog that are its tests, and what they touch of it.
@NullMarked
package org.skizzenlotse.dialog.talk;

import org.jspecify.annotations.NullMarked;
