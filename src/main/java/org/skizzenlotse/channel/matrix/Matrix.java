// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.messenger.Loop;
import org.skizzenlotse.channel.messenger.Reader;
import org.skizzenlotse.channel.messenger.Sender;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.render.DialogText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bot in Matrix: joins whoever invites it, hears what they write, and says what there is to
/// say. Nothing waits for the homeserver: it is reached when it is there.
public final class Matrix implements AutoCloseable {
    /// The name of the channel in provenance.
    public static final String CHANNEL = "matrix";

    private static final Logger LOG = LoggerFactory.getLogger(Matrix.class);

    private static final Duration ADMITTING = Duration.ofSeconds(1);
    private static final Duration AGAIN_MIN = Duration.ofSeconds(2);
    private static final Duration AGAIN_MAX = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Settings settings;
    private final Homeserver.Keeping keeping;
    private final Postbox postbox;
    private final Bot bot;
    private final Loop connecting;
    private final Loop admitting;
    private volatile @Nullable Homeserver homeserver;
    private volatile boolean closed;
    private volatile @Nullable Reader reader;
    private volatile @Nullable Sender sender;
    private Duration pause = AGAIN_MIN;

    /// How the bot is set up: the address of its homeserver, its whole user ID and its password,
    /// the folder of its crypto store, for how long a free answer waits for one more message, its
    /// time zone, and the room of the team.
    public record Settings(
            String base,
            String user,
            String password,
            Path folder,
            Duration burst,
            ZoneId zone,
            Team team) {
        /// Without a room of the team.
        public Settings(
                String base,
                String user,
                String password,
                Path folder,
                Duration burst,
                ZoneId zone) {
            this(base, user, password, folder, burst, zone, Team.NONE);
        }

        /// The same, with this room.
        public Settings with(Team other) {
            return new Settings(base, user, password, folder, burst, zone, other);
        }

        /// Without encryption only to this machine, or to a name that is one within a house.
        private static final Pattern BASE =
                Pattern.compile(
                        "https://[^/?#\\s]+/?|"
                                + "http://(127\\.[0-9.]+|\\[::1]|[^/?#\\s.:]+)(:[0-9]+)?/?");

        private static final Pattern USER = Pattern.compile("@[a-z0-9._=/+-]+:[^\\s:]+(:[0-9]+)?");

        /// What is wrong with them, in one line; nothing where all is well.
        public Optional<String> problem() {
            if (!BASE.matcher(base).matches())
                return Optional.of("eine Adresse wie https://matrix.example.org.");
            if (!USER.matcher(user).matches())
                return Optional.of("eine ganze Kennung wie @lotse:example.org.");
            return password.isEmpty()
                    ? Optional.of("das Passwort des Kontos fehlt.")
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "Settings[" + base + "]";
        }
    }

    private Matrix(
            Settings settings,
            Conversations conversations,
            Supplier<Collection<Dialog>> dialogs,
            Duration keyPatience) {
        var clock = Clock.systemUTC();
        this.settings = settings;
        this.postbox = conversations.postbox(CHANNEL);
        this.keeping = new Kept(postbox.secrets());
        var reach = new Reach();
        var line = new Line(reach, new Rooms(reach), new Memory());
        var manner = new Bot.Manner(settings.burst(), keyPatience, settings.zone(), clock);
        this.bot =
                new Bot(
                        conversations,
                        postbox,
                        line,
                        new Invites(),
                        dialogs,
                        manner,
                        settings.team());
        this.connecting = Loop.start("matrix connecting", _ -> connect());
        this.admitting = Loop.start("matrix admitting", _ -> admit());
    }

    /// Begins to talk as soon as the homeserver is there.
    ///
    /// @throws IllegalArgumentException for settings with a problem
    public static Matrix start(
            Settings settings, Conversations conversations, Supplier<Collection<Dialog>> dialogs) {
        return start(settings, conversations, dialogs, Dealing.KEY_PATIENCE);
    }

