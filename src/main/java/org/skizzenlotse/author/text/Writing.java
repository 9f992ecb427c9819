// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.skizzenlotse.dialog.Problem;

/// Puts the texts of one sheet into their file: all that were changed, or none.
final class Writing {
    private final Bookcase bookcase;
    private final List<Problem> known;

    /// Into these files, in which these things were found before.
    Writing(Bookcase bookcase, List<Problem> known) {
        this.bookcase = bookcase;
        this.known = known;
    }

    /// A text that was sent: what stood there when the page was shown, and what shall stand there.
    record Sent(String was, String now) {}

    /// A text that was put in place of another.
    record Changed(TextField field, String before, String after) {}

    /// What becomes of it.
    sealed interface Result {
        /// Everything stands where it belongs; hints are what the checker says about it.
        record Done(List<Changed> changed, List<Problem> hints) implements Result {}

        /// Nothing was different.
        record Same() implements Result {}

        /// Somebody else changed these fields meanwhile; nothing was written.
        record Meanwhile(List<TextField> fields) implements Result {}

        /// The dialog would have these mistakes; nothing was written.
        record Wrong(List<Problem> found) implements Result {}

        /// The file has no place for this text.
        record NoPlace(TextField field) implements Result {}
    }

    /// Changes the fields of a sheet, as it is now, by their keys.
    Result write(Supplier<TextFields.Sheet> current, Map<String, Sent> sent) {
        var sheet = current.get();
        var wanted = new LinkedHashMap<TextField, String>();
        var meanwhile = new ArrayList<TextField>();
        sent.forEach((key, one) ->
                sheet.field(key)
                        .ifPresent(field -> {
                            if (one.now().equals(one.was()) || one.now().equals(field.value()))
                                return;
                            if (!field.value().equals(one.was())) meanwhile.add(field);
                            else wanted.put(field, one.now());
                        }));
        if (!meanwhile.isEmpty()) return new Result.Meanwhile(meanwhile);
        if (wanted.isEmpty()) return new Result.Same();
        return write(wanted);
    }

    private Result write(Map<TextField, String> wanted) {
        var file = wanted.keySet().iterator().next().file();
        var before = bookcase.text(file);
        var text = before;
        var changed = new ArrayList<Changed>();
        for (var one : wanted.entrySet()) {
            var field = one.getKey();
            var now =
                    YamlText.of(text)
                            .flatMap(yaml -> yaml.with(field.part().pointer(), one.getValue()));
            if (now.isEmpty()) return new Result.NoPlace(field);
            text = now.get();
            changed.add(new Changed(field, field.value(), one.getValue()));
        }
        var found = bookcase.found(file, text, known);
        if (found.stream().anyMatch(Problem::isError)) return new Result.Wrong(found);
        if (!bookcase.write(file, before, text))
            return new Result.Meanwhile(List.copyOf(wanted.keySet()));
        return new Result.Done(changed, found);
    }
}
