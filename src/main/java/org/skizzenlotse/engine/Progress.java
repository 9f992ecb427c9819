// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

/// An honest range of what is still to come, from three-valued evaluation: `answered` questions lie
/// behind, between `least` and `most` ahead, and the same for the group at hand (`group` is its
/// title, empty at a station).
public record Progress(
        int answered, int least, int most, String group, int groupLeast, int groupMost) {}
