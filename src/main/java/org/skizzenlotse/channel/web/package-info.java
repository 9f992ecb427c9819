// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The conversation in the browser: pages that need no JavaScript, one question each.
@NullMarked
package org.skizzenlotse.channel.web;

import org.jspecify.annotations.NullMarked;
