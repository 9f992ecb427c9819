// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// A Bot API server of our own for tests, with the people who write to the bot; all that goes in
/// and out of it is held against schemas that we did not write.
@NullMarked
package org.skizzenlotse.channel.telegram.emulator;

import org.jspecify.annotations.NullMarked;
