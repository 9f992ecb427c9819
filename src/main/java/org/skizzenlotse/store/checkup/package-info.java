// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Looks at data from outside, for whoever checks an installation: nothing is changed.
@NullMarked
package org.skizzenlotse.store.checkup;

import org.jspecify.annotations.NullMarked;
