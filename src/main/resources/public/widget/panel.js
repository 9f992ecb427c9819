// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The open conversation: one question at a time, what was said just now above it, and quiet ways
// to everything else.
import css from './panel.css' with { type: 'css' };
import { el, press, rich } from './dom.js';
import { controls, restore } from './fields.js';
import { box, keyBox, keyForm, leaving, linkBox, othersBox } from './key.js';
import { form, hints, openAnswers, split } from './question.js';
import { changeButton, copies, summary, taken } from './sketch.js';
import { Talk } from './talk.js';
import { commandBar, pagesForm } from './ways.js';
import { dirOf, langOf, range, wordsOf } from './words.js';

const LOGGED = new Set(['notice', 'reply', 'noted', 'reminder', 'link']);
const WITH_SKETCH = new Set(['_review', '_submitted', '_closed']);
const SLOW_MILLIS = 700;

// Opens in place of the card. `why`: click, key (asks for one), kept (after a reload), pages.
export async function open(root, place, why) {
  const panel = new Panel(root, place);
  panel.words = await wordsOf(place.variant || place.lang);
  await panel.open(why);
}

class Panel {
  constructor(root, place) {
    Object.assign(this, { root, place });
    this.talk = new Talk(place);
    const on = (type, act) => this.talk.addEventListener(type, ({ detail }) => act(detail));
    on('view', (own) => this.show(own));
    on('ongoing', () => this.say('ongoing'));
    on('heard', () => this.talk.view && this.showPast());
    on('anew', () => this.clear());
    on('sending', () => this.sending());
    on('online', () => this.connected());
    on('offline', () => this.say(this.talk.pending ? 'waiting' : 'offline'));
    on('busy', () => this.say('busy'));
    on('refused', (refused) => this.refused(refused));
    on('lost', (what) => this.end(what));
  }

  async open(why) {
    this.build();
    this.say('loading');
    if (why === 'key') {
      const asks = () => this.askKey();
      return this.talk.token ? this.askWhich(this.words.keyAsk, asks) : asks();
    }
    this.first = why === 'click';
    try {
      if (why === 'kept' && !this.talk.token) this.fold();
      else if (why === 'pages') await this.fromPages();
      else if (this.talk.token) await this.talk.resume();
      else await this.talk.begin();
    } catch (refused) {
      if (this.talk.closed) return;
      if (why === 'pages') this.fold();
      else if (refused.status === 401 || refused.status === 410) this.talk.lost(refused);
      else throw refused;
    }
  }

  build() {
    this.title = el('h2', null, this.talk.title || this.place.title || this.words.open);
    this.past = el('details', { class: 'past', hidden: true, toggle: () => this.readPast() },
      el('summary'), el('ol'));
    this.log = el('div', { class: 'log', role: 'log', 'aria-relevant': 'additions' });
    this.status = el('p', { class: 'status', role: 'status' });
    this.question = el('div', { class: 'question' });
    this.commands = el('div', { class: 'commands' });
    this.foot = el('div', { class: 'foot' });
    this.panel = el('section', { class: 'panel' },
      el('header', null, this.title, press('quiet close', this.words.close, () => this.fold())),
      this.past, this.question, this.status, this.commands, this.foot);
    this.translate();
    this.root.adoptedStyleSheets = [this.place.tokens, css];
    this.root.replaceChildren(this.panel);
  }

  translate(variant = this.place.variant || this.place.lang) {
    this.panel.lang = langOf(variant);
    this.panel.dir = dirOf(variant);
    this.panel.setAttribute('aria-label', this.title.textContent);
    this.log.setAttribute('aria-label', this.words.open);
    this.past.firstChild.textContent = this.words.answers;
    this.panel.querySelector('.close').textContent = this.words.close;
  }

  clear() {
    if (this.talk.title) this.title.textContent = this.talk.title;
    this.panel.setAttribute('aria-label', this.title.textContent);
    this.log.replaceChildren();
    this.shown = this.asked = undefined;
    this.said = 0;
  }

