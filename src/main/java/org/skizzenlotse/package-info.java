// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Starts Skizzenlotse: wires the rooms by their constructors, the only place that knows them all.
@org.jspecify.annotations.NullMarked
package org.skizzenlotse;
