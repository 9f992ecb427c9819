// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Meetings as files for calendars.
@NullMarked
package org.skizzenlotse.render.calendar;

import org.jspecify.annotations.NullMarked;
