// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.util.Map;
import org.skizzenlotse.channel.messenger.Words;

/// The words of this channel in one language, from `texts/matrix/<language>.properties`.
final class MatrixWords extends Words {
    private static final Map<String, MatrixWords> ALL = all(MatrixWords::new);

    private MatrixWords(String language) {
        super(Matrix.CHANNEL, language);
    }

    /// Those for a variant of a dialog; German ones where nobody knows.
    static MatrixWords in(String variant) {
        return in(ALL, variant);
    }
}
