// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;

/// One more device of a person stands before the door until then: it showed a moving code (DESIGN
/// section 6), and whoever made that code is asked whether the other device shows this number.
public record Arrival(int person, int number, Instant until) {}
