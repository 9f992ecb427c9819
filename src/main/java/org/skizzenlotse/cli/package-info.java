// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The command line: one class per command.
@NullMarked
package org.skizzenlotse.cli;

import org.jspecify.annotations.NullMarked;
