// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.matrix.Talk.Inside;
import org.skizzenlotse.channel.messenger.Entrance;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.store.database.StoreUnavailable;

/// How people come in: they choose a dialog by number, name or title, or show a key or a code.
final class Doors {
    /// Begins something else, in a conversation too.
    private static final String START = "start";

    /// What leads somewhere is short.
    private static final int LENGTH_MAX = 200;

    /// How whoever speaks no German asks for English, before a dialog has a language.
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\s*(in )?engli(sh|sch)\\s*");

    private static final Pattern GERMAN = Pattern.compile("(?i)\\s*(auf )?(deutsch|german)\\s*");

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Bot bot;
    private final Address address;
    private final Talk talk;
    private final Teller teller;
    private final Entrance entrance;

    Doors(Bot bot, Talk talk) {
        this.bot = bot;
        this.talk = talk;
        this.address = talk.address();
        this.teller = talk.teller();
        this.entrance = new Entrance(bot.correspondence(), address, bot.dialogs());
    }

    /// Whether a text leads somewhere else than on in this conversation.
    boolean isDoor(String text, Inside inside) {
        return started(text).isPresent()
                || (text.length() <= LENGTH_MAX
                        && Entrance.looksLikeCode(text)
                        && bot.conversations().reads(text)
                        && inside.view().expects().options().isEmpty());
    }

