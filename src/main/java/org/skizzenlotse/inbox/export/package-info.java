// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Sketches that the team takes out of the service, each noted in the audit.
@NullMarked
package org.skizzenlotse.inbox.export;

import org.jspecify.annotations.NullMarked;
