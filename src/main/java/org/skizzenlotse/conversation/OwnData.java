// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.store.ConsentTextStore;
import org.skizzenlotse.store.FileRow;
import org.skizzenlotse.store.FileStore;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;

/// Gathers what is kept of one conversation, for whoever it is about.
public final class OwnData {
    /// In place of the number of a person.
    private static final int EVERYBODY = 0;

    private final Installation installation;
    private final Published published;
    private final Views views;
    private final Turns turns;
    private final FileStore files;
    private final SubmissionStore submissions;
    private final ConsentTextStore texts;

    OwnData(Installation installation, Published published, Database database, Views views) {
        this.views = views;
        this.installation = installation;
        this.published = published;
        this.turns = new Turns(database);
        this.files = new FileStore(database);
        this.submissions = new SubmissionStore(database);
        this.texts = new ConsentTextStore(database);
    }

    /// That of the conversation of this token.
    public Optional<MyData> of(String token) {
        var found = turns.find(token, "", installation.now());
        return found.known().map(stored -> of(stored, stored.person()));
    }

    /// That of this conversation, for its export by command line: that of all its people.
    public Optional<MyData> of(ConversationId id) {
        return turns.find(id).known().map(stored -> of(stored, EVERYBODY));
    }

    private MyData of(Stored stored, int person) {
        var dialog = published.forNextTurn(stored.conversation());
        var history = turns.dated(stored);
        return new MyData(
                about(dialog, stored),
                people(stored.conversation(), person),
                joined(history, person),
                answers(dialog, stored.conversation()),
                consents(dialog, stored.conversation(), history),
                files(stored),
                messages(stored),
                history.stream().map(OwnData::happening).toList(),
                submissions(stored.conversation()),
                remarks(stored.conversation()));
    }

    private static MyData.About about(Dialog dialog, Stored stored) {
        var conversation = stored.conversation();
        return new MyData.About(
                conversation.id().value(),
                conversation.dialog(),
                dialog.frame(conversation.variant()).title(),
                conversation.variant(),
                conversation.lifecycle().id(),
                conversation.reference(),
                stored.marks().channel(),
                stored.marks().createdAt(),
                stored.marks().lastSignAt());
    }

    /// Whoever came or may come, called as in the talk; of those who never came nothing is kept.
    private List<MyData.Someone> people(Conversation conversation, int own) {
        var together = conversation.together();
        return together.people().stream()
                .filter(one -> one.counts() || one.cameOnce())
                .map(one ->
                        new MyData.Someone(
                                one.number(),
                                installation.engine().called(conversation, one.number()),
                                one.number() == own,
                                one.standing(),
                                one.number() == together.responsible()))
                .toList();
    }

    private static List<MyData.Joining> joined(List<Turns.Dated> history, int own) {
        var joined = new ArrayList<MyData.Joining>();
        for (var one : history)
            if (one.happened()
                            instanceof
                            Happened.Joined(var person, var words, var variant, var channel, var at)
                    && (own == EVERYBODY || own == person))
                joined.add(new MyData.Joining(person, words, variant, channel, at));
        return joined;
    }

    /// In the order of asking; what the dialog does not ask any more comes last.
    private List<MyData.Given> answers(Dialog dialog, Conversation conversation) {
        var facts = Origin.facts(conversation.origin(), installation.facts());
        var journey = Journey.of(dialog, conversation.answers(), conversation.scope(), facts);
        var asked = new Asked(dialog, conversation.variant());
        var left = new HashMap<>(conversation.answers());
        var all = new ArrayList<MyData.Given>();
        for (var question : dialog.questions()) {
            var answer = left.remove(question.id());
            if (answer == null) continue;
            var counts = journey.stop(question.id()).filter(Journey.Stop::isDealtWith).isPresent();
            all.add(given(asked, question.id(), answer, counts));
        }
        left.forEach((step, answer) -> all.add(given(asked, step, answer, false)));
        return all;
    }

    /// A dialog in a variant.
    private record Asked(Dialog dialog, String variant) {}

    private MyData.Given given(Asked asked, StepId step, Answer answer, boolean counts) {
        var display = installation.engine().display(asked.variant());
        var words =
                asked.dialog()
                        .question(step)
                        .map(question -> display.answer(question, answer))
                        .orElseGet(() -> answer.given().map(display::fact).orElse(""));
        return new MyData.Given(
                step.value(),
                label(asked.dialog(), step, asked.variant()),
                counts,
                answer.status(),
                answer.value(),
                words,
                answer.provenance());
    }

