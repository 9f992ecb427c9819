// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The way to the database: connections, migrations, one writer that commits many works at once,
/// and a few readers.
@NullMarked
package org.skizzenlotse.store.database;

import org.jspecify.annotations.NullMarked;
