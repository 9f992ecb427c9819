// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/// The running HTTP server with the surfaces that were given to it.
public final class WebServer implements AutoCloseable {
    private static final int HEADER_BYTES_MAX = 16 * 1024;

    private final Javalin javalin;
    private final String bind;
    private final List<Surface> surfaces;

    private WebServer(Javalin javalin, String bind, List<Surface> surfaces) {
        this.javalin = javalin;
        this.bind = bind;
        this.surfaces = surfaces;
    }

    /// Pages or an API: adds its routes to the server, and ends what is still open when the server
    /// closes.
    public interface Surface {
        /// Adds the routes.
        void addTo(RoutesConfig routes, Shared shared);

        /// Ends what would keep the server open.
        default void close() {}
    }

    /// What surfaces share.
    public record Shared(Templates templates, Rates rates) {}

    /// Serves until it is closed.
    public static WebServer start(WebSettings settings, Vitals vitals, List<Surface> surfaces) {
        var javalin = Javalin.create(config -> set(config, settings, vitals, surfaces));
        javalin.start(settings.bind(), settings.port());
        return new WebServer(javalin, settings.bind(), surfaces);
    }

    private static void set(
            JavalinConfig config, WebSettings settings, Vitals vitals, List<Surface> surfaces) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEADER_BYTES_MAX);
            // what fits into the buffer leaves in one piece, with its length
            http.setOutputAggregationSize(http.getOutputBufferSize());
        });
        var shared = new Shared(new Templates(), new Rates(settings, Clock.systemUTC()));
        new Numbers(settings, vitals).addTo(config.routes);
        new Health(vitals).addTo(config.routes);
        var headers = new Headers(settings);
        headers.addTo(config.routes);
        var unreadable = new Unreadable(headers, shared.templates());
        config.jetty.modifyServer(server -> server.setErrorHandler(unreadable));
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(unreadable);
            context.addFilter(headAsGet(), "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        new Problems(shared.templates()).addTo(config.routes);
        StaticFiles.addTo(config.routes);
        for (var surface : surfaces) {
            surface.addTo(config.routes, shared);
        }
    }

    private static FilterHolder headAsGet() {
        var filter = new FilterHolder(new HeadAsGet());
        filter.setAsyncSupported(true);
        return filter;
    }

    /// The address that it listens on.
    public String bind() {
        return bind;
    }

    /// The port that it listens on.
    public int port() {
        return javalin.port();
    }

    /// Every route that it answers, as method and pattern, for whoever proves something of all.
    public List<String> routes() {
        var router = javalin.unsafe.internalRouter;
        var pages =
                router.allHttpHandlers().stream()
                        .map(one -> one.endpoint)
                        .filter(one -> one.method.isHttpMethod())
                        .map(one -> one.method.name() + " " + one.path);
        var sockets = router.allWsHandlers().stream().map(one -> "WS " + one.getPath());
        return Stream.concat(pages, sockets).toList();
    }

    @Override
    public void close() {
        for (var surface : surfaces) {
            surface.close();
        }
        javalin.stop();
    }
}
