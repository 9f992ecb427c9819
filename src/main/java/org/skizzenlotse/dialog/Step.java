// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of a group, in the order in which it is asked.
public sealed interface Step {

    /// The stable ID.
    StepId id();

    /// What makes the step relevant; reads earlier steps only.
    Condition when();

    /// The words of the dialog's own language.
    Wording wording();

    /// The words of other variants, by variant.
    Map<String, Wording> variants();

    /// The words in a variant, or the dialog's own where the variant has none.
    default Wording wording(String variant) {
        return variants().getOrDefault(variant, wording());
    }

    /// Something to say that needs no answer.
    record Notice(StepId id, Condition when, Wording wording, Map<String, Wording> variants)
            implements Step {
        /// Copies the map.
        public Notice {
            variants = Map.copyOf(variants);
        }
    }

    /// Something to ask.
    record Question(
            StepId id,
            AnswerType type,
            Condition when,
            Rules rules,
            Origin origin,
            Wording wording,
            Map<String, Wording> variants)
            implements Step {
        /// Copies the map.
        public Question {
            variants = Map.copyOf(variants);
        }

        /// Whether it is a consent without which nothing may be stored.
        public boolean isRequiredConsent() {
            return type instanceof AnswerType.Consent(_, var required) && required;
        }

        /// Whether its answer names or leads to somebody, whatever the file says.
        public boolean asksPersonal() {
            return rules.privacy().personal() || type.givesAway();
        }

        /// The open answers that are taken: those of the file. Where it names none, what nobody
        /// must answer can be left for later, and so can a file, for which one may have to go
        /// elsewhere. A decision has its no.
        public List<OpenStatus> openAnswers() {
            if (!rules.open().isEmpty()) return rules.open();
            return switch (type) {
                case AnswerType.File _ -> List.of(OpenStatus.LATER);
                case AnswerType.Consent _, AnswerType.Confirm _ -> List.of();
                case AnswerType.Text _, AnswerType.LongText _, AnswerType.Choice _ -> later();
                case AnswerType.Multi _, AnswerType.Numeric _, AnswerType.Money _ -> later();
                case AnswerType.Date _, AnswerType.Period _, AnswerType.Contact _ -> later();
                case AnswerType.Email _, AnswerType.Url _, AnswerType.Table _ -> later();
            };
        }

        private List<OpenStatus> later() {
            return rules.neededToSubmit() ? List.of() : List.of(OpenStatus.LATER);
        }
    }

    /// What holds for an answer, beyond its type.
    record Rules(
            boolean neededToSubmit,
            List<OpenStatus> open,
            boolean openFirst,
            List<Check> checks,
            boolean core,
            boolean sensitive,
            Privacy privacy) {
        /// Copies the lists.
        public Rules {
            open = List.copyOf(open);
            checks = List.copyOf(checks);
        }
    }

    /// A check of the answer's value; `index` finds its words in [Wording#checkTexts()]. An unknown
    /// `must` passes, an unknown `should` is silent.
    record Check(Severity severity, Condition holds, int index) {
        /// Refused, or asked back once.
        public enum Severity {
            MUST,
            SHOULD
        }
    }

    /// Whether an answer is personal, of a special category (DSGVO Art. 9), for what it is kept and
    /// for how long.
    record Privacy(boolean personal, boolean special, String purpose, @Nullable Period keep) {}

    /// Where a question comes from: the main step of a catalogue question, a detail of a main step,
    /// or neither.
    sealed interface Origin {
        /// The one main step of a question of the catalogue, by its ID (`A1` … `G5`).
        record Catalogue(String question) implements Origin {}

        /// A detail that feeds the section of this main step.
        record DetailOf(StepId step) implements Origin {}

        /// Working title, region and the like.
        record None() implements Origin {}
    }
}
