// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The bytes of files, sealed as they stream in and opened as they stream out.
@NullMarked
package org.skizzenlotse.store.blob;

import org.jspecify.annotations.NullMarked;