    /// The same with another patience for keys that are missing.
    static Matrix start(
            Settings settings,
            Conversations conversations,
            Supplier<Collection<Dialog>> dialogs,
            Duration keyPatience) {
        settings.problem()
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        return new Matrix(settings, conversations, dialogs, keyPatience);
    }

    /// How the bot is called, so that others find it.
    public String user() {
        return settings.user();
    }

    /// How many events could not be dealt with and are kept aside.
    public int failures() {
        return postbox.failures();
    }

    /// Whether the homeserver is there.
    public boolean isConnected() {
        var now = homeserver;
        return now != null && now.isConnected();
    }

    /// Within this time [#tellTeam] has ended: a call takes a minute at most, an upload two.
    public static final Duration NOTICE_TAKES_AT_MOST = Duration.ofMinutes(8);

    /// Tells the team something in its room, without marks. The same key is told once, however
    /// often it is tried.
    public Team.Told tellTeam(String words, String key) {
        try {
            var said = Composer.words(DialogText.escaped(words)).getFirst();
            var event = bot.line().say(settings.team().room(), said, "", "team " + key);
            return new Team.Told.Out(event);
        } catch (Failed failed) {
            return new Team.Told.Not(Line.why(failed));
        }
    }

    /// Sends the team a file in the thread of that event.
    public Team.Told tellTeam(Team.Sheet sheet, String event, String key) {
        try {
            var name = "team " + key + " " + sheet.name();
            new FilesOut(bot.reach()).send(settings.team().room(), event, sheet, name);
            return new Team.Told.Out(event);
        } catch (Failed failed) {
            return new Team.Told.Not(Line.why(failed));
        } catch (IOException broken) {
            return new Team.Told.Not("broken off");
        }
    }

    private Duration connect() throws InterruptedException {
        var now = homeserver;
        if (now != null && !now.isLost()) return LOOK;
        if (now != null) {
            LOG.warn("matrix is opened anew: logged out, or nothing came any more");
            bot.reach().set(null);
            now.close();
            homeserver = null;
        }
        try {
            var account =
                    new Homeserver.Account(
                            settings.base(),
                            settings.user(),
                            settings.password(),
                            settings.folder(),
                            keeping);
            var opened = TrixnityHomeserver.open(account);
            if (closed) {
                opened.close();
                return LOOK;
            }
            homeserver = opened;
            bot.reach().set(opened);
            var clock = bot.manner().clock();
            if (reader == null)
                reader = new Reader("matrix reading", postbox, new Dealing(bot), clock);
            if (sender == null) sender = new Sender("matrix sending", postbox, bot.line(), clock);
            opened.listen(new Inbox(postbox, keeping, clock, this::nudge));
            pause = AGAIN_MIN;
            LOG.info("matrix is ready");
            return LOOK;
        } catch (Failed failed) {
            LOG.warn("matrix is not there why={}", Line.why(failed));
        }
        var wait = pause;
        pause = pause.multipliedBy(2);
        if (pause.compareTo(AGAIN_MAX) > 0) pause = AGAIN_MAX;
        return wait;
    }

    private void nudge() {
        var now = reader;
        if (now != null) now.nudge();
    }

    /// Who showed up with a code hears how it went.
    private Duration admit() throws InterruptedException {
        // who is let in hears it by the post; who is not must be told now
        if (!isConnected()) return ADMITTING;
        for (var one : postbox.admitted()) if (!one.in()) refuse(one.address().value());
        return ADMITTING;
    }

    private void refuse(String user) {
        try {
            var room = bot.rooms().of(user);
            if (room.isPresent())
                new Teller(bot, room.get(), user)
                        .say(MatrixWords.in("").say("not_let_in"), UUID.randomUUID().toString());
        } catch (Failed away) {
            LOG.warn("not told why={}", Line.why(away));
        }
    }

    @Override
    public void close() {
        closed = true;
        connecting.close();
        admitting.close();
        var reading = reader;
        if (reading != null) reading.close();
        var sending = sender;
        if (sending != null) sending.close();
        var now = homeserver;
        if (now != null) now.close();
        postbox.close();
    }
}
