// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.inbox.signin.IdentityService;

/// Asks the service who somebody is: authorization code with PKCE, state and nonce, and an ID token
/// whose signature, issuer, audience, times and nonce are checked. What the service says of itself
/// is asked for once an hour.
final class Relying {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int KEYS_BYTES_MAX = 256 * 1024;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    /// Those that need no shared secret; what a service does not sign itself is worth nothing.
    private static final Set<JWSAlgorithm> SIGNED_BY =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private final IdentityService service;
    private final InstantSource clock;
    private @Nullable Known known;

    private record Known(
            OIDCProviderMetadata about, JWKSource<SecurityContext> keys, Instant until) {}

    Relying(IdentityService service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    /// It cannot be asked now, or what it said is not to be believed; never carries what it said.
    static final class Unbelieved extends Exception {
        private static final long serialVersionUID = 1;

        Unbelieved(String why) {
            super(why, null, false, false);
        }
    }

    /// Where the browser goes to be asked who it is.
    URI question(Ticket ticket, URI back) throws Unbelieved {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(service.client().id()),
                        back)
                .endpointURI(known().about().getAuthorizationEndpointURI())
                .state(new State(ticket.derived("state")))
                .nonce(new Nonce(ticket.derived("nonce")))
                .codeChallenge(verifier(ticket), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Who it is, by the address at which the browser came back.
    IDTokenClaimsSet answer(Ticket ticket, URI back, URI came) throws Unbelieved {
        var about = known();
        try {
            var response = AuthenticationResponseParser.parse(came);
            if (!new State(ticket.derived("state")).equals(response.getState()))
                throw new Unbelieved("state");
            var issuer = response.getIssuer();
            if (issuer != null && !issuer.equals(about.about().getIssuer()))
                throw new Unbelieved("issuer");
            if (!response.indicatesSuccess()) throw new Unbelieved("refused");
            var code = response.toSuccessResponse().getAuthorizationCode();
            if (code == null) throw new Unbelieved("no code");
            return claims(ticket, about, code, back);
        } catch (ParseException unreadable) {
            throw new Unbelieved("unreadable");
        }
    }

    private IDTokenClaimsSet claims(Ticket ticket, Known about, AuthorizationCode code, URI back)
            throws Unbelieved, ParseException {
        var grant = new AuthorizationCodeGrant(code, back, verifier(ticket));
        var endpoint = about.about().getTokenEndpointURI();
        var request = new TokenRequest.Builder(endpoint, ourselves(about), grant).build();
        var http = request.toHTTPRequest();
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setReadTimeout(READ_MILLIS);
        http.setFollowRedirects(false);
        try {
            var response = OIDCTokenResponseParser.parse(http.send());
            if (!(response instanceof OIDCTokenResponse given))
                throw new Unbelieved("token refused");
            var token = given.getOIDCTokens().getIDToken();
            if (token == null) throw new Unbelieved("no token");
            var selector = new JWSVerificationKeySelector<>(SIGNED_BY, about.keys());
            var validator =
                    new IDTokenValidator(
                            about.about().getIssuer(),
                            new ClientID(service.client().id()),
                            selector,
                            null);
            return validator.validate(token, new Nonce(ticket.derived("nonce")));
        } catch (IOException away) {
            throw new Unbelieved("not reached");
        } catch (BadJOSEException | JOSEException forged) {
            throw new Unbelieved("token");
        }
    }

    private ClientAuthentication ourselves(Known about) {
        var id = new ClientID(service.client().id());
        var secret = new Secret(service.client().secret());
        var methods = about.about().getTokenEndpointAuthMethods();
        return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(id, secret)
                : new ClientSecretPost(id, secret);
    }

    private static CodeVerifier verifier(Ticket ticket) {
        return new CodeVerifier(ticket.derived("verifier"));
    }

    private synchronized Known known() throws Unbelieved {
        var held = known;
        if (held != null && clock.instant().isBefore(held.until())) return held;
        try {
            var issuer = new Issuer(service.issuer());
            var about = OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
            var retriever =
                    new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, KEYS_BYTES_MAX);
            JWKSource<SecurityContext> keys =
                    JWKSourceBuilder.create(about.getJWKSetURI().toURL(), retriever).build();
            var fresh = new Known(about, keys, clock.instant().plus(KNOWN_FOR));
            known = fresh;
            return fresh;
        } catch (GeneralException | IOException | IllegalArgumentException away) {
            throw new Unbelieved("not reached");
        }
    }
}
