// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/// Sends the forms of the pages of one dialog as a browser without JavaScript does, request by
/// request.
final class Visitor implements AutoCloseable {
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(csrf|revision|step)\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String dialog;
    private String cookie = "";
    private String wish = "";
    private String page = "";

    Visitor(String address, String dialog) {
        this.address = address;
        this.dialog = dialog;
    }

    /// Starts the conversation and keeps its cookie.
    void begin() throws Exception {
        var started = start();
        keep(started.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0]);
        show();
    }

    HttpResponse<String> start() throws Exception {
        return send(form("/d/" + dialog + "/los", ""));
    }

    /// From now on the browser asks for this language.
    Visitor wishing(String language) {
        wish = language;
        return this;
    }

    void keep(String anotherCookie) {
        cookie = anotherCookie;
    }

    /// Another conversation in the same browser.
    void keepAlso(String anotherCookie) {
        cookie = cookie + "; " + anotherCookie;
    }

    /// Sends a form of the page at hand and looks at the page that comes next.
    void answer(String members) throws Exception {
        send(members);
        show();
    }

    /// Sends a form of the page at hand.
    HttpResponse<String> send(String members) throws Exception {
        return post(hidden() + "&" + members);
    }

    /// Sends a form as it is.
    HttpResponse<String> post(String members) throws Exception {
        return send(form("/d/" + dialog + "/antwort", members));
    }

    HttpResponse<String> post(String path, String members) throws Exception {
        return send(form(path, members));
    }

    HttpResponse<String> postFrom(String origin, String path, String members) throws Exception {
        return send(form(path, members).header("Origin", origin));
    }

    /// Ends the conversation in this browser, from the page that comes next.
    HttpResponse<String> leave() throws Exception {
        show();
        return send(form("/d/" + dialog + "/beenden", hidden()));
    }

    /// Sends a form of another kind.
    HttpResponse<String> postForm(String path, String body, String type) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)).header("Content-Type", type));
    }

    HttpResponse<String> postWith(String members, String header, String value) throws Exception {
        return send(form("/d/" + dialog + "/antwort", members).header(header, value));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private void show() throws Exception {
        page = get("/d/" + dialog).body();
    }

    /// The page at hand.
    String page() {
        return page;
    }

    /// The step that the conversation waits for now.
    String step() throws Exception {
        show();
        return hidden().replaceFirst(".*step=", "");
    }

    /// The hidden members of the page at hand, as its forms send them.
    String hidden() {
        var members = new LinkedHashMap<String, String>();
        HIDDEN.matcher(page).results().forEach(one -> members.put(one.group(1), one.group(2)));
        return String.join(
                "&",
                members.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
    }

    private HttpRequest.Builder form(String path, String members) {
        return request(path)
                .POST(BodyPublishers.ofString(members))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (!wish.isEmpty()) request.header("Accept-Language", wish);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
