// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What browsers are told about the language of a variant.
class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({
        "de, de, ltr",
        "de-einfach, de, ltr",
        "en-gb, en-gb, ltr",
        "ar, ar, rtl",
        "ar-einfach, ar, rtl",
        "ku-arab, ku-arab, rtl",
        "ar-latn, ar-latn, ltr",
    })
    void aVariantIsNamedAsBrowsersKnowIt(String variant, String tag, String direction) {
        assertThat(LanguageTag.of(variant)).isEqualTo(tag);
        assertThat(LanguageTag.direction(variant)).isEqualTo(direction);
    }
}
