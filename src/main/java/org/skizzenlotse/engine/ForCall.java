// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;

/// For what a sketch was handed in: for this call, with this deadline, where it `counts`, else for
/// consultation after it. `at` is the submission that decided it.
public record ForCall(String call, Instant until, Instant begunAt, Instant at, boolean counts) {}
