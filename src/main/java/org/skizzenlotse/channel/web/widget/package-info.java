// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

/// The chat widget as browsers fetch it: plain ES modules, joined into two small files.
@NullMarked
package org.skizzenlotse.channel.web.widget;

import org.jspecify.annotations.NullMarked;
