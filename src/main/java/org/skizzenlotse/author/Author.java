// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author;

import io.javalin.config.RoutesConfig;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.skizzenlotse.author.door.AuthorKey;
import org.skizzenlotse.author.door.Door;
import org.skizzenlotse.author.read.DialogPages;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.author.text.HistoryPages;
import org.skizzenlotse.author.text.TextPages;
import org.skizzenlotse.author.tryout.TryOutPages;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// All pages of the authors below `/author`.
public final class Author implements WebServer.Surface {
    private final AuthorKey key;
    private final Supplier<Workshop> workshop;
    private final WebSettings web;
    private final InstantSource clock;

    /// With what is there once the installation is open.
    public Author(
            AuthorKey key, Supplier<Workshop> workshop, WebSettings web, InstantSource clock) {
        this.key = key;
        this.workshop = workshop;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var door = new Door(key, web, clock, shared);
        door.addTo(routes);
        new DialogPages(workshop).addTo(routes, door);
        new TextPages(workshop).addTo(routes, door);
        new HistoryPages(workshop).addTo(routes, door);
        new TryOutPages(workshop).addTo(routes, door);
    }
}
