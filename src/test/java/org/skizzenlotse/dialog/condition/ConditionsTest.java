// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Reading;
import org.skizzenlotse.dialog.Readings;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Verdict;
import org.skizzenlotse.dialog.file.DialogText;

class ConditionsTest {
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String WHEN = "when: monat >= 8 && 'zeit' in ziele";

    @TempDir Path folder;

    private Condition when(String text) {
        var dialog = DialogText.sound().replaced(IDEA, WHEN, "when: " + text).dialog(folder);
        return dialog.question(new StepId("beginn")).orElseThrow().when();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{traeger: verein}              # \"traeger == 'verein'\"",
                "{traeger: [staat, firma]}      # \"traeger in ['staat', 'firma']\"",
                "{ziele: zeit}                  # \"'zeit' in ziele\"",
                "{ziele: [zeit, wissen]}        # \"'zeit' in ziele || 'wissen' in ziele\"",
                "{staatlich: true}              # staatlich",
                "{staatlich: false}             # \"!staatlich\"",
                "{einwilligung: true}           # einwilligung",
                "{stunden: 3}                   # stunden == 3",
                "{frist: 2027-01-31}            # \"frist == date('2027-01-31')\"",
                "{traeger: verein, stunden: 3}  # \"traeger == 'verein' && stunden == 3\""
            })
    void theShortFormAndCelMeanTheSame(String shortForm, String cel) {
        assertThat(when(cel)).isEqualTo(when(shortForm));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "traeger == 'verein'                    # TRUE",
                "traeger == 'staat'                     # FALSE",
                "traeger != 'staat'                     # TRUE",
                "'wissen' in ziele                      # UNKNOWN",
                "traeger == 'verein' && 'zeit' in ziele # UNKNOWN",
                "traeger == 'staat' && 'zeit' in ziele  # FALSE",
                "traeger == 'verein' || 'zeit' in ziele # TRUE",
                "!('zeit' in ziele)                     # UNKNOWN",
                "open(ziele)                            # TRUE",
                "answered(ziele)                        # FALSE",
                "stunden >= 2                           # TRUE",
                "2 > stunden                            # FALSE",
                "stunden == 3                           # TRUE",
                "stunden in [1, 3]                      # TRUE",
                "monat > 11                             # TRUE",
                "frist < date('2027-01-31')             # FALSE",
                "staatlich                              # FALSE",
                "!staatlich                             # TRUE",
                "plaetze > 5                            # UNKNOWN",
                "einwilligung                           # TRUE"
            })
    void celIsJudgedInThreeValues(String cel, Truth truth) {
        assertThat(when("\"" + cel + "\"").judge(new Sample()).truth()).isEqualTo(truth);
    }

    @Test
    void anUnknownVerdictNamesItsCause() {
        var verdict = when("\"'zeit' in ziele\"").judge(new Sample());

        assertThat(verdict.causes()).containsExactly(new Verdict.Cause("ziele", Verdict.Why.OPEN));
    }

    @Test
    void aDialogWithoutCelTextsNeedsNoCel() throws Exception {
        var sound = DialogText.sound().replaced(IDEA, WHEN, "when: {ziele: zeit}");
        sound.without("probe/outcomes.yaml");
        sound.replaced(
                IDEA,
                "    check:\n      - {should: \"value >= 2\", say: \"Das ist knapp."
                        + " Stimmt das?\"}\n",
                "");
        sound.replaced(
                "probe/dialog.yaml",
                "compute:\n  monat: {type: number, is: \"stunden * 4\","
                        + " label: Stunden im Monat}\n",
                "");

        assertThat(loadedBy(sound.write(folder))).noneMatch(name -> name.startsWith("dev.cel"));
    }

    @Test
    void theSameReadingSeesCelWhereACelTextStands() throws Exception {
        assertThat(loadedBy(DialogText.sound().write(folder)))
                .anyMatch(name -> name.startsWith("dev.cel"));
    }

    /// The classes that a Java of its own loads when it reads this folder.
    private static List<String> loadedBy(Path dialogs) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-Xlog:class+load:stdout",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReadAlone.class.getName(),
                                dialogs.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var out = process.inputReader()) {
            var lines = out.lines().toList();
            assertThat(process.waitFor()).as("%s", lines).isZero();
            return lines.stream().map(line -> line.replaceFirst("^(\\[[^]]*\\])+ ", "")).toList();
        }
    }

    /// An organisation with three hours a week that left its aims open.
    private static final class Sample implements Readings {
        private static final Map<String, Value> KNOWN =
                Map.of(
                        "traeger", new Value.Chosen("verein", ""),
                        "einwilligung", new Value.Decision(true),
                        "stunden", new Value.Quantity(new BigDecimal("3")));

        @Override
        public Reading answer(StepId step) {
            var value = KNOWN.get(step.value());
            if (value != null) return new Reading.Known(value);
            var why = open(step) ? Verdict.Why.OPEN : Verdict.Why.NOT_ASKED;
            return Reading.missing(step.value(), why);
        }

        @Override
        public boolean open(StepId step) {
            return step.value().equals("ziele");
        }

        @Override
        public Reading fact(String fact) {
            return fact.equals("frist")
                    ? new Reading.Known(new Value.Day(LocalDate.of(2027, 1, 31)))
                    : Reading.missing(fact, Verdict.Why.NOT_ASKED);
        }
    }
}
