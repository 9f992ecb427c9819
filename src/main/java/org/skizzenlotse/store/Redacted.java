// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.util.HashMap;
import java.util.Map;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.store.form.HappenedForm;
import org.skizzenlotse.store.form.MessageForm;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.Place;

/// What takes the place of what a change redacts, sealed, by number.
final class Redacted {
    private Redacted() {}

    static Map<Integer, Ciphertext> facts(Writable change) {
        var payloads = new HashMap<Integer, Ciphertext>();
        for (int number : change.rows().redaction().facts()) {
            var place = new Place("history", "" + number, "payload");
            var marker = HappenedForm.write(new Happened.Redacted());
            payloads.put(number, change.before().key().seal(place, marker));
        }
        return payloads;
    }

    static Map<Integer, Ciphertext> messages(Writable change) {
        var payloads = new HashMap<Integer, Ciphertext>();
        change.rows()
                .redaction()
                .messages()
                .forEach((number, message) -> {
                    var place = new Place("message", "" + number, "payload");
                    var sealed = change.before().key().seal(place, MessageForm.write(message));
                    payloads.put(number, sealed);
                });
        return payloads;
    }

    static Map<Integer, Ciphertext> sketches(Writable change) {
        var sealed = new HashMap<Integer, Ciphertext>();
        var key = change.before().key();
        change.rows()
                .redaction()
                .sketches()
                .forEach((revision, sketch) ->
                        sealed.put(revision, SubmissionStore.sealed(revision, sketch, key)));
        return sealed;
    }
}
