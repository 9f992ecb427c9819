// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.KnownTexts;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.Writable;

/// Makes what surfaces show. After a turn that is what was said to the person; what the person said
/// is among the messages on coming back.
final class Views {
    /// Shown or read at once: more turns than any talk has, and never a whole heap.
    static final int MESSAGES_MAX = 500;

    /// Where links lead whose service does not know its own address.
    private static final String INVITED_AT = "/mitmachen/";

    private static final String MOVES_TO = "/umzug/";

    private final Installation installation;
    private final Published published;
    private final Turns turns;
    private final Neighbours neighbours;

    Views(Installation installation, Published published, Turns turns, Neighbours neighbours) {
        this.installation = installation;
        this.published = published;
        this.turns = turns;
        this.neighbours = neighbours;
    }

    /// After a turn.
    View of(Recorder.Made made, Writable change) {
        var before = made.before();
        var after =
                new Stored(
                        change.after(),
                        before.revision() + 1,
                        before.lastFact() + change.happened().size(),
                        before.lastMessage() + change.messages().size(),
                        change.marks(),
                        before.key(),
                        made.given().speaker());
        return view(after, made.dialog(), spoken(made, change), once(change))
                .redacted(takesOut(made.turn()));
    }

    private View.Once once(Writable change) {
        var key = change.rows().secret().map(letters -> new ReturnKey(letters).text()).orElse("");
        for (var access : change.rows().access()) {
            if (access instanceof Change.Access.Invite invite)
                return new View.Once(key, invitation(invite.secret()), "");
            if (access instanceof Change.Access.MoveOn ways)
                return new View.Once(key, move(ways.link()), new MovingCode(ways.code()).text());
        }
        return new View.Once(key, "", "");
    }

    private static boolean takesOut(Turn turn) {
        return turn.effects().stream()
                .anyMatch(effect ->
                        effect instanceof Effect.Remove || effect instanceof Effect.Redact);
    }

    /// Everything, on coming back; of a very long talk its end.
    View whole(Stored stored) {
        int before = Math.max(0, stored.lastMessage() - MESSAGES_MAX);
        var all = numbered(turns.messages(stored, before, stored.lastMessage()));
        return view(stored, published.forNextTurn(stored.conversation()), all, View.Once.NOTHING);
    }

    /// In place of a turn that would be one too many: how things are, and that nothing was added.
    Outcome full(Stored stored, Dialog dialog, Given given) {
        var said = installation.engine().full(dialog, stored.conversation(), given);
        var number = stored.lastMessage() + 1;
        var message = new View.Numbered(number, given.now(), said);
        return new Outcome.Done(view(stored, dialog, List.of(message), View.Once.NOTHING));
    }

    /// Gives a key or a link for one that was lost on the way, unless a later one was given; the
    /// secrets only, for what shows them.
    interface Instead {
        Optional<View.Once> of(ConversationId id, Message.Kind kind, Instant givenAt);
    }

    /// Where whoever was invited comes in.
    private String invitation(String secret) {
        return address("mitmachen", INVITED_AT) + secret;
    }

    /// Where another device shows up.
    private String move(String secret) {
        return address("umzug", MOVES_TO) + secret;
    }

    private String address(String fact, String unknown) {
        return installation.facts().get(fact) instanceof Value.Text(var address)
                ? address
                : unknown;
    }

    /// What is waited for.
    View glance(Stored stored) {
        var dialog = published.forNextTurn(stored.conversation());
        return view(stored, dialog, List.of(), View.Once.NOTHING);
    }

    /// What is said on a messenger: those of these messages that are for the person, with secrets
    /// that nobody has seen yet, and what is asked now.
    View posted(Stored stored, int first, int last, Instead instead) {
        var spoken =
                turns.messages(stored, first - 1, last).stream()
                        .filter(one -> one.message().kind() != Message.Kind.SAID)
                        .filter(one -> !one.message().text().equals(KnownTexts.WIPED))
                        .toList();
        var dialog = published.forNextTurn(stored.conversation());
        var told = told(stored.conversation().id(), spoken, instead);
        return view(stored, dialog, numbered(spoken), told);
    }

    /// What a turn answered that is repeated: its messages, and its state folded from the history.
    /// Where these were redacted, how things are now. A key that it gave is not known any more:
    /// another takes its place.
    View again(Stored stored, Found.Remembered remembered, Instead instead) {
        if (remembered.replay().isEmpty()) return whole(stored);
        var replay = remembered.replay().get();
        var id = stored.conversation().id();
        var then = Happened.fold(id, turns.history(stored, replay.lastFact()));
        var said = turns.messages(stored, replay.firstMessage() - 1, replay.lastMessage());
        var spoken =
                said.stream().filter(one -> one.message().kind() != Message.Kind.SAID).toList();
        var state =
                new Stored(
                        then,
                        remembered.revision(),
                        replay.lastFact(),
                        replay.lastMessage(),
                        stored.marks(),
                        stored.key(),
                        stored.person());
        var told = told(id, spoken, instead);
        return view(state, published.version(then.dialogHash()), numbered(spoken), told);
    }

