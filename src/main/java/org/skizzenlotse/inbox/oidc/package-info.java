// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Signing in by a service that knows the team (OpenID Connect).
@NullMarked
package org.skizzenlotse.inbox.oidc;

import org.jspecify.annotations.NullMarked;
