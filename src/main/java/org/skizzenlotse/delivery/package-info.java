// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Brings what was handed over to those who read it: composes mails, sends what is due, tries
/// again, and gives up visibly.
@NullMarked
package org.skizzenlotse.delivery;

import org.jspecify.annotations.NullMarked;