    /// What stands behind the word that begins something; empty where it is no such word, as in an
    /// answer that begins with it.
    private Optional<String> started(String text) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > LENGTH_MAX) return Optional.empty();
        var isSign = words.charAt(0) == '/' || words.charAt(0) == '!';
        var word = isSign ? words.substring(1) : words;
        if (!word.regionMatches(true, 0, START, 0, START.length())) return Optional.empty();
        var behind = word.substring(START.length());
        var rest = behind.strip();
        if (!rest.isEmpty() && !Character.isWhitespace(behind.charAt(0))) return Optional.empty();
        var leads =
                rest.isEmpty()
                        || isSign
                        || bot.conversations().reads(rest)
                        || choice(rest).isPresent();
        return leads ? Optional.of(rest) : Optional.empty();
    }

    void inside(Came came, String text) {
        enter(came, text, "welcome_how_inside");
    }

    /// Somebody who is in no conversation here.
    void outside(Came came) {
        switch (came.what()) {
            case Incoming.Written written -> {
                if (ENGLISH.matcher(written.text()).matches()) welcome(came, "en", "welcome_how");
                else enter(came, written.text(), "welcome_how");
            }
            case Incoming.Invited _, Incoming.Joined _, Incoming.Sent _, Incoming.Voice _ ->
                    welcome(came, "", "welcome_how");
            case Incoming.Reacted _, Incoming.Other _ -> welcome(came, "", "welcome_how");
            case Incoming.Edited _, Incoming.TakenBack _, Incoming.Out _ ->
                    bot.postbox().done(came.heard());
            case Incoming.Left _, Incoming.Ignored _ -> bot.postbox().done(came.heard());
        }
    }

    private void enter(Came came, String text, String how) {
        var named = started(text).orElse(text).strip();
        if (named.length() <= LENGTH_MAX && bot.conversations().reads(named)) {
            shown(came, bot.correspondence().comeBack(address, named, came.heard()));
            return;
        }
        var choice = choice(named);
        if (choice.isPresent()) choose(came, choice.get());
        else welcome(came, "", how);
    }

    /// A dialog by its number in the list, its name, or its title in any language; behind number or
    /// name may stand in which language.
    private Optional<Choice> choice(String words) {
        if (words.isEmpty() || words.length() > LENGTH_MAX) return Optional.empty();
        var offers = offers(begun());
        var parts = words.split("\\s+", 2);
        var language = parts.length == 1 ? "" : language(parts[1]);
        for (int i = 0; i < offers.size(); i++) {
            var one = offers.get(i);
            for (var variant : one.variants())
                if (one.frame(variant).title().equalsIgnoreCase(words))
                    return Optional.of(new Choice(one, variant));
            var names = List.of(String.valueOf(i + 1), (i + 1) + ".", one.id());
            var isNamed = names.stream().anyMatch(parts[0]::equalsIgnoreCase);
            if (isNamed && (parts.length == 1 || !language.isEmpty()))
                return Optional.of(new Choice(one, has(one, language) ? language : ""));
        }
        return Optional.empty();
    }

    private static boolean has(Dialog dialog, String variant) {
        return dialog.variants().contains(variant);
    }

    /// The language that these words ask for; empty for none that we know.
    private static String language(String words) {
        if (ENGLISH.matcher(words).matches()) return "en";
        return GERMAN.matcher(words).matches() ? "de" : "";
    }

    /// A dialog, in that variant or (empty) in its first.
    private record Choice(Dialog dialog, String variant) {}

    /// Those that were begun here first.
    private List<Dialog> offers(List<String> begun) {
        var ids = new LinkedHashSet<>(begun);
        bot.dialogs().get().forEach(one -> ids.add(one.id()));
        return ids.stream().flatMap(id -> entrance.dialog(id).stream()).toList();
    }

    private List<String> begun() {
        return entrance.seats().stream().flatMap(seat -> entrance.dialogOf(seat).stream()).toList();
    }

    private void shown(Came came, ComingBack back) {
        var words = talk.words();
        switch (back) {
            // where the conversation is comes by the post
            case ComingBack.Here _ -> {}
            case ComingBack.Waiting(_, var number, _) ->
                    teller.say(words.say("waiting", number), "waiting " + came.pending().id());
            case ComingBack.Mistyped _, ComingBack.Unknown _ ->
                    teller.tell(came, words.say("code_unknown"));
            case ComingBack.Gone _ -> teller.tell(came, words.say("gone"));
            case ComingBack.Revoked _ -> teller.tell(came, words.say("revoked"));
            case ComingBack.Unavailable _ -> teller.again(came.heard(), AGAIN);
        }
    }

    /// The dialogs to choose from, those that were begun here among them.
    private void welcome(Came came, String language, String how) {
        var words = language.isEmpty() ? talk.words() : MatrixWords.in(language);
        var begun = begun();
        var text = new StringBuilder(words.say("welcome"));
        int number = 1;
        for (var one : offers(begun)) {
            var title = DialogText.escaped(one.frame(variant(one, language)).title());
            var line = begun.contains(one.id()) ? words.say("resume", title) : title;
            text.append(number == 1 ? "\n\n" : "\n").append(number++).append(". ").append(line);
        }
        text.append("\n\n").append(words.say(how));
        teller.tell(came, text.toString());
    }

    /// Goes on with a dialog that was begun here, or begins it.
    private void choose(Came came, Choice choice) {
        var id = choice.dialog().id();
        var open = entrance.open(id);
        if (open.isPresent()) {
            bot.correspondence().goBack(open.get(), came.heard());
            return;
        }
        var former = entrance.active();
        var variant = choice.variant().isEmpty() ? variant(choice.dialog(), "") : choice.variant();
        var beginning = new Conversations.Beginning(id, variant, Matrix.CHANNEL, "");
        if (former.isPresent() && !former.get().equals(id)) {
            var title =
                    entrance.dialog(former.get()).map(one -> one.frame(variant(one, "")).title());
            var words = MatrixWords.in(variant);
            var text = words.say("parked", DialogText.escaped(title.orElse("")));
            bot.memory()
                    .say(
                            talk.user(),
                            new Message(Message.Kind.NOTED, text, false, null, words.language()));
        }
        try {
            bot.correspondence().begin(address, beginning, came.heard());
        } catch (StoreUnavailable later) {
            teller.again(came.heard(), AGAIN);
        }
    }

    private static String variant(Dialog dialog, String language) {
        return has(dialog, language) ? language : dialog.head().language();
    }
}
