// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Commands for whoever looks after an installation: keys, backups.
@NullMarked
package org.skizzenlotse.cli.upkeep;

import org.jspecify.annotations.NullMarked;
