// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.attachment.Clamd;
import org.skizzenlotse.attachment.RealClamd;
import org.skizzenlotse.attachment.Scanner;
import org.skizzenlotse.conversation.FileDesk.Announced;
import org.skizzenlotse.conversation.FileDesk.Begun;
import org.skizzenlotse.store.Scan;
import org.skizzenlotse.store.ScanStore;

/// Where somebody looks for harm, staff gets a file only once it was found clean.
class ScannedFilesTest extends OnStacked {
    private static final int ATTEMPTS = 6;

    @BeforeEach
    void scans() {
        running.rules = FileRules.of(96, 10, 1, true);
        running.again();
        token = running.begun();
    }

    @Test
    void whileTheScannerIsAwayFilesStayClosedAndAreLookedAtOnceItIsBack() throws Exception {
        var id = puts("Wir zählen Wege.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        stacked.attaches(token, id);
        var port = RealClamd.freePort();
        var scanner = scanner(InetSocketAddress.createUnresolved("127.0.0.1", port));
        scanner.scanDue();
        assertThat(scan(id)).isEqualTo(Scan.PENDING);
        for (int i = 1; i < ATTEMPTS; i++) {
            running.waits(java.time.Duration.ofMinutes(5));
            scanner.scanDue();
        }
        assertThat(scan(id)).isEqualTo(Scan.FAILED);
        assertThat(scanner.tally()).isEqualTo(new ScanStore.Tally(1, 1, 0));
        assertThat(forStaff(id)).isFalse();
        assertThat(stacked.held(token)).as("never lost").containsExactly(id);
        try (var real = RealClamd.start(110, port)) {
            scanner.scanDue();
            assertThat(scan(id)).as("not before its pause").isEqualTo(Scan.FAILED);
            running.waits(java.time.Duration.ofMinutes(5));
            scanner.scanDue();
            assertThat(real.address().getPort()).isEqualTo(port);
        }
        assertThat(scan(id)).isEqualTo(Scan.CLEAN);
        assertThat(forStaff(id)).isTrue();
        assertThat(scanner.tally()).isEqualTo(new ScanStore.Tally(0, 0, 0));
    }

    @Test
    void whereSomethingIsFoundNobodyGetsTheFile() throws Exception {
        var attached = puts(RealClamd.harmless());
        var loose = puts(RealClamd.harmless());
        stacked.attaches(token, attached);
        try (var real = RealClamd.start(110)) {
            var scanner = scanner(real.address());
            scanner.scanDue();
            assertThat(scanner.tally()).isEqualTo(new ScanStore.Tally(0, 0, 2));
        }
        assertThat(scan(attached)).isEqualTo(Scan.INFECTED);
        assertThat(forStaff(attached)).isFalse();
        assertThat(running.conversations.files().open(token, attached)).isEmpty();
        stacked.attaches(token, attached, loose);
        assertThat(stacked.held(token)).as("it cannot be attached").containsExactly(attached);
    }

    @Test
    void whatCameWhileNobodyLookedIsTakenUpAndWhatWasErasedIsNot() throws Exception {
        running.rules = FileRules.of(96, 10, 1, false);
        running.again();
        var early = puts("früh".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(scan(early)).isEqualTo(Scan.OFF);
        var store = new ScanStore(running.database);
        store.takeUp(running.now);
        assertThat(scan(early)).isEqualTo(Scan.PENDING);
        running.conversations.erase(running.id(token));
        assertThat(store.tally()).isEqualTo(new ScanStore.Tally(0, 0, 0));
    }

    private Scanner scanner(InetSocketAddress address) {
        var clamd = new Clamd(address, Clamd.Limits.USUAL);
        return new Scanner(
                new ScanStore(running.database), stacked.blobs(), clamd, running.clock());
    }

    private String puts(byte[] bytes) {
        var desk = running.conversations.files();
        var begun = desk.begin(token, new Announced(Stacked.STEP, "", "a.txt", bytes.length));
        var id = ((Begun.Ready) begun).id();
        desk.append(token, id, 0, new ByteArrayInputStream(bytes));
        assertThat(desk.file(token, id).orElseThrow().ready()).isTrue();
        return id;
    }

    private Scan scan(String id) {
        return stacked.row(token, id).orElseThrow().scan();
    }

    private boolean forStaff(String id) {
        var reference = running.id(token).value();
        return running.conversations.files().openForStaff(reference, id).isPresent();
    }
}