  // -- after each turn, and when something came from elsewhere --

  // In another language its words come first; without them it goes on in those of before.
  async show(own) {
    const { view } = this.talk;
    if (this.variant !== view.variant) {
      this.words = await wordsOf(view.variant).catch(() => this.words);
      this.translate((this.variant = view.variant));
      return this.show(own);
    }
    this.logNew(own);
    const { revision, commands, ...expects } = view.expects;
    const asked = JSON.stringify([expects, view.lifecycle, view.reference]);
    const errors = own ? this.errors() : [];
    const same = asked === this.asked;
    if (!same) this.ask(view, own, asked);
    this.wrong(errors);
    this.showPast();
    this.showCommands(view);
    this.release();
    if (own && view.key) this.log.append(keyBox(view.key, this.words, this.title.textContent));
    if (own && view.link)
      this.log.append(linkBox(new URL(view.link, this.talk.base).href, this.words, view));
    if (own && this.mine) this.log.append(this.mineBox());
    if (own && same && !errors.length) this.log.scrollIntoView({ block: 'nearest' });
  }

  // Each message enters the log once; before an own turn's messages the former ones leave it. On
  // coming back only the last turn is shown, inside a log that is not announced while it is made.
  logNew(own) {
    const { talk } = this;
    const last = new Set(talk.lastTurn());
    const fresh = talk.sorted().filter((one) => one.id > (this.said ?? 0) && LOGGED.has(one.kind));
    const shown = this.said ? fresh : fresh.filter((one) => last.has(one));
    if (own) {
      const stale = [...this.log.children].filter((node) => node.dataset.at !== [...last][0]?.at);
      stale.forEach((node) => node.remove());
    }
    this.said = talk.last;
    if (own && !this.log.isConnected) this.past.after(this.log);
    this.log.append(...shown.map((one) =>
      el('div', {
        class: 'message ' + one.kind, 'data-id': one.id, 'data-at': one.at,
        lang: one.lang && langOf(one.lang), dir: one.lang && dirOf(one.lang),
      }, rich(one.html))));
    if (!this.log.isConnected) this.past.after(this.log);
  }

  errors() {
    return this.talk.lastTurn().filter((one) => one.kind === 'error').map((one) => one.html);
  }

  ask(view, own, asked) {
    const elsewhere = this.asked && !own;
    const hadFocus = this.question.contains(this.root.activeElement);
    this.asked = asked;
    const { expects } = view;
    this.question.dataset.step = expects.step;
    const { words } = this;
    const { heading, body } = split(expects, words);
    const title = el('h3', { id: 'heading', tabindex: -1 }, heading);
    const send = (turn) => this.send(turn);
    this.control = controls(expects, words, send, this.talk);
    this.form = form(expects, words, this.control, {
      send,
      keep: (kept) => this.talk.draft(expects.step, kept),
      wrong: (errors) => this.wrong(errors),
    });
    const open = openAnswers(expects, send);
    const progress = expects.step === '_closed' ? '' : range(view.progress, words);
    this.question.replaceChildren(...[
      progress && el('p', { class: 'progress' }, progress), title,
      body.length && el('div', { class: 'body' }, body), this.receipt(view),
      hints(expects, words), expects.open_first && open, this.form, !expects.open_first && open,
    ].filter(Boolean));
    const kept = this.talk.drafts[expects.step];
    if (kept) restore(this.form, this.control, kept);
    if (WITH_SKETCH.has(expects.step)) this.addSummary(view);
    if (elsewhere) this.say(view.lifecycle === 'draft' ? 'elsewhere' : 'news');
    if (own || hadFocus) this.focus(title);
  }

  focus(title) {
    title.focus({ preventScroll: true });
    const still = this.first;
    this.first = false;
    (still ? this.panel : this.log.childElementCount ? this.log : this.question)
      .scrollIntoView({ block: 'nearest' });
    title.scrollIntoView({ block: 'nearest' });
  }

