// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.KnownTexts;

/// What a dialog says to everybody: the engine is run with a conversation that nobody leads, so
/// that no word of anybody can be in it.
final class Beforehand {
    private static final ConversationId NOBODY = new ConversationId("nobody");

    /// Versions and variants that run side by side.
    private static final int KEPT_MAX = 500;

    private final Engine engine;
    private final Map<String, Set<String>> replies = new ConcurrentHashMap<>();

    Beforehand(Engine engine) {
        this.engine = engine;
    }

    /// The texts that may be stored before this person agreed; `more` are known otherwise.
    KnownTexts texts(Dialog dialog, Conversation now, Given given, Set<String> more) {
        var variant = now.variant();
        var plain = given.beside(new Elsewhere(given.elsewhere().dialogs(), Map.of(), false));
        var began = engine.start(dialog, new Engine.Beginning(NOBODY, variant, null, ""), plain);
        if (replies.size() >= KEPT_MAX) replies.clear();
        var key = dialog.hash() + " " + variant + " " + plain.elsewhere().dialogs().hashCode();
        var known = replies.computeIfAbsent(key, _ -> replies(dialog, began, plain));
        var all = new HashSet<>(known);
        all.addAll(texts(began));
        all.addAll(more);
        all.add(engine.withdrawn(variant, now.reference()));
        return new KnownTexts(all);
    }

    /// To every command, and to a no.
    private Set<String> replies(Dialog dialog, Turn began, Given given) {
        var all = new HashSet<String>(engine.plain(began.after().variant()));
        for (var command : Command.values())
            all.addAll(reply(dialog, began, new Input.Commanded(command, ""), given));
        for (var consent : given.consents().texts().keySet())
            all.addAll(reply(dialog, began, new Input.Chose(consent, List.of("no"), ""), given));
        return Set.copyOf(all);
    }

    private List<String> reply(Dialog dialog, Turn began, Input input, Given given) {
        return texts(engine.turn(dialog, began.after(), input, given));
    }

    private static List<String> texts(Turn turn) {
        return turn.messages().stream().map(one -> one.text()).toList();
    }
}