    /// The secrets that these messages tell, each made anew.
    private View.Once told(ConversationId id, List<Turns.Said> spoken, Instead instead) {
        var key = instead(id, spoken, Message.Kind.KEY, instead).map(View.Once::key);
        var link = instead(id, spoken, Message.Kind.LINK, instead).map(View.Once::link);
        var move = instead(id, spoken, Message.Kind.MOVE, instead);
        return new View.Once(
                key.orElse(""),
                link.map(this::invitation).or(() -> move.map(one -> move(one.link()))).orElse(""),
                move.map(View.Once::code).orElse(""));
    }

    private static Optional<View.Once> instead(
            ConversationId id, List<Turns.Said> spoken, Message.Kind kind, Instead instead) {
        return spoken.stream()
                .filter(one -> one.message().kind() == kind)
                .findAny()
                .flatMap(one -> instead.of(id, kind, one.at()));
    }

    /// The messages after a number, as many as are read at once.
    List<View.Numbered> messagesAfter(Stored stored, int number) {
        int last = Math.min(stored.lastMessage(), number + MESSAGES_MAX);
        return filled(numbered(turns.messages(stored, number, last)), stored, View.Once.NOTHING);
    }

    private View view(Stored stored, Dialog dialog, List<View.Numbered> messages, View.Once told) {
        var conversation = stored.conversation();
        var marks = stored.marks();
        var now = installation.now();
        var plain = installation.given(dialog, marks.channel(), now, marks.lastSignAt());
        var given = neighbours.beside(plain, conversation).spokenBy(stored.person(), Set.of());
        var look = installation.engine().look(dialog, conversation, given);
        return new View(
                conversation.id(),
                conversation.dialog(),
                conversation.variant(),
                conversation.lifecycle(),
                conversation.reference(),
                stored.revision(),
                filled(messages, stored, told),
                look.expects().naming(escaped(conversation), plain(conversation)),
                look.progress(),
                next(conversation),
                told,
                false,
                stored.person(),
                meets(conversation));
    }

    private static boolean meets(Conversation conversation) {
        var meeting = conversation.consultation().meeting();
        return meeting != null && meeting.time().isPresent();
    }

    private Optional<View.Next> next(Conversation conversation) {
        return published
                .inForce(conversation.position().goesOn())
                .map(dialog -> {
                    var title = dialog.frame(conversation.variant()).title();
                    return new View.Next(dialog.id(), title);
                });
    }

    private IntFunction<String> plain(Conversation conversation) {
        return person -> installation.engine().called(conversation, person);
    }

    private IntFunction<String> escaped(Conversation conversation) {
        return person -> Display.escape(installation.engine().called(conversation, person));
    }

    /// With the names of the people as they are now, and with what is told once, or with words that
    /// say that it was told.
    private List<View.Numbered> filled(
            List<View.Numbered> messages, Stored stored, View.Once told) {
        var names = escaped(stored.conversation());
        var once = installation.engine().shownOnce(stored.conversation().variant());
        return messages.stream()
                .map(one -> {
                    var named = one.message().naming(names);
                    var filled =
                            switch (named.kind()) {
                                case KEY -> named.telling(told.key().isEmpty() ? once : told.key());
                                case LINK ->
                                        named.telling(told.link().isEmpty() ? once : told.link());
                                case MOVE ->
                                        named.telling(told.code().isEmpty() ? once : told.code());
                                case NOTICE, QUESTION, REPLY, NOTED, ERROR, REMINDER, SAID -> named;
                            };
                    return new View.Numbered(one.number(), one.at(), filled);
                })
                .toList();
    }

    /// What the turn says, numbered as it is stored; what was wiped for the store is said all the
    /// same.
    private static List<View.Numbered> spoken(Recorder.Made made, Writable change) {
        var spoken = made.turn().messages();
        int number = made.before().lastMessage() + change.messages().size() - spoken.size();
        var numbered = new ArrayList<View.Numbered>();
        for (var message : spoken)
            numbered.add(new View.Numbered(++number, made.given().now(), message));
        return numbered;
    }

    private static List<View.Numbered> numbered(List<Turns.Said> said) {
        return said.stream()
                .map(one -> new View.Numbered(one.number(), one.at(), one.message()))
                .toList();
    }
}
