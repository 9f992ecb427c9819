// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import java.nio.file.Path;

/// A process that changes the master key of a folder and is gone at a point of it, as if killed.
final class CutMaster {
    static final int CUT = 9;

    private CutMaster() {}

    public static void main(String[] args) throws Exception {
        var wanted = Master.Point.valueOf(args[1]);
        try (var keys = Keys.open(Path.of(args[0]), 1_000)) {
            keys.changeMaster(point -> {
                if (point == wanted) Runtime.getRuntime().halt(CUT);
            });
        }
    }
}
