// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The conversation for scripts and widgets: a JSON API and a stream of messages.
@NullMarked
package org.skizzenlotse.channel.web.api;

import org.jspecify.annotations.NullMarked;
