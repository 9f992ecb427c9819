// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.function.Function;
import org.skizzenlotse.sketch.Sketch;

/// How a sketch is written to be stored, and read again: reading what was written gives the equal
/// sketch back.
public record SketchForm(Function<Sketch, String> write, Function<String, Sketch> read) {}
