// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Progress;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.engine.Scope;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.Expects;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;

/// The engine: a pure and total function. Every input in every state gives a turn; nothing in here
/// reads a clock, a file or a random number (DESIGN section 2).
public final class Engine {
    /// The kinds of wake-ups for the end of a draft and of what was handed in.
    public static final String DRAFT = Ending.KIND;

    public static final String KEPT = Retention.KIND;

    /// The kind of the wake-up at which a conversation without consent goes.
    public static final String NO_CONSENT = Timeouts.SWEEP;

    /// Before the milliseconds since 1970 at which something was handed in that has no wake-up yet.
    public static final String KEPT_FROM = Retention.FROM;

    private final Phrases phrases;

    /// An engine that speaks with these phrases.
    public Engine(Phrases phrases) {
        this.phrases = phrases;
    }

    /// The first turn of a conversation: greets, and asks the first question.
    public Turn start(Dialog dialog, ConversationId id, String variant, Given given) {
        return start(dialog, new Beginning(id, variant, null, ""), given);
    }

    /// What a conversation begins with: its ID, its variant, where it comes from (null: from
    /// nowhere), and the variant that was asked for where the dialog does not have it, else empty.
    public record Beginning(
            ConversationId id, String variant, @Nullable Origin origin, String missed) {
        /// In the variant that is wanted, or in the dialog's own and saying so.
        public static Beginning in(
                Dialog dialog, ConversationId id, String wanted, @Nullable Origin origin) {
            return dialog.variants().contains(wanted)
                    ? new Beginning(id, wanted, origin, "")
                    : new Beginning(id, dialog.head().language(), origin, wanted);
        }
    }

    /// The first turn of a conversation that may come from another one.
    public Turn start(Dialog dialog, Beginning beginning, Given given) {
        var began =
                new Happened.Began(dialog.id(), dialog.hash(), beginning.variant(), given.now());
        var fresh = Conversation.begun(beginning.id(), began);
        var draft = new Draft(dialog, fresh, given.from(beginning.origin()), phrases);
        if (beginning.origin() != null) draft.note(new Happened.Came(beginning.origin()));
        if (!dialog.offersScope()) draft.note(new Happened.Scoped(Scope.FULL));
        new Timeouts(draft).beforeConsent();
        if (!beginning.missed().isEmpty())
            new Speaking(draft).only(Message.Kind.NOTICE, beginning.missed());
        new Calling(draft).begin();
        new TakingOver(draft).settleIfNothing();
        new Prompter(draft).ask();
        var turn = draft.done();
        var happened = new java.util.ArrayList<Happened>();
        happened.add(began);
        happened.addAll(turn.happened());
        return new Turn(turn.after(), happened, turn.effects());
    }

    /// The turn that an input makes.
    public Turn turn(Dialog dialog, Conversation conversation, Input input, Given given) {
        var draft = new Draft(dialog, conversation, given, phrases);
        var heard = new Migrating(draft).bring(input);
        draft.move(draft.now().position().goingOn(""));
        heard.ifPresent(new Hearing(draft)::hear);
        new TakingOver(draft).settleIfNothing();
        new Retention(draft).follow(conversation.lifecycle());
        if (!(input instanceof Input.TimedOut) && !draft.isQuiet()) new Prompter(draft).ask();
        if (!(input instanceof Input.TimedOut)) new Renewing(draft).asked();
        return draft.done();
    }

    /// The conversation as it is, without an input.
    public Look look(Dialog dialog, Conversation conversation, Given given) {
        return new Look(new Draft(dialog, conversation, given, phrases));
    }

    /// What the conversation waits for.
    public Expects expects(Dialog dialog, Conversation conversation, Given given) {
        return look(dialog, conversation, given).expects();
    }

    /// How much is still to come.
    public Progress progress(Dialog dialog, Conversation conversation, Given given) {
        return look(dialog, conversation, given).progress();
    }

    /// What stands in a variant where a secret was shown.
    public String shownOnce(String variant) {
        return phrases.say(variant, Phrase.KEY_ONCE, java.util.List.of());
    }

    /// How somebody is called in a conversation, in plain words.
    public String called(Conversation conversation, int person) {
        return phrases.called(conversation, person);
    }

    /// What somebody is told and agrees to who was invited to this conversation.
    public String invitation(Dialog dialog, Conversation conversation, Given given) {
        return new Company(new Draft(dialog, conversation, given, phrases)).words();
    }

    /// What is said in place of a turn when a conversation has as many as it may have.
    public Message full(Dialog dialog, Conversation conversation, Given given) {
        var draft = new Draft(dialog, conversation, given, phrases);
        var contact =
                given.facts().get("kontakt") instanceof Value.Text(var text)
                        ? Display.escape(text)
                        : "";
        var text = draft.phrase(Phrase.CONVERSATION_FULL, contact);
        return new Message(Message.Kind.ERROR, text, false, null, conversation.variant());
    }

    /// Whether this whole message is a command or the words of an open answer, in any language.
    public boolean isCommand(String variant, String text) {
        return phrases.commands(variant).of(text).isPresent();
    }

    /// All that the engine says of itself without naming anything.
    public List<String> plain(String variant) {
        return phrases.plain(variant);
    }

    /// What is said once staff may not go on with that reference.
    public String withdrawn(String variant, String reference) {
        return phrases.say(variant, Phrase.WITHDRAWN, List.of(reference));
    }

    /// The variants of a dialog to choose from, none where there is no choice.
    public List<Expects.Variant> variants(Dialog dialog) {
        return phrases.variants(dialog);
    }

    /// The languages in which the engine has words of its own.
    public Set<String> languages() {
        return phrases.languages();
    }

    /// How days and numbers are written in a variant.
    public Language language(String variant) {
        return phrases.language(variant);
    }

    /// How answers are shown in a variant.
    public Display display(String variant) {
        return phrases.display(variant);
    }

    /// What the decision tables say of a conversation whose questions are answered, in words: the
    /// light, and at most three reasons for it.
    public Result result(Dialog dialog, Conversation conversation, Given given) {
        return new Explaining(new Draft(dialog, conversation, given, phrases)).result();
    }

    /// A light in words, with its reasons.
    public record Result(String light, java.util.List<String> reasons) {}

    /// The impact that a pending change would have; empty where none is pending.
    public java.util.Optional<Impact> impact(
            Dialog dialog, Conversation conversation, Given given) {
        var draft = new Draft(dialog, conversation, given, phrases);
        return conversation.position().aside() instanceof Aside.Impact(var step, var proposed)
                ? java.util.Optional.of(Impact.of(draft, step, proposed))
                : java.util.Optional.empty();
    }
}
