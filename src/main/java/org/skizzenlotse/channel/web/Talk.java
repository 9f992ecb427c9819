// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.render.calendar.MeetingFile;
import org.skizzenlotse.render.question.Questions;
import org.skizzenlotse.render.question.QuestionsForOthers;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Texts;
import org.skizzenlotse.web.Wish;

/// What API and pages share: the conversations, the dialogs in force, and the time zone in which
/// days are written. Conversations may still be opening when the server begins to listen: who asks
/// early waits for them. `bots` are the names under which this installation is found in messengers.
public record Talk(
        Supplier<Conversations> opened,
        Supplier<Collection<Dialog>> dialogs,
        ZoneId zone,
        Bots bots) {
    /// The name of this channel in answers and rows.
    public static final String CHANNEL = "web";

    /// The part of an address that chooses a variant.
    private static final String CHOSEN = "sprache";

    /// What Telegram lets a bot be called, so that it is nothing else in an address.
    private static final Pattern BOT = Pattern.compile("[A-Za-z0-9_]{1,64}");

    /// The name of the bot in Telegram, and its whole user ID in Matrix; each empty where there is
    /// none, or nobody knows yet.
    public record Bots(Supplier<String> telegram, Supplier<String> matrix) {
        /// No messengers.
        public static final Bots NONE = new Bots(() -> "", () -> "");
    }

    /// Over conversations that are open already, without a bot.
    public Talk(Conversations conversations, Supplier<Collection<Dialog>> dialogs, ZoneId zone) {
        this(() -> conversations, dialogs, zone, Bots.NONE);
    }

    /// The conversations, once they are open.
    public Conversations conversations() {
        return opened.get();
    }

    /// The dialog of that ID, as it is in force.
    public Optional<Dialog> dialog(String id) {
        return dialogs.get().stream().filter(dialog -> dialog.id().equals(id)).findFirst();
    }

    /// In which variant a dialog begins where nobody chose one: its own. The browser's wish counts
    /// only where the dialog cannot fulfil it, so that this is said in the words of the wish.
    public String unasked(Context context, Dialog dialog) {
        return Wish.of(context, conversations().engine().languages())
                .filter(wish -> !dialog.variants().contains(wish))
                .orElse(dialog.head().language());
    }

    /// The variant that the page before a dialog proposes: the one in the address, else the one
    /// that the browser asks for, else the dialog's own. The others stand beside it.
    public String variant(Context context, Dialog dialog) {
        var chosen = context.queryParam(CHOSEN);
        if (chosen != null && dialog.variants().contains(chosen)) {
            return chosen;
        }
        return Wish.of(context, dialog.variants()).orElse(dialog.head().language());
    }

    /// The way into a dialog in a variant.
    Door door(Dialog dialog, String variant) {
        var title = dialog.frame(variant).title();
        return new Door(dialog.id(), title, variant, conversations().engine().variants(dialog));
    }

    /// Where a conversation goes on in messengers while a moving code is told; each address is
    /// empty where it does not.
    public record Elsewhere(String telegram, String matrix) {
        /// Nowhere.
        public static final Elsewhere NOWHERE = new Elsewhere("", "");
    }

    /// Where it goes on.
    public Elsewhere elsewhere(View view) {
        return view.once().code().isEmpty()
                ? Elsewhere.NOWHERE
                : new Elsewhere(inTelegram(view), inMatrix());
    }

    /// In Telegram, by the moving link that is told now; empty where there is no bot. Of a return
    /// key, which lasts, there is no such link: whoever opens it shows it to a foreign server.
    private String inTelegram(View view) {
        var name = bots.telegram().get();
        if (!BOT.matcher(name).matches()) return "";
        var link = view.link();
        return "https://t.me/" + name + "?start=" + link.substring(link.lastIndexOf('/') + 1);
    }

    /// In Matrix, where the code is written to the bot; empty where there is none. Every client
    /// knows this form of an address (Matrix specification, matrix.to navigation); the code is not
    /// in it.
    private String inMatrix() {
        var user = bots.matrix().get();
        if (user.isEmpty()) return "";
        return "https://matrix.to/#/" + URLEncoder.encode(user, StandardCharsets.UTF_8);
    }

    /// How days and numbers are written in a conversation.
    Language language(View view) {
        return conversations().engine().language(view.variant());
    }

    /// The sketch of a conversation as it is now; none where the dialog makes none.
    public Optional<Sketch> sketch(String token) {
        return opened.get().sketch(token).filter(sketch -> !sketch.sections().isEmpty());
    }

    /// Answers with the meeting that is agreed, for a calendar.
    ///
    /// @throws Refusal where there is none
    public void meeting(Context context, String token) {
        var desk = opened.get().desk();
        var agreed =
                desk.agreed(token)
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.NOT_FOUND, "Es ist kein Treffen ausgemacht."));
        var name = MeetingFile.name(agreed.reference());
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(MeetingFile.of(agreed.reference(), agreed.meeting(), desk.now()))
                .contentType(MeetingFile.MEDIA_TYPE + "; charset=utf-8");
    }

    /// Answers with a sketch in that form.
    public void answer(Context context, Sketch sketch, SketchFile form) {
        context.result(form.of(sketch, zone)).contentType(form.contentType());
    }

    /// The open questions of a conversation as a text for others: all, or the one of this step
    /// (empty: all). None where there is none to answer.
    public Optional<QuestionsForOthers> forOthers(String token, String step) {
        var open = opened.get().openQuestions(token);
        if (open.isEmpty()) return Optional.empty();
        var texts = Texts.in(open.get().display().variant());
        var steps =
                open.get().steps().stream()
                        .map(StepId::value)
                        .filter(one -> step.isEmpty() || one.equals(step))
                        .toList();
        if (steps.isEmpty()) return Optional.empty();
        var dialog = open.get().dialog();
        var sheet = Questions.sheet(dialog, open.get().display(), open.get().facts()).only(steps);
        return Optional.of(
                new QuestionsForOthers(
                        sheet,
                        texts.say("others_subject"),
                        texts.say("others_before"),
                        texts.say("others_after")));
    }

    /// The view of an outcome.
    ///
    /// @throws Refusal when there is none
    public static View done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var view) -> view;
            case Outcome.Unknown() ->
                    throw new Refusal(
                            Refusal.Kind.UNKNOWN_TOKEN, "Zu diesem Schlüssel gibt es nichts.");
            case Outcome.Gone() ->
                    throw new Refusal(Refusal.Kind.GONE, "Alles, was darin stand, ist weg.");
            case Outcome.Revoked() -> throw revoked();
            case Outcome.KeyReused() ->
                    throw new Refusal(
                            Refusal.Kind.KEY_REUSED,
                            "Eine andere Anfrage kam schon mit demselben Idempotency-Key.");
            case Outcome.Unavailable() -> throw unavailable();
        };
    }

    /// A conversation that somebody came back to.
    ///
    /// @throws Refusal when there is none
    public static ComingBack.Here here(ComingBack back) {
        return switch (back) {
            case ComingBack.Here here -> here;
            case ComingBack.Mistyped() ->
                    throw new Refusal(
                            Refusal.Kind.MISTYPED,
                            "Ein Rückkehr-Schlüssel hat 25 Zeichen, ein Umzugs-Code neun."
                                    + " Vergleicht bitte noch einmal.");
            case ComingBack.Unknown() ->
                    throw new Refusal(
                            Refusal.Kind.UNKNOWN_RETURN_KEY,
                            "Ein Schlüssel gilt, bis es einen neueren gibt, ein Umzugs-Code 15"
                                    + " Minuten und für ein Mal.");
            case ComingBack.Gone() ->
                    throw new Refusal(Refusal.Kind.GONE, "Alles, was darin stand, ist weg.");
            case ComingBack.Revoked() -> throw revoked();
            case ComingBack.Waiting _, ComingBack.Unavailable() -> throw unavailable();
        };
    }

    /// No such invitation, or not any more.
    public static Refusal noInvitation() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "Ein Link gilt sieben Tage und für ein Mal. Bittet um einen neuen.");
    }

    private static Refusal revoked() {
        return new Refusal(
                Refusal.Kind.REVOKED,
                "Was ihr beigetragen habt, bleibt in der gemeinsamen Skizze.");
    }

    /// Nothing was kept: the same request may be sent again.
    public static Refusal unavailable() {
        return new Refusal(
                Refusal.Kind.UNAVAILABLE,
                "Nichts ist verloren: Bitte schickt dasselbe gleich noch einmal.");
    }

    /// A short name for something secret or long, which does not lead back to it.
    public static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
