// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Looks for harm in the files that people attach.
@NullMarked
package org.skizzenlotse.attachment;

import org.jspecify.annotations.NullMarked;
