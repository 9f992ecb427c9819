// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The service is killed at random under load and started again: nothing acknowledged is lost,
/// nothing is applied twice, an erase that was begun is finished.
class KillIT {
    private static final int ROUNDS = Integer.getInteger("skizzenlotse.killRounds", 10);
    private static final int CLIENTS = 8;
    private static final int TURNS_A_ROUND = 20;
    private static final long SEED = 20_261_123L;

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private final AtomicReference<String> address = new AtomicReference<>("");
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Queue<String> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final Queue<Applicant> erased = new ConcurrentLinkedQueue<>();

    @Test
    @Timeout(1_500)
    void nothingAcknowledgedIsLostAndNothingIsAppliedTwice() throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var data = folder.resolve("var");
        var errors = folder.resolve("errors");
        var clients = new ArrayList<Thread>();
        for (int round = 0; round < ROUNDS; round++) {
            var server = Server.start(data, errors);
            address.set(server.address());
            for (int i = clients.size(); i < CLIENTS; i++) {
                var number = i;
                clients.add(Thread.ofVirtual().start(() -> apply(number)));
            }
            underLoad(acknowledged.get() + TURNS_A_ROUND);
            Thread.sleep(random.nextInt(700));
            server.kill();
        }
        try (var server = Server.start(data, errors)) {
            address.set(server.address());
            Thread.sleep(2_000);
            going.set(false);
            for (var client : clients) assertThat(client.join(Duration.ofSeconds(60))).isTrue();
            assertThat(wrongs).isEmpty();
            assertThat(acknowledged.get()).isGreaterThan(ROUNDS * 10);
            assertThat(repeated.get()).isPositive();
            theErasedStayErased(server);
            everySubmissionHasOneMail(data.resolve("mail"));
        }
    }

    /// A cold service on a busy machine takes a while until turns flow.
    private void underLoad(int turns) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (acknowledged.get() < turns && System.nanoTime() < deadline) Thread.sleep(10);
    }

    private void theErasedStayErased(Server server) throws Exception {
        assertThat(erased).isNotEmpty();
        for (var applicant : erased) {
            applicant.movesTo(server.address());
            assertThat(applicant.asks("api/v1/conversation", "application/json").statusCode())
                    .isEqualTo(410);
        }
    }

    private void everySubmissionHasOneMail(Path mails) throws Exception {
        assertThat(submitted).isNotEmpty();
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!mailed(mails).containsAll(submitted) && System.nanoTime() < deadline)
            Thread.sleep(200);
        assertThat(mailed(mails)).containsAll(submitted).doesNotHaveDuplicates();
    }

    private static List<String> mailed(Path mails) throws IOException {
        if (!Files.isDirectory(mails)) return List.of();
        try (var files = Files.list(mails)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("-r1.eml"))
                    .map(name -> name.replaceFirst("-r1\\.eml$", ""))
                    .toList();
        }
    }

    /// One client: conversation after conversation, each answered to the end or erased on the way.
    private void apply(int number) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + number);
        try {
            while (going.get()) {
                var applicant = new Applicant(client, address.get(), "Worte von " + number);
                if (!begins(applicant)) continue;
                var eraseAt = random.nextInt(3) == 0 ? 3 + random.nextInt(12) : -1;
                for (int turn = 0; going.get() || applicant.waits(); turn++) {
                    var step = applicant.step();
                    if (step.equals("_submitted") && turn != eraseAt) break;
                    var erasing = turn == eraseAt || step.equals("_confirm");
                    var body = turn == eraseAt ? Applicant.command("erase") : applicant.answer();
                    var status = turnUntilAnswered(applicant, body);
                    if (status == 410 && erasing) erased.add(applicant);
                    if (status == 410) break;
                    if (applicant.last().path("lifecycle").asText().equals("erased")) {
                        erased.add(applicant);
                        break;
                    }
                }
                var reference = applicant.last().path("reference").asText();
                if (!reference.isEmpty()) submitted.add(reference);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException wrong) {
            wrongs.add(wrong.toString());
        }
    }

    private boolean begins(Applicant applicant) throws InterruptedException {
        try {
            if (applicant.begins("skizze")) return true;
        } catch (IOException cut) {
            // the server was killed in between: another conversation is begun
        }
        Thread.sleep(30);
        return false;
    }

    /// Repeats a turn with its key until it is answered; then exactly one turn must have been
    /// added.
    private int turnUntilAnswered(
            Applicant applicant, com.fasterxml.jackson.databind.node.ObjectNode body)
            throws InterruptedException, IOException {
        var before = applicant.revision();
        var cut = false;
        while (true) {
            applicant.movesTo(address.get());
            try {
                if (cut) atMostOneMore(applicant, before);
                var status = applicant.turns(body);
                if (status == 503 || status == 429) {
                    Thread.sleep(30);
                    continue;
                }
                if (cut) repeated.incrementAndGet();
                check(applicant, status, before);
                return status;
            } catch (IOException killed) {
                cut = true;
                Thread.sleep(30);
            }
        }
    }

    /// After a cut the server has all that it acknowledged, and the unanswered turn at most once.
    private void atMostOneMore(Applicant applicant, int before)
            throws IOException, InterruptedException {
        var now = applicant.asks("api/v1/conversation", "application/json");
        if (now.statusCode() != 200) return;
        var revision =
                new ObjectMapper().readTree(now.body()).path("expects").path("revision").asInt();
        if (revision < before) wrongs.add("lost: " + revision + " after " + before);
        if (revision > before + 1) wrongs.add("doubled: " + revision + " after " + before);
    }

    private void check(Applicant applicant, int status, int before) {
        acknowledged.incrementAndGet();
        if (status == 410) return;
        if (status != 200) wrongs.add("status " + status + " at " + applicant.step());
        else if (applicant.revision() != before + 1)
            wrongs.add("revision " + applicant.revision() + " after " + before);
    }
}
