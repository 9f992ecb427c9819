// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The quiet ways to everything else.
import { el, press } from './dom.js';
import { langOf } from './words.js';

// A few in sight, the rest behind "Mehr"; withdrawing takes no more steps than agreeing did.
// Languages are offered in their own words while nothing is answered.
export function commandBar(view, words, run, reminded, extra) {
  const offered = view.expects.commands.filter((one) => words.command[one]);
  const stop = reminded ? ['no_reminders'] : [];
  const quick = ['continue', 'back', ...stop].filter((one) => offered.includes(one));
  const others = (view.variants ?? []).filter((one) => one.id !== view.variant);
  const offers = others.map(({ id, offer }) => {
    const made = press('quiet', offer, () => run('language', id));
    made.value = id;
    made.lang = langOf(id);
    return made;
  });
  const button = (command) => {
    const made = press('quiet', words.command[command], () => run(command));
    made.value = command;
    return made;
  };
  const shown = (one) => one === 'withdraw' || quick.includes(one);
  return el('div', { role: 'group', 'aria-label': words.commands }, offers, quick.map(button),
    el('details', { class: 'more' }, el('summary', null, words.more),
      el('div', { class: 'list' }, offered.filter((one) => !shown(one)).map(button), extra)),
    offered.filter((one) => one === 'withdraw').map(button));
}

// The same conversation as pages: its token goes in the body of a form, never in an address. It
// stays here, too: pages that cannot be reached have lost nothing. An answer leaves before. `to` is
// one of the pages beside the conversation.
export function pagesForm(talk, words, say, text = words.pages, to = '') {
  const here = talk.base.startsWith(location.origin + '/');
  const token = el('input', { type: 'hidden', name: 'token' });
  return el('form', {
    method: 'post', action: `${talk.base}d/${talk.dialog}/aus-dem-chat`,
    target: here ? '_self' : '_blank', rel: here ? undefined : 'noopener',
    submit: (event) => {
      token.value = talk.token;
      if (talk.pending) event.preventDefault();
      if (talk.pending || !here) say(talk.pending ? 'unsent' : 'moved');
    },
  }, token, el('input', { type: 'hidden', name: 'to', value: to }),
  el('button', { class: 'quiet' }, text));
}
