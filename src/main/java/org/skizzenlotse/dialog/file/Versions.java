// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.skizzenlotse.dialog.Dialog;

/// The versions of dialogs that are known beside the files: `found` by the dialog and the beginning
/// of its hash, where only one begins so; `inForce` by the dialog.
public record Versions(
        BiFunction<String, String, Optional<Dialog>> found,
        Function<String, Optional<Dialog>> inForce) {
    /// None.
    public static final Versions NONE =
            new Versions((_, _) -> Optional.empty(), _ -> Optional.empty());

    Optional<Dialog> find(String dialog, String hashStart) {
        return found.apply(dialog, hashStart);
    }

    boolean isSuperseded(Dialog version) {
        return inForce.apply(version.id())
                .filter(now -> !now.hash().equals(version.hash()))
                .isPresent();
    }
}
