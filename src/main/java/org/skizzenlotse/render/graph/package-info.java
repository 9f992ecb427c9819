// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// A dialog seen as a whole: which step reads which, as a drawing and in words.
@NullMarked
package org.skizzenlotse.render.graph;

import org.jspecify.annotations.NullMarked;
