// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;

/// One thing that is different in a new version. It explains itself where every answer given before
/// keeps its validity and its meaning (DESIGN section 5, "Versions").
public sealed interface Change {
    /// Whether conversations can go on with it at once.
    boolean explainsItself();

    /// Something about one step. Steps of the earlier version have the name of the new one.
    sealed interface OfStep extends Change {
        /// The step.
        StepId step();
    }

    /// Which words of a step.
    enum Field {
        TEXT("Wortlaut"),
        SHORT("Kurzform"),
        WHY("Begründung"),
        HELP("Hilfe"),
        EXAMPLES("Beispiele"),
        NOTICE("Hinweis"),
        OPTIONS("Wortlaut der Möglichkeiten"),
        OPEN("Wortlaut offener Antworten"),
        CHECKS("Wortlaut der Prüfungen"),
        VARIANTS("Übersetzungen");

        private final String german;

        Field(String german) {
            this.german = german;
        }

        /// What authors call it.
        public String german() {
            return german;
        }
    }

    /// Other words, which do not change what an answer means.
    record Words(StepId step, Set<Field> fields) implements OfStep {
        /// Copies the set.
        public Words {
            fields = Set.copyOf(fields);
        }

        @Override
        public boolean explainsItself() {
            return true;
        }
    }

    /// The words of a consent: what was agreed to is another text now.
    record ConsentWords(StepId step) implements OfStep {
        @Override
        public boolean explainsItself() {
            return false;
        }
    }

    /// Options that were not there, by ID.
    record OptionsNew(StepId step, List<String> options) implements OfStep {
        /// Copies the list.
        public OptionsNew {
            options = List.copyOf(options);
        }

        @Override
        public boolean explainsItself() {
            return true;
        }
    }

    /// An option that is not there any more.
    record OptionGone(StepId step, String option) implements OfStep {
        @Override
        public boolean explainsItself() {
            return false;
        }
    }

    /// What may be noted beside an option; `stricter` where an answer may lack it or have too much.
    record OptionNote(StepId step, String option, boolean stricter) implements OfStep {
        @Override
        public boolean explainsItself() {
            return !stricter;
        }
    }

    /// Another type, by the names in the files.
    record Type(StepId step, String before, String after) implements OfStep {
        @Override
        public boolean explainsItself() {
            return false;
        }
    }

    /// Other limits, units or columns of the same type.
    record Limits(StepId step, boolean stricter) implements OfStep {
        @Override
        public boolean explainsItself() {
            return !stricter;
        }
    }

    /// Checks came or became others (`stricter`), or went.
    record Checked(StepId step, boolean stricter) implements OfStep {
        @Override
        public boolean explainsItself() {
            return !stricter;
        }
    }

    /// Whether it is needed to hand in.
    record Needed(StepId step, boolean now) implements OfStep {
        @Override
        public boolean explainsItself() {
            return !now;
        }
    }

    /// An open answer is possible now, or not any more.
    record OpenAnswers(StepId step, boolean fewer) implements OfStep {
        @Override
        public boolean explainsItself() {
            return !fewer;
        }
    }

    /// When it is asked.
    record Relevance(StepId step) implements OfStep {
        @Override
        public boolean explainsItself() {
            return false;
        }
    }

    /// What else an answer stands for: which question of the catalogue, whether it is part of the
    /// short form, whether it is personal, for what and how long it is kept.
    record Standing(StepId step, Of of) implements OfStep {
        /// What of it.
        public enum Of {
            CATALOGUE("gehört zu einer anderen Frage des Katalogs"),
            SHORT_FORM("Kurzfassung geändert"),
            PRIVACY("Zweck oder Aufbewahrung geändert");

            private final String german;

            Of(String german) {
                this.german = german;
            }

            /// What authors call it.
            public String german() {
                return german;
            }
        }

        @Override
        public boolean explainsItself() {
            return false;
        }
    }

    /// It comes at another place among those that were there before.
    record Place(StepId step) implements OfStep {
        @Override
        public boolean explainsItself() {
            return false;
        }
    }

    /// A new question; `binding` where nobody can hand in without it.
    record StepNew(StepId step, boolean binding) implements OfStep {
        @Override
        public boolean explainsItself() {
            return !binding;
        }
    }

    /// A question that is not asked any more.
    record StepGone(StepId step) implements OfStep {
        @Override
        public boolean explainsItself() {
            return false;
        }
    }

    /// Something that is only said came, went or is said in other words.
    record Notices(Set<StepId> steps) implements Change {
        /// Copies the set.
        public Notices {
            steps = Set.copyOf(steps);
        }

        @Override
        public boolean explainsItself() {
            return true;
        }
    }

    /// A part that is no step: `name` says which one of its kind (empty: the whole); `meaning`
    /// where it is more than words.
    record OfPart(Part part, String name, boolean meaning) implements Change {
        @Override
        public boolean explainsItself() {
            return !meaning;
        }
    }
}
