// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The key by which one comes back from any device: shown once, asked for, and thought of before
// somebody leaves.
import { el, press, save } from './dom.js';

// Something to take along: what it is, and the ways; `text` can be copied.
export function box(words, title, content, ways, text) {
  const said = el('span', { role: 'status' });
  const copy = text && navigator.clipboard && press('plain', words.keyCopy, async () => {
    await navigator.clipboard.writeText(text);
    said.textContent = words.keyCopied;
  });
  return el('div', { class: 'key' }, el('h3', null, title), content,
    el('div', { class: 'ways' }, copy, ways, said));
}

export function keyBox(key, words, title) {
  const text = `${title}\n${words.key}: ${key}\n`;
  return box(words, words.key, [el('output', null, key), el('p', null, words.keyWhy)], [
    press('plain', words.keySave, () =>
      save(new Blob([text], { type: 'text/plain' }), words.key.replaceAll(' ', '-') + '.txt')),
    press('plain', words.keyPrint, () => print(text))], key);
}

// The link for somebody else, or for another device; `view` knows where it goes on in messengers.
export function linkBox(link, words, view) {
  return box(words, words.link, el('output', null, link), [shared({ url: link }, words),
    ...['telegram', 'matrix'].map((one) => view[one]
      && el('a', { href: view[one], target: '_blank', rel: 'noreferrer' }, words[one]))], link);
}

// The open questions as a text that people pass on themselves.
export function othersBox(text, words, ways) {
  const field = el('textarea', { readonly: true, rows: 7, 'aria-label': words.others }, text);
  return box(words, words.others, [el('p', null, words.othersWhy), field],
    [shared({ text }, words), ways], text);
}

function shared(what, words) {
  return navigator.share && press('plain', words.share, () => navigator.share(what).catch(() => {}));
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
