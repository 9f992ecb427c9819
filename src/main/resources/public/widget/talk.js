// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// One conversation over the network: what is known of it, what is on its way, and how it comes
// back after reload, standby and lost connections. Nothing is lost, because a turn is repeated
// under the same key until it is answered; nothing is doubled, because the server knows that key
// and messages carry numbers.
import { PATIENCE_MILLIS, Refused, Wire } from './wire.js';

const SILENCE_MILLIS = 40_000;

export class Talk extends Wire {
  constructor({ base, dialog, variant, kept = dialog }) {
    super(base);
    this.dialog = kept;
    this.variant = variant;
    this.place = this.placeOf(kept);
    this.anew();
    this.uploads = [];
    Object.assign(this, { drafts: {}, ...this.recall(this.place) });
    this.wake = () => {
      if (document.visibilityState === 'hidden') return;
      for (const waker of this.wakers) waker();
      if (this.stream && Date.now() - this.heardAt > PATIENCE_MILLIS) this.stream.abort();
      else if (this.view) this.refresh();
    };
    addEventListener('online', this.wake);
    document.addEventListener('visibilitychange', this.wake);
  }

  // What is known of messages and the view; the rest stays.
  anew() {
    this.view = null;
    this.messages = new Map();
    this.last = 0;
    this.known = 0;
  }

  // -- kept in this tab after the first click, or in memory where storage is blocked --

  placeOf(dialog) {
    return 'skizzenlotse ' + this.base + dialog;
  }

  recall(place) {
    try {
      const { token, pending, drafts = {}, title, sent } =
        JSON.parse(sessionStorage.getItem(place)) ?? {};
      return { token, pending, drafts, title, sent };
    } catch {
      return {};
    }
  }

  keep() {
    try {
      const { token, pending, drafts, title, sent } = this;
      sessionStorage.setItem(this.place, JSON.stringify({ token, pending, drafts, title, sent }));
    } catch {
      // It stays in memory.
    }
  }

  forget() {
    this.token = this.pending = this.title = this.sent = undefined;
    this.drafts = {};
    try {
      sessionStorage.removeItem(this.place);
    } catch {
      // Nothing was kept.
    }
  }

  // Which file an upload is of, so that it goes on after a reload with that file only.
  remember(id, file) {
    this.sent = { ...this.sent, [id]: file.lastModified };
    this.keep();
  }

  remembers(id, file) {
    return this.sent?.[id] === file.lastModified;
  }

  draft(step, kept) {
    this.drafts[step] = kept;
    this.keep();
  }

  // -- beginning, and ways in --

  // A page may name a language that the dialog does not have: then it is the dialog's own.
  async begin() {
    const { dialog, variant } = this;
    const open = (asked) =>
      this.insist('conversations', { body: JSON.stringify(asked), open: true });
    try {
      this.enter(await open({ dialog, ...(variant && { variant }) }));
    } catch (refused) {
      if (!variant || refused.status !== 400) throw refused;
      this.enter(await open({ dialog }));
    }
  }

  async resume() {
    this.accept(await this.insist('conversation'));
    this.listen();
    if (this.pending) this.deliver();
  }

  async comeBack(key) {
    this.enter(await this.insist('return', { body: JSON.stringify({ key }), open: true }));
  }

  // The token of the conversation that pages of the same origin hold in a cookie. They keep it.
  async ofPages() {
    const answer = await fetch(`${this.base}d/${this.dialog}/zum-chat`, { method: 'POST' });
    if (!answer.ok) throw new Refused(answer.status, {});
    return (await answer.json()).token;
  }

  async takeOver(token) {
    if (token !== this.token) this.begun(token);
    await this.resume();
  }

  // The dialog that comes next, with what was said here. A draft of it that is open in this tab
  // is not put away for that: it goes on. Where the former one was kept, it stands what came.
  async goOn({ dialog, title }, variant) {
    const place = this.placeOf(dialog);
    const known = this.recall(place);
    const draft = await this.draftOf(known.token);
    const asked = { dialog, variant, from: this.token };
    const opened = draft
      ?? await this.insist('conversations', { body: JSON.stringify(asked), open: true });
    try {
      sessionStorage.setItem(this.place, JSON.stringify({ at: dialog }));
    } catch {
      // It stays in memory.
    }
    Object.assign(this, { place, title });
    this.enter(opened, draft && known.drafts);
    if (draft) this.tell('ongoing');
  }

  async draftOf(token) {
    if (!token) return undefined;
    try {
      const headers = { Authorization: 'Bearer ' + token };
      const view = await this.insist('conversation', { headers, open: true });
      return view.lifecycle === 'draft' && view.progress.answered ? { ...view, token } : undefined;
    } catch (refused) {
      if (refused.status === 401 || refused.status === 410) return undefined;
      throw refused;
    }
  }

  // Another conversation: nothing that was on its way or typed in the former one is meant for it.
  begun(token, drafts = {}) {
    this.stop();
    this.anew();
    Object.assign(this, { token, pending: undefined, drafts, uploads: [], sent: undefined });
    this.keep();
  }

