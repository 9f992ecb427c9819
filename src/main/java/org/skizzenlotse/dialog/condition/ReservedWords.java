// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.util.Set;

/// Words that conditions need for themselves, so that no step, fact or option set may be named so.
public final class ReservedWords {
    /// CEL's reserved words and types, and `value`, the answer under check.
    private static final Set<String> WORDS =
            Set.of(
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "false",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "let",
                    "loop",
                    "namespace",
                    "null",
                    "package",
                    "return",
                    "true",
                    "type",
                    "value",
                    "var",
                    "void",
                    "while",
                    "bool",
                    "bytes",
                    "double",
                    "dyn",
                    "int",
                    "list",
                    "map",
                    "string",
                    "uint");

    private ReservedWords() {}

    /// Whether a name is one of them.
    public static boolean contain(String name) {
        return WORDS.contains(name);
    }
}
