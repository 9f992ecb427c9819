// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Documents for word processors.
@NullMarked
package org.skizzenlotse.render.document;

import org.jspecify.annotations.NullMarked;
