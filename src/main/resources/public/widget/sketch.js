// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The sketch as staff will read it, and what people take along.
import { disclosure, el, press, save } from './dom.js';

// Sections with what was answered, each answer with a way to change it, then what is open.
export async function summary(talk, words, change) {
  const answer = await talk.ask('conversation/sketch', { headers: { Accept: 'application/json' } });
  if (!answer.ok) return [];
  const sketch = await answer.json();
  const sections = sketch.sections.map((pointer) =>
    pointer.slice(1).split('/').reduce((part, name) => part[name], sketch));
  const told = sections.filter((one) => one.status === 'answered');
  const open = sections.filter((one) => one.status === 'open');
  return [
    told.length > 0 && el('section', { class: 'sketch', 'aria-labelledby': 'sketch' },
      el('h4', { id: 'sketch' }, words.read), told.map((one) => section(one, words, change, sketch.people ?? {}))),
    open.length > 0 && disclosure(`${words.stillOpen} (${open.length})`,
      el('ul', null, open.map((one) => el('li', null, one.title + why(one, words))))),
  ].filter(Boolean);
}

function section(one, words, change, people) {
  const by = ({ by }) => by.split(',').map((each) => people[each]).join(', ');
  const entries = Object.entries(one.answers).map(([step, { label, display, provenance }]) =>
    el('div', { class: 'entry' },
      el('dt', { class: label === one.title && 'unseen' }, label), el('dd', null, display),
      by(provenance) && el('dd', { class: 'by soft' }, by(provenance)),
      change && el('dd', { class: 'change' }, changeButton(step, label, words, change))));
  return [el('h5', null, one.title), el('dl', null, entries)];
}

export function changeButton(step, label, words, change) {
  const made = press('quiet small', words.change, () => change(step));
  made.append(el('span', { class: 'unseen' }, ': ' + label));
  made.value = step;
  return made;
}

function why(one, words) {
  const reason = words.reason[one.reason];
  if (!reason) return '';
  return ': ' + reason + (one.reason === 'depends_on' ? (one.depends_on ?? []).join(', ') : '');
}

const FORMS = { md: 'text/markdown', odt: 'application/vnd.oasis.opendocument.text', pdf: 'application/pdf', json: 'application/json',
  ics: 'text/calendar' };

// A button that saves what the server has under this address, as one of these forms.
export function taken(talk, path, text, name, ending) {
  return press('quiet', text, async () => {
    const answer = await talk.ask('conversation/' + path, { headers: { Accept: FORMS[ending] } });
    if (answer.ok) save(await answer.blob(), `${name}.${ending}`);
  });
}

export function copies(talk, words, view) {
  const name = view.reference || talk.dialog;
  const copy = (text, ending) => taken(talk, 'sketch', text, name, ending);
  return el('p', { class: 'copies' }, words.copy + ' ', copy(words.asText, 'md'),
    copy(words.asDocument, 'odt'), copy(words.asPdf, 'pdf'), copy(words.asJson, 'json'),
    view.meets ? taken(talk, 'meeting', words.meeting, name, 'ics') : '');
}
