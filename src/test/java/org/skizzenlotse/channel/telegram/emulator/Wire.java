// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/// The HTTP side: reads a call, lets it go wrong where that was planned, and writes its answer.
final class Wire implements HttpHandler {
    private static final String METHODS = "/bot";
    private static final String FILES = "/file/bot";
    private static final int METHOD_NAME_LENGTH_MAX = 40;
    private static final String PAGE_OF_A_PROXY =
            """
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
            </html>
            """;

    private final String token;
    private final World world;
    private final Faults faults;
    private final Calls calls;
    private final Requests requests;
    private final Methods methods;

    Wire(String token, World world, Faults faults, Calls calls) {
        this.token = token;
        this.world = world;
        this.faults = faults;
        this.calls = calls;
        this.requests = new Requests(world.check());
        this.methods = new Methods(world);
    }

    /// A client may be killed at any moment: that its connection is gone is no fault.
    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            route(exchange, exchange.getRequestURI().getPath());
        } catch (IOException gone) {
            // nobody reads the answer any more
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            world.check().note("the emulator failed: " + place(bug));
        }
    }

    private static String place(RuntimeException bug) {
        var trace = bug.getStackTrace();
        return bug.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void route(HttpExchange exchange, String path)
            throws IOException, InterruptedException {
        if (path.startsWith(FILES + token + "/")) {
            file(exchange, path.substring(FILES.length() + token.length() + 1));
            return;
        }
        try {
            if (!path.startsWith(METHODS + token + "/")) throw Refusal.unauthorized();
            call(exchange, path.substring(METHODS.length() + token.length() + 1));
        } catch (Refusal refused) {
            exchange.getRequestBody().readAllBytes();
            write(exchange, refused.body());
        }
    }

    private void call(HttpExchange exchange, String name) throws IOException, InterruptedException {
        var method = Method.of(name);
        if (method.isEmpty()) {
            world.check()
                    .note(
                            "no method "
                                    + name.substring(
                                            0, Math.min(name.length(), METHOD_NAME_LENGTH_MAX)));
            throw Refusal.unknownMethod();
        }
        var request = requests.read(exchange, method.get());
        world.check().request(request);
        var words = method.get().words();
        int call = calls.begin(words, request.chatWritten(), request.parameters());
        var fault = faults.take(words, request.chatWritten());
        if (fault.isEmpty()) write(exchange, effect(call, request));
        else goWrong(exchange, call, request, fault.get());
    }

    private void goWrong(HttpExchange exchange, int call, Request request, Fault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case Fault.Delayed(var by) -> {
                Thread.sleep(by);
                write(exchange, effect(call, request));
            }
            case Fault.Slow(var by) -> {
                var body = effect(call, request);
                Thread.sleep(by);
                write(exchange, body);
            }
            case Fault.DroppedAfter() -> {
                effect(call, request);
                calls.end(call, Call.DROPPED, true);
            }
            case Fault.DroppedBefore() -> calls.end(call, Call.DROPPED, false);
            case Fault.TooMany(int seconds) -> tooMany(exchange, call, seconds);
            case Fault.Refused(int code, var why) -> refuse(exchange, call, error(code, why));
            case Fault.BadGateway() -> badGateway(exchange, call);
        }
    }

    private ObjectNode effect(int call, Request request) throws InterruptedException {
        try {
            var body = methods.answer(request);
            calls.end(call, 200, true);
            return body;
        } catch (Refusal refused) {
            calls.end(call, refused.code(), false);
            return refused.body();
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException, InterruptedException {
        exchange.getRequestBody().readAllBytes();
        int call = calls.begin(Faults.FILE, "", Json.object());
        var fault = faults.take(Faults.FILE, "");
        if (fault.isEmpty()) {
            bring(exchange, call, path);
            return;
        }
        switch (fault.get()) {
            case Fault.Delayed(var by) -> {
                Thread.sleep(by);
                bring(exchange, call, path);
            }
            case Fault.Slow(var by) -> {
                Thread.sleep(by);
                bring(exchange, call, path);
            }
            case Fault.DroppedBefore(), Fault.DroppedAfter() -> breakOff(exchange, call, path);
            case Fault.TooMany(int seconds) -> tooMany(exchange, call, seconds);
            case Fault.Refused(int code, var why) -> refuse(exchange, call, error(code, why));
            case Fault.BadGateway() -> badGateway(exchange, call);
        }
    }

    private void bring(HttpExchange exchange, int call, String path) throws IOException {
        var stored = world.files().byPath(path);
        if (stored.isEmpty()) {
            refuse(exchange, call, error(404, "Not Found"));
            return;
        }
        calls.end(call, 200, true);
        write(exchange, 200, "application/octet-stream", stored.get().upload().bytes());
    }

    /// Half of the file, and then the end of the connection.
    private void breakOff(HttpExchange exchange, int call, String path) throws IOException {
        calls.end(call, Call.DROPPED, false);
        var stored = world.files().byPath(path);
        if (stored.isEmpty()) return;
        var bytes = stored.get().upload().bytes();
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private void tooMany(HttpExchange exchange, int call, int seconds) throws IOException {
        var body = error(429, "Too Many Requests: retry after " + seconds);
        body.putObject("parameters").put("retry_after", seconds);
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
        refuse(exchange, call, body);
    }

    private void badGateway(HttpExchange exchange, int call) throws IOException {
        calls.end(call, 502, false);
        write(exchange, 502, "text/html", PAGE_OF_A_PROXY.getBytes(UTF_8));
    }

    private void refuse(HttpExchange exchange, int call, ObjectNode body) throws IOException {
        calls.end(call, body.path("error_code").asInt(), false);
        write(exchange, body);
    }

    private static ObjectNode error(int code, String description) {
        return Json.object()
                .put("ok", false)
                .put("error_code", code)
                .put("description", description);
    }

    private static void write(HttpExchange exchange, ObjectNode body) throws IOException {
        int code = body.path("error_code").asInt(200);
        write(exchange, code, "application/json", body.toString().getBytes(UTF_8));
    }

    private static void write(HttpExchange exchange, int code, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        // 0 would mean a body of unknown length
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }
}
