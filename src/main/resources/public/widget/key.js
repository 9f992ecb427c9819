// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The key by which one comes back from any device: shown once, asked for, and thought of before
// somebody leaves.
import { el, press } from './dom.js';
import { save } from './sketch.js';

export function keyBox(key, words, title) {
  const said = el('span', { role: 'status' });
  const copy = press('plain', words.keyCopy, async () => {
    await navigator.clipboard.writeText(key);
    said.textContent = words.keyCopied;
  });
  const text = `${title}\n${words.key}: ${key}\n`;
  return el('div', { class: 'key' }, el('h3', null, words.key), el('output', null, key),
    el('p', null, words.keyWhy),
    el('p', null, navigator.clipboard && copy,
      press('plain', words.keySave, () =>
        save(new Blob([text], { type: 'text/plain' }), words.key.replaceAll(' ', '-') + '.txt')),
      press('plain', words.keyPrint, () => print(text)), said));
}

// The link for somebody else.
export function linkBox(link, words) {
  const said = el('span', { role: 'status' });
  const copy = press('plain', words.keyCopy, async () => {
    await navigator.clipboard.writeText(link);
    said.textContent = words.keyCopied;
  });
  return el('div', { class: 'key' }, el('h3', null, words.link), el('output', null, link),
    el('p', null, navigator.share && press('plain', words.share, () =>
      navigator.share({ url: link }).catch(() => {})), navigator.clipboard && copy, said));
}

// Only the key, not the host page around it.
function print(text) {
  const sheet = window.open('', '_blank');
  if (!sheet) return;
  const shown = sheet.document.createElement('pre');
  shown.textContent = text;
  sheet.document.body.append(shown);
  sheet.print();
  sheet.close();
}

// `on`: back (with the key, throws what refuses it), wrong, fold.
export function keyForm(words, on) {
  const field = el('input', { name: 'key', id: 'key', autocomplete: 'off', spellcheck: 'false',
    autocapitalize: 'characters', 'aria-describedby': 'key-hint wrong' });
  const made = el('form', {
    novalidate: true,
    submit: (event) => {
      event.preventDefault();
      on.back(field.value).catch((refused) => on.wrong([refused.message || words.failed]));
    },
  }, el('div', { id: 'wrong', class: 'wrong', role: 'alert' }),
  el('p', { class: 'soft', id: 'key-hint' }, words.keyHint), field,
  el('button', { class: 'main' }, words.next), press('quiet', words.cancel, on.fold));
  return { form: made, field };
}

// Without the key there is no way back: that is said before, and the key is offered.
export function leaving(words, show, leave) {
  const ask = press('quiet', words.leave, () => {
    place.replaceChildren(el('p', null, words.leaveSure),
      press('plain', words.keyShow, () => {
        place.replaceChildren(ask);
        show();
      }),
      press('plain', words.leaveNow, leave),
      press('quiet', words.cancel, () => {
        place.replaceChildren(ask);
        ask.focus();
      }));
    place.querySelector('button').focus();
  });
  const place = el('div', { class: 'leave' }, ask);
  return place;
}