    private static String label(Dialog dialog, StepId step, String variant) {
        return dialog.question(step)
                .map(question -> question.wording(variant).shortText())
                .orElse(step.value());
    }

    private List<MyData.Receipt> consents(
            Dialog dialog, Conversation conversation, List<Turns.Dated> history) {
        var receipts = new ArrayList<MyData.Receipt>();
        for (var one : history)
            if (one.happened() instanceof Happened.Answered(var step, var answer)
                    && answer.value() instanceof Value.Decision(var yes)
                    && isConsent(dialog, step))
                receipts.add(
                        new MyData.Receipt(
                                step.value(),
                                label(dialog, step, conversation.variant()),
                                yes,
                                texts.find(answer.provenance().wording()).orElse(""),
                                answer.provenance()));
        return receipts;
    }

    private static boolean isConsent(Dialog dialog, StepId step) {
        return dialog.question(step)
                .filter(question -> question.type() instanceof AnswerType.Consent)
                .isPresent();
    }

    private List<MyData.Held> files(Stored stored) {
        var descriptions = descriptions(stored.conversation());
        return files.all(stored.key()).stream().map(row -> held(row, descriptions)).toList();
    }

    private static MyData.Held held(FileRow row, Map<String, String> descriptions) {
        return new MyData.Held(
                row.id(),
                row.label().name(),
                row.label().step(),
                descriptions.getOrDefault(row.id(), ""),
                row.received(),
                row.label().mediaType(),
                row.attached(),
                row.scan().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> descriptions(Conversation conversation) {
        var descriptions = new HashMap<String, String>();
        for (var answer : conversation.answers().values())
            if (answer.value() instanceof Value.Files(var attached))
                attached.forEach(file -> descriptions.put(file.id(), file.description()));
        return descriptions;
    }

    private List<MyData.Told> messages(Stored stored) {
        var all = new ArrayList<MyData.Told>();
        for (int after = 0; after < stored.lastMessage(); after += Views.MESSAGES_MAX)
            for (var one : views.messagesAfter(stored, after))
                all.add(
                        new MyData.Told(
                                one.number(),
                                one.at(),
                                one.message().kind(),
                                one.message().text()));
        return all;
    }

    private static MyData.Happening happening(Turns.Dated one) {
        return new MyData.Happening(
                one.number(), one.at(), kind(one.happened()), step(one.happened()));
    }

    private static String kind(Happened happened) {
        return switch (happened) {
            case Happened.Began _ -> "began";
            case Happened.Answered _ -> "answered";
            case Happened.Unanswered _ -> "unanswered";
            case Happened.Shown _, Happened.Moved _, Happened.Arrived _ -> "moved";
            case Happened.Scoped _ -> "scoped";
            case Happened.Went(var lifecycle, _) -> lifecycle.id();
            case Happened.Entered _ -> "entered";
            case Happened.Spoke _ -> "language";
            case Happened.Upgraded _, Happened.Migrated _ -> "upgraded";
            case Happened.StartedOver _ -> "started_over";
            case Happened.Came _ -> "came";
            case Happened.Reminders _ -> "reminders";
            case Happened.Redacted _ -> "redacted";
            case Happened.Invited _, Happened.Named _, Happened.Joined _ -> "together";
            case Happened.Left _, Happened.Offered _, Happened.HandedOver _ -> "together";
            case Happened.Beside _ -> "together";
            case Happened.Remarked _, Happened.Stood _, Happened.Met _ -> "consultation";
        };
    }

    private static String step(Happened happened) {
        return switch (happened) {
            case Happened.Answered(var step, _) -> step.value();
            case Happened.Unanswered(var step) -> step.value();
            default -> "";
        };
    }

    private static List<MyData.Remarked> remarks(Conversation conversation) {
        return conversation.consultation().remarks().stream()
                .map(one ->
                        new MyData.Remarked(one.number(), one.at(), one.kind().id(), one.text()))
                .toList();
    }

    private List<MyData.HandedIn> submissions(Conversation conversation) {
        var handed = new ArrayList<MyData.HandedIn>();
        for (int revision = 1; revision <= conversation.lifecycle().revision(); revision++)
            submissions
                    .find(conversation.id(), revision)
                    .map(one -> new MyData.HandedIn(one.revision(), one.reference(), one.at()))
                    .ifPresent(handed::add);
        return handed;
    }

    /// When this was asked.
    public Instant now() {
        return installation.now();
    }
}
