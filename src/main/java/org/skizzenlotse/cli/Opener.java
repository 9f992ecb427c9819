// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.nio.file.Path;

/// What commands are given: the folder of the dialogs, how to open the installation with these
/// dialogs in force, and how to open one that exists as it is. Opening may fail with a message in
/// one line.
public record Opener(Path dialogs, Opening withDialogs, Opening asItIs) {

    /// Opens the installation.
    @FunctionalInterface
    public interface Opening {
        /// Opens it.
        ///
        /// @throws CannotOpen with a message in one line
        Running open() throws CannotOpen;

        /// Opens it, does this with it and closes it again; the exit code of the command. Why it
        /// does not open is said.
        default <X extends Exception> int exit(Work<X> work) throws X {
            try (var opened = open()) {
                return work.with(opened);
            } catch (CannotOpen why) {
                System.err.println(why.getMessage());
                return Exit.USAGE;
            }
        }
    }

    /// What a command does with an opened installation, and its exit code.
    @FunctionalInterface
    public interface Work<X extends Exception> {
        /// Does it.
        int with(Running opened) throws X;
    }

    /// Why an installation does not open, in words for whoever runs it.
    public static final class CannotOpen extends Exception {
        private static final long serialVersionUID = 1;

        /// With one line, or a line for each problem.
        public CannotOpen(String why) {
            super(why);
        }
    }
}
