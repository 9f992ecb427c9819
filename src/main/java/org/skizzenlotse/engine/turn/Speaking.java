// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.Locale;
import java.util.Optional;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.parse.Menu;

/// In which variant a conversation goes on. Nothing that was said is lost by choosing another one,
/// and whatever interrupts goes on in it.
final class Speaking {
    private final Draft draft;

    Speaking(Draft draft) {
        this.draft = draft;
    }

    /// The other one, where there are two.
    Optional<String> other() {
        var variants = draft.dialog().variants();
        if (variants.size() != 2) return Optional.empty();
        return variants.stream().filter(one -> !one.equals(draft.now().variant())).findFirst();
    }

    /// The command: the variant that is named, the other one of two, or a list to choose from.
    void ask(String target) {
        var menu = new Menus(draft).menu(Stations.LANGUAGE);
        var named =
                target.isEmpty()
                        ? other()
                        : menu.pick(target)
                                .map(Menu.Pick::entry)
                                .or(() -> menu.near(target))
                                .map(Menu.Entry::id);
        if (menu.entries().size() < 2) only(Message.Kind.REPLY, target);
        else if (named.isPresent()) speak(named.get());
        else if (draft.now().lifecycle().isOpen()) choose(!target.isEmpty());
        else draft.reply(Phrase.LANGUAGE_WHICH);
    }

    /// Says that there is no other language, in the one that was asked for where it is known.
    void only(Message.Kind kind, String wanted) {
        var asked = wanted.split("-", 2)[0];
        var spoken = draft.speaks(asked) ? asked : draft.now().variant();
        var own = Locale.forLanguageTag(draft.dialog().head().language());
        var name = own.getDisplayLanguage(Locale.forLanguageTag(spoken));
        draft.sayIn(spoken, kind, Phrase.ONE_LANGUAGE, name);
    }

    private void choose(boolean wasUnknown) {
        draft.interrupt(new Aside.Choosing(Command.LANGUAGE));
        if (wasUnknown) draft.error(AnswerPhrase.NO_OPTION);
    }

    /// From now on in this variant.
    void speak(String variant) {
        if (draft.now().position().aside() instanceof Aside.Choosing(var what)
                && what == Command.LANGUAGE) draft.settle();
        if (!variant.equals(draft.now().variant())) draft.note(new Happened.Spoke(variant));
        draft.noted(Phrase.LANGUAGE_NOW);
        if (draft.now().answers().isEmpty()) new Calling(draft).begin();
        draft.speakAnew();
    }
}
