// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Unagreed;
import org.skizzenlotse.store.Writable;
import org.skizzenlotse.store.chat.Heard;

/// From a turn to all that it writes. Until the required consent is given, nothing that a person
/// said is in it.
final class Recorder {
    private final Installation installation;
    private final Receipts receipts;
    private final Consequences consequences;
    private final Beforehand beforehand;

    Recorder(Installation installation, Neighbours.Stores stores, Neighbours neighbours) {
        this.installation = installation;
        this.receipts = stores.receipts();
        this.consequences = new Consequences(installation, stores, neighbours);
        this.beforehand = new Beforehand(installation.engine());
    }

    /// A turn with its circumstances; `answered` is the wake-up that caused it, if one did, and
    /// `access` who comes in by it, `heard` what a messenger adds.
    record Made(
            Stored before,
            Dialog dialog,
            Given given,
            Input input,
            Turn turn,
            Optional<Change.Request> request,
            Optional<Change.WakeUp> answered,
            List<Change.Access> access,
            Heard heard) {
        /// The first one of a conversation.
        static Made first(Stored none, Dialog dialog, Given given, Turn turn) {
            var started = new Input.Started();
            return new Made(
                    none,
                    dialog,
                    given,
                    started,
                    turn,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Heard.NOTHING);
        }

        /// The same with what a messenger adds.
        Made hearing(Heard messenger) {
            return new Made(
                    before, dialog, given, input, turn, request, answered, access, messenger);
        }
    }

    Writable change(Made made) {
        var look = installation.engine().look(made.dialog(), made.turn().after(), made.given());
        receipts.keep(made.turn(), made.given());
        if (!look.isConsented()) return unagreed(made, look.isOutdated());
        return new Change(
                made.before(),
                made.turn().after(),
                marks(made, true),
                made.given().now(),
                made.turn().happened(),
                messages(made),
                consequences.rows(made));
    }

    /// What an earlier consent allowed to store is there still.
    private Unagreed unagreed(Made made, boolean outdated) {
        var known =
                beforehand.texts(
                        made.dialog(), made.turn().after(), made.given(), saidByItself(made));
        return new Unagreed(
                made.before(),
                marks(made, outdated),
                made.given().now(),
                facts(made),
                made.turn().messages().stream().map(known::tell).toList(),
                Unagreed.Rest.of(consequences.rows(made)));
    }

    /// Where nobody said anything, the answer holds nothing of it: an announcement, say.
    private static Set<String> saidByItself(Made made) {
        if (!(made.input() instanceof Input.TimedOut)) return Set.of();
        return made.turn().messages().stream()
                .filter(message -> !message.quotes())
                .map(Message::text)
                .collect(Collectors.toSet());
    }

    private static List<Unagreed.Fact> facts(Made made) {
        var before = made.before().conversation();
        return made.turn().happened().stream()
                .flatMap(one -> Unagreed.Fact.of(one, before).stream())
                .toList();
    }

    private static Stored.Marks marks(Made made, boolean consented) {
        var before = made.before().marks();
        var alive =
                !(made.input() instanceof Input.TimedOut
                        || made.input() instanceof Input.Removed
                        || made.input() instanceof Input.ByStaff);
        return new Stored.Marks(
                made.given().channel(),
                consented,
                before.createdAt(),
                alive ? made.given().now() : before.lastSignAt());
    }

    private List<Message> messages(Made made) {
        var messages = new ArrayList<Message>();
        if (made.before().revision() > 0) said(made).ifPresent(messages::add);
        messages.addAll(made.turn().messages());
        return messages;
    }

    private Optional<Message> said(Made made) {
        var conversation = made.before().conversation();
        var upgrade = made.given().upgrade();
        var dialog = upgrade == null ? made.dialog() : upgrade.before();
        var asked = installation.engine().look(dialog, conversation, made.given());
        var said = Saying.of(made.input(), asked::expects);
        return conversation.together().isShared()
                ? said.map(one -> Saying.by(made.given().speaker(), one))
                : said;
    }
}
