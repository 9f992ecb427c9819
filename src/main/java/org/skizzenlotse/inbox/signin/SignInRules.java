// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.skizzenlotse.web.WebSettings;

/// What signing in goes by: where the site is, after which idle time a session ends, the time, and
/// a service that knows the team, if there is one.
public record SignInRules(
        WebSettings web, Duration idle, InstantSource clock, Optional<IdentityService> service) {
    /// With passwords alone.
    public SignInRules(WebSettings web, Duration idle, InstantSource clock) {
        this(web, idle, clock, Optional.empty());
    }
}
