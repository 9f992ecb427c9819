// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What was learnt as programs read it: a sketch and one's own data as JSON, the schema of a
/// sketch, and which question arrives in which field.
@NullMarked
package org.skizzenlotse.render.json;

import org.jspecify.annotations.NullMarked;
