// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.DispatcherType;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.*;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.*;
import org.springframework.security.oauth2.server.authorization.settings.*;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/// A real OpenID provider, Spring Authorization Server, on a free port: it demands PKCE, checks the
/// client's secret and the exact address to come back to, and signs with a key of its own. People
/// sign in with their name as password.
final class Provider {
    static final String CLIENT = "lotse";
    static final String SECRET = "geheim-beim-dienst";

    /// What is put into the ID token of somebody beside the rest; changed while it runs.
    static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

    private final Server server;
    private final AnnotationConfigWebApplicationContext context;
    private final int port;

    private Provider(Server server, AnnotationConfigWebApplicationContext context, int port) {
        this.server = server;
        this.context = context;
        this.port = port;
    }

    /// For a client that comes back to this address.
    static Provider start(String back) throws Exception {
        CLAIMS.clear();
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.open();
        var context = new AnnotationConfigWebApplicationContext();
        var settings = new HashMap<String, Object>();
        settings.put("back", back);
        settings.put("issuer", "http://127.0.0.1:" + connector.getLocalPort());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", settings));
        context.register(Setup.class);
        var handler = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.setServletContext(handler.getServletContext());
        context.refresh();
        handler.addFilter(
                new FilterHolder(new DelegatingFilterProxy("springSecurityFilterChain", context)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(handler);
        server.start();
        return new Provider(server, context, connector.getLocalPort());
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    void stop() throws Exception {
        server.stop();
        context.close();
    }

    @Configuration
    @EnableWebSecurity
    @EnableWebMvc
    static class Setup {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.with(server, one -> one.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .csrf(csrf -> csrf.ignoringRequestMatchers(server.getEndpointsMatcher()))
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return name ->
                    User.withUsername(name).password("{noop}" + name).authorities("x").build();
        }

        @Bean
        RegisteredClientRepository clients(org.springframework.core.env.Environment settings) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("1")
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(settings.getRequiredProperty("back"))
                            .scope("openid")
                            .scope("profile")
                            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                            .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var key =
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                            .privateKey((RSAPrivateKey) pair.getPrivate())
                            .keyID("k")
                            .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
            return new NimbusJwtDecoder(processor);
        }

        @Bean
        AuthorizationServerSettings settings(org.springframework.core.env.Environment settings) {
            return AuthorizationServerSettings.builder()
                    .issuer(settings.getRequiredProperty("issuer"))
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                var more = CLAIMS.getOrDefault(token.getPrincipal().getName(), Map.of());
                if (token.getTokenType().getValue().equals("id_token"))
                    more.forEach((name, value) ->
                            token.getClaims()
                                    .claim(
                                            name,
                                            value instanceof List<?> several
                                                    ? new ArrayList<>(several)
                                                    : value));
            };
        }
    }
}