  enter(opened, drafts) {
    this.begun(opened.token, drafts);
    this.tell('anew');
    this.accept(opened, true);
    this.listen();
  }

  // -- turns --

  send(turn, path = 'conversation/turns') {
    if (this.pending) return;
    const key = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(36));
    const { revision } = this.view;
    const body = JSON.stringify({ ...turn, revision });
    this.pending = { key: key.join('-'), path, body, step: turn.step };
    this.keep();
    this.deliver();
  }

  // Going on is a part of the turn in which it was chosen: until it is done, the turn is pending,
  // so that nothing else is sent, and a reload repeats it.
  async deliver() {
    const { pending } = this;
    const { key, path, body, step } = pending;
    this.tell('sending');
    try {
      const view = await this.insist(path, { body, key });
      if (!view.messages.some((one) => one.kind === 'error')) delete this.drafts[step];
      if (!view.next) this.pending = undefined;
      this.keep();
      this.accept(view, true);
      if (view.next) await this.goOn(view.next, view.variant);
    } catch (refused) {
      if (this.closed || this.pending !== pending) return;
      this.pending = undefined;
      this.keep();
      if (!(refused instanceof Refused)) throw refused;
      if (refused.status === 401 || refused.status === 410) this.lost(refused);
      else this.tell('refused', refused);
      if (refused.status === 409 || refused.status === 422) this.refresh();
    }
  }

  // -- what is known --

  accept(view, own) {
    for (const message of view.messages) this.hear(message);
    this.known = Math.max(this.known, ...view.messages.map((one) => one.id));
    const newer = !this.view || view.revision >= this.view.revision;
    if (newer) this.view = view;
    this.dialog = this.view.dialog;
    this.tell('view', own);
    if (!newer || view.redacted) this.refresh();
  }

  hear(message) {
    this.messages.set(message.id, message);
    this.last = Math.max(this.last, message.id);
  }

  // What was said in the last turn: its messages share one time.
  lastTurn() {
    const { at } = this.messages.get(this.last) ?? {};
    return this.sorted().filter((one) => one.at === at);
  }

  sorted() {
    return [...this.messages.values()].sort((one, other) => one.id - other.id);
  }

  refresh() {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(async () => {
      const { token } = this;
      if (this.pending || !token || this.asking === token) return;
      this.asking = token;
      try {
        this.accept(await this.insist('conversation'));
      } catch (refused) {
        if (refused.status === 401 || refused.status === 410) this.lost(refused);
      } finally {
        if (this.asking === token) this.asking = undefined;
      }
    }, 50);
  }

  lost({ status, type }) {
    if (!this.token) return;
    this.forget();
    this.stop();
    const ended = status === 410 ? 'gone' : 'unknown';
    this.tell('lost', type?.endsWith('/revoked') ? 'revoked' : ended);
  }

  // -- the stream --

  async listen() {
    const mine = (this.listening = {});
    for (let tries = 0, again = false; this.listening === mine; again = true) {
      const since = Date.now();
      try {
        this.stream = new AbortController();
        const answer = await this.ask('conversation/messages', {
          headers: { 'Last-Event-ID': String(this.last) }, signal: this.stream.signal,
        });
        if (this.listening !== mine) return;
        if (answer.status === 401 || answer.status === 410)
          return this.lost(new Refused(answer.status, await answer.json().catch(() => ({}))));
        if (answer.ok) {
          this.tell('online');
          if (again) this.refresh();
          await this.read(answer.body.pipeThrough(new TextDecoderStream()).getReader(), mine);
        }
      } catch {
        if (this.listening === mine && tries > 0) this.tell('offline');
      }
      if (this.listening !== mine) return;
      tries = Date.now() - since > PATIENCE_MILLIS ? 0 : tries + 1;
      await (this.replaced ? this.waking() : this.rest(tries));
      this.replaced = false;
    }
  }

  async read(reader, mine) {
    for (let rest = ''; ; ) {
      this.heardAt = Date.now();
      const watch = setTimeout(() => this.stream.abort(), SILENCE_MILLIS);
      const { done, value } = await reader.read().finally(() => clearTimeout(watch));
      if (done || this.listening !== mine) return;
      const events = (rest + value).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const data = /^event: message\ndata: (.*)$/m.exec(event);
        if (data) this.overhear(JSON.parse(data[1]));
        else if (event.startsWith('event: replaced')) this.replaced = true;
      }
    }
  }

  // What came by the stream and not as the answer to a turn of ours was said from elsewhere.
  overhear(message) {
    if (this.messages.has(message.id)) return;
    this.hear(message);
    this.tell('heard');
    if (!this.pending && message.id > this.known) this.refresh();
  }

  stop() {
    clearTimeout(this.refreshing);
    this.listening = undefined;
    this.stream?.abort();
  }

  // Forgets the conversation here; the server forgets this device's token when it hears of it.
  leave() {
    this.ask('conversation/token', { method: 'DELETE', keepalive: true }).catch(() => {});
    this.forget();
    this.close();
  }

  close() {
    this.stop();
    this.closed = true;
    removeEventListener('online', this.wake);
    document.removeEventListener('visibilitychange', this.wake);
  }
}
