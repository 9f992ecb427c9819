// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.io.IOException;

/// Data are there that were not brought back to the end.
public final class NotWhole extends IOException {
    private static final long serialVersionUID = 1;

    NotWhole(String where) {
        super(where);
    }
}
