// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.Javalin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts the assistant.
public final class Main {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT_BY_DEFAULT = 8080;
    private static final int PORT_MAX = 65_535;

    private Main() {}

    /// Serves on the port that the environment names in `PORT`, 8080 without it, until the process
    /// is ended.
    public static void main(String[] args) {
        if (args.length != 1 || !args[0].equals("serve")) {
            fail("Aufruf: skizzenlotse serve");
        }
        int port = port(System.getenv("PORT"));
        if (port < 0) {
            fail("PORT muss eine Zahl von 0 bis " + PORT_MAX + " sein.");
        }
        var server = start(port);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stop));
        if (Boolean.getBoolean("skizzenlotse.endWithParent")) {
            ProcessHandle.current().parent().ifPresent(Main::endWith);
        }
        System.out.println("Skizzenlotse: http://" + LOOPBACK + ":" + server.port() + "/");
    }

    /// The running server; port 0 takes a free one.
    static Javalin start(int port) {
        var pages =
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, null, "org.skizzenlotse.pages");
        return Javalin.create(
                        config -> {
                            config.concurrency.useVirtualThreads = true;
                            config.startup.showJavalinBanner = false;
                            config.routes.get("/health/live", context -> context.result("ok"));
                            config.routes.get(
                                    "/", context -> context.html(page(pages, "start.jte")));
                        })
                .start(LOOPBACK, port);
    }

    /// The port that a setting names, or -1 where it names none.
    static int port(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return PORT_BY_DEFAULT;
        }
        try {
            int port = Integer.parseInt(setting.strip());
            return port >= 0 && port <= PORT_MAX ? port : -1;
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static String page(TemplateEngine pages, String name) {
        var html = new StringOutput();
        pages.render(name, Map.of(), html);
        return html.toString();
    }

    /// Maven leaves what it started running when it is killed: the port would stay taken.
    private static void endWith(ProcessHandle parent) {
        Thread.ofVirtual()
                .start(() -> {
                    parent.onExit().join();
                    System.exit(0);
                });
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(2);
    }
}
