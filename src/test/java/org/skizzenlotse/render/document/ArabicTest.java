// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.Bidi;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Against ICU, which shares no code with ours.
class ArabicTest {
    private static final int ROUNDS = 5_000;
    private static final String LETTERS = "آأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوي ـ" + "،؟ (a1";

    @Test
    void lettersTakeTheFormsThatIcuGivesThem() throws Exception {
        var icu = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        for (int i = 0; i < ROUNDS; i++) {
            var text = text(chance);
            assertThat(Arabic.shaped(text)).as(text).isEqualTo(icu.shape(text));
            assertThat(Arabic.plain(Arabic.shaped(text))).isEqualTo(text);
        }
    }

    @Test
    void lettersJoinPastTheMarksAboveThem() {
        assertThat(Arabic.shaped("بَب")).isEqualTo("ﺑَﺐ");
    }

    @Test
    void whatRunsFromRightToLeftIsTurnedAsIcuTurnsIt() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        for (int i = 0; i < ROUNDS; i++) {
            var text = text(chance) + "(«";
            assertThat(new Directions.Order().reorderRTLTextToLTR(text))
                    .isEqualTo(Bidi.writeReverse(text, Bidi.DO_MIRRORING));
        }
    }

    private static String text(RandomGenerator chance) {
        var text = new StringBuilder();
        int length = 1 + chance.nextInt(12);
        for (int i = 0; i < length; i++)
            text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        return text.toString();
    }
}
