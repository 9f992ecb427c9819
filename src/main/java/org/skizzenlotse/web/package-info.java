// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What every surface over HTTP shares: the server, its headers, errors, limits, health and files.
@NullMarked
package org.skizzenlotse.web;

import org.jspecify.annotations.NullMarked;