  receipt(view) {
    return view.reference && el('p', { class: 'number' }, this.words.number + ' ',
      el('strong', null, view.reference));
  }

  async addSummary(view) {
    const asked = this.asked;
    try {
      const parts = await this.sketch(view);
      if (asked !== this.asked || !parts.length) return;
      this.form[view.expects.step === '_review' ? 'before' : 'after'](
        copies(this.talk, this.words, view), ...parts);
    } catch {
      // Without a connection the question stands alone; it is drawn again with the next view.
      this.asked = undefined;
    }
  }

  sketch(view) {
    return summary(this.talk, this.words, this.changer(view));
  }

  // How an answer is changed from a list, where that can be done now.
  changer({ expects }) {
    return expects.commands.includes('change') && ((step) => this.change(step));
  }

  // What was said so far, each with a way to change it; opened, it is what counts.
  showPast() {
    const { view } = this.talk;
    const texts = new Map();
    const answers = new Map();
    for (const { kind, step, html } of this.talk.sorted()) {
      if (!step || step.startsWith('_')) continue;
      if (kind === 'question') texts.set(step, html);
      if (kind === 'said') answers.set(step, html);
    }
    answers.delete(view.expects.step);
    const hidden = !answers.size || WITH_SKETCH.has(view.expects.step);
    this.past.hidden = hidden;
    if (hidden) return;
    this.past.firstChild.textContent = `${this.words.answers} (${answers.size})`;
    const change = this.changer(view);
    this.past.lastChild.replaceChildren(...[...answers].map(([step, html]) => {
      const asked = rich(texts.get(step) ?? '');
      const label = (asked.findLast((one) => one.textContent.includes('?')) ?? asked[0])?.textContent;
      return el('li', null, el('p', { class: 'soft' }, label),
        el('div', { class: 'said' }, rich(html)),
        change && changeButton(step, label ?? step, this.words, change));
    }));
    this.readPast();
  }

  // What was typed need not be what counts: it may have been taken back, or come from another
  // dialog. So whoever opens the list reads the sketch as it is, where there is one already.
  async readPast() {
    if (!this.past.open || this.past.hidden) return;
    const { view } = this.talk;
    const parts = await this.sketch(view).catch(() => []);
    if (parts.length && view === this.talk.view) {
      this.past.lastChild.replaceChildren(el('li', null, ...parts));
    }
  }

  showCommands(view) {
    const { words } = this;
    const reminded = this.talk.lastTurn().some((one) => one.kind === 'reminder');
    const line = JSON.stringify(
      [view.expects.commands, words.more, view.variants, view.variant, reminded]);
    if (line === this.shown) return;
    this.shown = line;
    const others = view.expects.commands.includes('overview')
      && press('quiet', words.others, () => this.others());
    this.commands.replaceChildren(commandBar(
      view, words, (command, variant) => this.command(command, variant), reminded, others));
    this.foot.replaceChildren(this.pages(),
      leaving(words, () => this.command('key'), () => {
        this.talk.leave();
        this.end('left');
      }));
  }

  pages(text, to) {
    return pagesForm(this.talk, this.words, (what) => this.say(what), text, to);
  }

  // The overview tells the answers; all the rest is here.
  mineBox() {
    const { words, talk } = this;
    return box(words, words.mine, el('p', null, words.mineWhy),
      [this.pages(words.asPage, 'meine-daten'),
        taken(talk, 'data', words.asFile, words.mine.replace(' ', '-'), 'json')]);
  }

