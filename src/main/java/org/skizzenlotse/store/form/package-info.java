// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The stored forms of conversations, facts and messages: written out by hand, so that a change of
/// the core's types never changes what lies on disk unnoticed.
@NullMarked
package org.skizzenlotse.store.form;

import org.jspecify.annotations.NullMarked;
