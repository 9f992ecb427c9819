// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The controls of a question, by what it accepts. Each kind gives its nodes, reads the turn that
// they stand for (null where nothing is chosen), and says where the focus belongs.
import { el, plain, press } from './dom.js';

const ROWS_AT_FIRST = 3;
const LABELLED = { 'aria-labelledby': 'heading' };
const KEYBOARDS = { number: 'decimal', money: 'decimal', email: 'email', tel: 'tel', url: 'url' };
const FILLED_IN = { name: 'name', email: 'email', phone: 'tel', role: 'organization-title' };
const DESTROYS = new Set(['erase', 'withdraw', 'retract']);

export function controls(expects, words, send, talk) {
  const { type, step } = expects;
  if ((step.startsWith('_') && !type.endsWith('text')) || type === 'consent' || type === 'confirm') {
    return buttons(expects, send);
  }
  if (type === 'choice' || type === 'multi') return cards(expects, words);
  if (type === 'contact' || type === 'period') return members(expects, words);
  if (type === 'table') return table(expects, words);
  return type === 'file' ? fetched(expects, words, talk) : line(expects);
}

// What only questions for files need is fetched when the first one is asked.
function fetched(expects, words, talk) {
  const place = el('div', { tabindex: -1 }, words.loading);
  const control = { nodes: [place], first: () => place, read: () => null, missing: () => words.loading };
  const load = (tries) => import('./files.js')
    .catch(() => talk.rest(tries).then(() => load(tries + 1)));
  load(0).then(({ files }) => {
    const { nodes, ...made } = files(expects, talk);
    Object.assign(control, made);
    place.replaceChildren(...nodes);
  });
  return control;
}

function buttons(expects, send) {
  const nodes = expects.options.map((option, number) => {
    const strong = number === 0 && ['_review', '_result'].includes(expects.step);
    const kind = DESTROYS.has(option.id) ? 'card danger' : strong ? 'card main' : 'card';
    const made = press(kind, plain(option.text), () =>
      send({ step: expects.step, choose: [option.id] }));
    made.value = option.id;
    return made;
  });
  return { nodes: [el('div', { class: 'cards', role: 'group', ...LABELLED }, nodes)] };
}

function cards(expects, words) {
  const several = expects.type === 'multi';
  const now = expects.current?.value ?? {};
  const nodes = expects.options.map((option) => {
    const mark = el('input', {
      type: several ? 'checkbox' : 'radio', name: 'choose', value: option.id,
      checked: now.choose?.includes(option.id),
    });
    const card = el('div', { class: 'card option' }, el('label', { class: 'pick' }, mark,
      el('span', null, plain(option.text))));
    if (option.note) card.append(note(option, now.notes?.[option.id] ?? now.text ?? '', words));
    return card;
  });
  const group = el('fieldset', { ...LABELLED, role: several ? 'group' : 'radiogroup' }, nodes);
  const marks = () => [...group.querySelectorAll('[name=choose]:checked')];
  return {
    nodes: [group],
    first: () => marks()[0] ?? group.querySelector('input'),
    read: () => {
      const choose = marks().map((mark) => mark.value);
      const notes = choose.map((id) => group.querySelector(`[name="note.${id}"]`)?.value.trim());
      const text = notes.filter(Boolean).join('; ');
      return choose.length && { step: expects.step, choose, ...(text && { text }) };
    },
  };
}

// Shown by the style sheet where its option is chosen.
function note(option, value, words) {
  const label = words.note + (option.note === 'optional' ? words.voluntary : '');
  return el('label', { class: 'note' }, el('span', null, label),
    el('input', { name: 'note.' + option.id, value, autocomplete: 'off' }));
}

function line(expects) {
  const { type } = expects;
  const now = typed(expects.current?.value);
  const said = { name: 'text', ...LABELLED, 'aria-describedby': 'format wrong' };
  const field = type === 'long_text'
    ? el('textarea', { ...said, rows: 4, input: () => grow(field) }, now)
    : el('input', { ...said, value: now, type: type === 'email' || type === 'url' ? type : 'text',
      inputmode: KEYBOARDS[type], autocomplete: type === 'email' ? 'email' : 'off' });
  if (type === 'long_text') requestAnimationFrame(() => grow(field));
  return {
    nodes: [field],
    first: () => field,
    read: () => ({ step: expects.step, text: field.value }),
  };
}

export function grow(field) {
  field.style.blockSize = 'auto';
  field.style.blockSize = field.scrollHeight + 4 + 'px';
}

function typed(value = {}) {
  const number = value.number ?? value.amount;
  if (number !== undefined) return String(number).replace('.', ',');
  return value.text ?? (value.date ? german(value.date) : '');
}

function german(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}.${month}.${year}`;
}

function members(expects, words) {
  const now = expects.current?.value ?? {};
  const nodes = expects.fields.map((field) => {
    const value = String(now[field.name] ?? '');
    const shown = field.type === 'date' && value ? german(value) : value;
    return el('label', { class: 'field' }, el('span', null, field.label),
      field.name === 'unit' ? units(value, words) : input(field, field.name, shown));
  });
  const group = el('fieldset', LABELLED, nodes);
  return {
    nodes: [group],
    first: () => group.querySelector('input'),
    read: () => ({ step: expects.step, value: filled(group) }),
  };
}

function input(field, name, value) {
  return el('input', { name, value, inputmode: KEYBOARDS[field.type],
    autocomplete: FILLED_IN[name] ?? 'off' });
}

function units(now, words) {
  return el('select', { name: 'unit' }, el('option', { value: '' }),
    Object.entries(words.units).map(([value, text]) =>
      el('option', { value, selected: value === now }, text)));
}

function filled(group) {
  const all = [...group.querySelectorAll('[name]')].map((one) => [one.name, one.value.trim()]);
  return Object.fromEntries(all.filter(([, value]) => value));
}

function table(expects, words) {
  const rows = el('div');
  const add = (now = {}) => {
    const number = rows.childElementCount + 1;
    rows.append(el('fieldset', { class: 'row' }, el('legend', null, words.row + ' ' + number),
      expects.fields.map((field) => el('label', { class: 'field' },
        el('span', null, field.label), input(field, field.name, now[field.name] ?? '')))));
  };
  const now = expects.current?.value?.rows ?? [];
  for (let i = 0; i < Math.max(ROWS_AT_FIRST, now.length); i++) add(now[i]);
  const another = press('quiet', words.another, () => {
    add();
    rows.lastChild.querySelector('input').focus();
  });
  return {
    nodes: [el('fieldset', LABELLED, rows), another],
    first: () => rows.querySelector('input'),
    add,
    read: () => {
      const given = [...rows.children].map(filled).filter((row) => Object.keys(row).length);
      return { step: expects.step, value: { rows: given } };
    },
  };
}

// What stands in a form, and puts it back: typed words outlive every redraw and reload.
export function snapshot(form) {
  return [...form.querySelectorAll('[name]')].map((one) =>
    one.type === 'radio' || one.type === 'checkbox' ? one.checked : one.value);
}

export function restore(form, control, kept) {
  const all = () => [...form.querySelectorAll('[name]')];
  while (control.add && all().length < kept.length) control.add();
  all().forEach((one, i) => {
    if (kept[i] === undefined) return;
    if (typeof kept[i] === 'boolean') one.checked = kept[i];
    else one.value = kept[i];
    if (one.localName === 'textarea') requestAnimationFrame(() => grow(one));
  });
}
