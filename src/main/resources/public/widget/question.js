// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The parts of a question around its controls.
import { disclosure, el, plain, press, rich } from './dom.js';
import { snapshot } from './fields.js';

// What is typed is kept with every stroke; `on`: send, keep, wrong.
export function form(expects, words, control, on) {
  const format = words.format[expects.type];
  const made = el('form', {
    novalidate: true,
    input: () => on.keep(snapshot(made)),
    submit: (event) => {
      event.preventDefault();
      const turn = control.read();
      if (turn) on.send(turn);
      else on.wrong([control.missing?.() ?? words.choose]);
    },
    keydown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) made.requestSubmit();
    },
  }, el('div', { id: 'wrong', class: 'wrong', role: 'alert' }),
  expects.sensitive && el('p', { class: 'soft' }, words.sensitive),
  format && el('p', { class: 'soft', id: 'format' }, format), control.nodes,
  control.read && el('button', { class: 'main' }, words.next));
  return made;
}

export function openAnswers({ step, open, open_texts: texts }, send) {
  return open.length > 0 && el('div', { class: 'open' }, open.map((one) => {
    const made = press('plain', plain(texts[one]), () => send({ step, open: one }));
    made.value = one;
    return made;
  }));
}

export function hints(expects, words) {
  const all = [
    expects.notice_html && disclosure(
      expects.type === 'consent' ? words.terms : words.notice, rich(expects.notice_html)),
    expects.why_html && disclosure(words.why, rich(expects.why_html)),
    expects.help_html && disclosure(words.help, rich(expects.help_html)),
    expects.examples && disclosure(words.examples,
      el('ul', null, expects.examples.map((one) => el('li', null, plain(one))))),
  ].filter(Boolean);
  return all.length > 0 && el('div', { class: 'hints' }, all);
}

// The question is the heading, unless a station or a consent has a shorter one; before it may
// stand what was said earlier. The review's list is shown as a summary of its own.
export function split(expects, words) {
  const blocks = rich(expects.html);
  const station = words.station[expects.step];
  if (station) {
    const lists = expects.step === '_review' ? blocks.filter((one) => one.localName === 'ul') : [];
    return { heading: station, body: blocks.filter((one) => !lists.includes(one)) };
  }
  if (expects.type === 'consent' && expects.short) return { heading: expects.short, body: blocks };
  const heading = blocks.at(-1)?.textContent.includes('?') ? blocks.at(-1) : blocks[0];
  const body = blocks.filter((one) => one !== heading);
  const only = heading?.childNodes.length === 1 && heading.firstChild;
  const end = only?.data?.lastIndexOf('?') + 1;
  if (end > 0 && only.data.slice(end).trim()) body.unshift(el('p', null, only.splitText(end)));
  return { heading: [...(heading?.childNodes ?? [])], body };
}