  // The open questions, for people who know the answer and do not take part.
  async others() {
    this.foldMenu();
    const { words, talk, log } = this;
    try {
      const answer = await talk.ask('conversation/open-questions', { headers: { Accept: 'text/plain' } });
      if (!answer.ok) return this.say(answer.status === 404 ? 'othersNone' : 'failed');
      const made = othersBox(await answer.text(), words, [
        taken(talk, 'open-questions', words.asDocument, words.others.replaceAll(' ', '-'), 'odt'),
        this.pages(words.othersOne, 'teilen')]);
      log.replaceChildren(made);
      made.scrollIntoView({ block: 'nearest' });
    } catch {
      this.say('offline');
    }
  }

  // -- what the person does --

  send(turn) {
    this.mine = turn.command === 'my_data';
    this.talk.send(turn);
  }

  foldMenu() {
    const menu = this.commands.querySelector('details');
    if (menu.contains(this.root.activeElement)) menu.firstChild.focus();
    menu.open = false;
  }

  command(command, variant) {
    this.foldMenu();
    const { step } = this.talk.view.expects;
    this.talk.about = command === 'files' && !step.startsWith('_') ? step : undefined;
    this.send({ command, variant });
  }

  change(step) {
    this.send({ command: 'change', step });
  }

  // -- how it is going --

  sending() {
    this.panel.dataset.busy = '';
    clearTimeout(this.slow);
    this.slow = setTimeout(() => this.say('sending'), SLOW_MILLIS);
  }

  release() {
    if (this.talk.pending) return;
    clearTimeout(this.slow);
    delete this.panel.dataset.busy;
    if (!['elsewhere', 'news'].includes(this.saying)) this.say('');
  }

  connected() {
    if (['offline', 'waiting', 'busy', 'unsent'].includes(this.saying)) this.say(this.talk.pending ? 'sending' : 'back');
    else if (this.saying === 'back' || this.saying === 'loading') this.say('');
  }

  // Polite and sparing: nothing is said twice.
  say(what) {
    if (this.saying === what) return;
    this.saying = what;
    this.status.textContent = what ? this.words[what] : '';
  }

  refused(refused) {
    this.release();
    this.wrong([this.words.failed, refused.message].filter(Boolean));
  }

  // What could not be used is said at once, and the focus goes to where it can be mended.
  wrong(errors) {
    const box = this.form?.querySelector('.wrong');
    if (!box) return;
    box.replaceChildren(...(errors.length
      ? [el('strong', null, this.words.wrong), ...errors.map((html) => el('div', null, rich(html)))]
      : []));
    const first = this.control.first?.();
    first?.toggleAttribute('aria-invalid', errors.length > 0);
    if (errors.length) (first ?? this.question.querySelector('h3')).focus();
  }

  // -- ways out and back in --

  fold() {
    this.talk.close();
    this.place.close();
  }

  end(what) {
    this.talk.close();
    const heading = el('h3', { tabindex: -1 }, this.words[what]);
    this.panel.replaceChildren(el('header', null, this.title), heading,
      press('main', this.words.again, () => this.place.close()));
    heading.focus();
  }

  async fromPages() {
    const token = await this.talk.ofPages();
    const takes = () => this.talk.takeOver(token);
    if (!this.talk.token || this.talk.token === token) await takes();
    else this.askWhich(this.words.keptPages, takes);
  }

  // Another conversation would take the place of the one that is open here: that is said before.
  askWhich(label, takes) {
    this.say('');
    const heading = el('h3', { tabindex: -1 }, this.words.keptHere);
    this.question.replaceChildren(heading, el('p', null, this.words.keptWhy), el('div',
      { class: 'cards' }, press('card main', this.words.keptGoOn, () => this.open('click')),
      press('card', label, takes)));
    heading.focus();
  }

  askKey() {
    this.say('');
    const { form: made, field } = keyForm(this.words, {
      back: (key) => this.talk.comeBack(key),
      wrong: (errors) => this.wrong(errors),
      fold: () => this.fold(),
    });
    this.form = made;
    this.control = { first: () => field };
    this.question.replaceChildren(
      el('h3', { id: 'heading' }, el('label', { for: 'key' }, this.words.keyAsk)), made);
    field.focus();
  }
}
