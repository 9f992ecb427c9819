// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// A real homeserver for tests, and people who use it with a client that we did not write.
@NullMarked
package org.skizzenlotse.channel.matrix.synapse;

import org.jspecify.annotations.NullMarked;
