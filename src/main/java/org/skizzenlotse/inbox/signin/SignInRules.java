// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import java.time.Duration;
import java.time.InstantSource;
import org.skizzenlotse.web.WebSettings;

/// What signing in goes by: where the site is, after which idle time a session ends, and the time.
public record SignInRules(WebSettings web, Duration idle, InstantSource clock) {}
