// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What every way to talk has in common; the ways themselves have rooms of their own.
@NullMarked
package org.skizzenlotse.channel;

import org.jspecify.annotations.NullMarked;
