// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The text of a file as a tree that knows where everything stands, checked against its schema.
@NullMarked
package org.skizzenlotse.dialog.source;

import org.jspecify.annotations.NullMarked;
