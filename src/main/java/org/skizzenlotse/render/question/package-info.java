// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What is asked, and what stands around it, to be read before or passed on.
@NullMarked
package org.skizzenlotse.render.question;

import org.jspecify.annotations.NullMarked;
