// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.staff.Role;

class BriefAndExportTest {
    @TempDir Path folder;
    @AutoClose Desked desked;
    private String one;
    private String other;

    @BeforeEach
    void open() throws Exception {
        desked = new Desked(folder);
        one = desked.handIn(Map.of("titel", "Tafel & <Vorschau>"));
        other =
                desked.handIn(
                        Map.of("titel", "Schimmelkarte", "traeger", "firma", "partner", "nein"));
        desked.signIn("kim", "Kim", Role.READER);
    }

    @Test
    void theBriefHasTheIdeaInItsWordsAndOpenPointsAsQuestions() throws Exception {
        assertThat(desked.page("/staff/skizzen/" + one + "/kurz"))
                .contains("Die Idee in eigenen Worten")
                .contains("An manchen Tagen reicht das Essen nicht")
                .contains("Das könnt ihr fragen")
                .contains("?");
        var pdf = desked.bytes("/staff/skizzen/" + one + "/kurz.pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(new String(pdf.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
    }

    @Test
    void chosenSketchesStandSideBySideByCriterion() throws Exception {
        assertThat(desked.page("/staff/vergleich?refs=" + other + "," + one))
                .contains("Schimmelkarte")
                .contains("Das Vorhaben kommt aus der Zivilgesellschaft")
                .contains("passt so noch nicht")
                .contains("keine Bedenken");
        assertThat(desked.page("/staff/vergleich")).contains("Wählt im Eingang");
        assertThat(desked.bytes("/staff/vergleich.xlsx?refs=" + one).body()).startsWith('P', 'K');
    }

    @Test
    void oneLeavesAsItsJsonAndManyAsAListOfIt() throws Exception {
        var json = desked.get("/staff/ausgabe?form=json&refs=" + one).body();
        assertThat(SketchJson.read(json).reference()).isEqualTo(one);
        assertThat(desked.get("/staff/ausgabe?form=json&refs=" + one + "," + other).body())
                .startsWith("[")
                .contains(one, other);
        assertThat(desked.get("/staff/ausgabe?form=csv&refs=" + one + "," + other).body())
                .contains("Kennung", one, other);
        assertThat(desked.get("/staff/ausgabe?form=exe&refs=" + one).statusCode()).isEqualTo(400);
        assertThat(desked.get("/staff/ausgabe?form=json&refs=SK-NICHT").statusCode())
                .isEqualTo(404);
        assertThat(new AuditStore(desked.database).of(other))
                .extracting(AuditEntry::what, AuditEntry::who, AuditEntry::why)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                AuditEntry.What.EXPORTED, "kim", "csv"));
    }

    @Test
    void theZipHoldsEachSketchInEveryForm() throws Exception {
        var zip = desked.bytes("/staff/ausgabe?form=zip&refs=" + one + "," + other);
        var names = new ArrayList<String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry())
                names.add(entry.getName());
        }
        assertThat(names)
                .contains(one + "/sketch.json", one + "/sketch.pdf", other + "/sketch.md")
                .endsWith("skizzen.csv");
    }

    @Test
    void choosingInTheListLeadsThere() throws Exception {
        var answer = desked.send("/staff", "/staff/auswahl", Map.of("ref", one, "do", "compare"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/staff/vergleich?refs=" + one);
    }
}
