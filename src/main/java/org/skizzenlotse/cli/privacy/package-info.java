// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Documents that whoever runs an installation must have: made from its settings and dialogs.
@NullMarked
package org.skizzenlotse.cli.privacy;

import org.jspecify.annotations.NullMarked;
