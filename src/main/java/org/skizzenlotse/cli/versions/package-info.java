// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Commands about versions of dialogs and the conversations on them.
@NullMarked
package org.skizzenlotse.cli.versions;

import org.jspecify.annotations.NullMarked;
