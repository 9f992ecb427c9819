// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// One file on its way up, in pieces (tus 1.0): whatever breaks goes on from what has arrived.
const PIECE_BYTES = 256 * 1024;
const PIECE_BYTES_MAX = 4 * 1024 * 1024;
const BRISK_MILLIS = 3_000;
const PIECE_MILLIS = 90_000;
const STEP_PERCENT = 10;
const PASSING = new Set([408, 409, 429, 502, 503, 504]);
const TUS = { 'Tus-Resumable': '1.0.0' };

export class Upload {
  // `heard` is told after each change; with words or a percentage where somebody should hear it.
  constructor(talk, file, step, id, heard) {
    Object.assign(this, { talk, file, step, id, heard });
    this.state = 'moving';
    this.offset = 0;
    this.said = 0;
    this.piece = PIECE_BYTES;
    this.token = talk.token;
    this.stopping = new AbortController();
  }

  async run() {
    let at = this.id ? undefined : 0;
    for (let tries = 0; this.state === 'moving'; ) {
      try {
        if (!this.id) await this.create();
        else if (at === undefined) at = await this.where();
        else if (at < this.file.size) at = await this.send(at);
        else this.state = 'done';
        tries = 0;
        this.progress(at);
      } catch (error) {
        if (this.state !== 'moving') return;
        if (error.final) this.fail(error.message);
        else await this.pause(tries++);
        at = undefined;
      }
    }
  }

  cancel() {
    this.state = 'cancelled';
    this.stopping.abort();
    if (this.id) {
      this.talk.ask('conversation/files/' + this.id, { method: 'DELETE' }).catch(() => {});
    }
  }

  async create() {
    const { step, talk, file } = this;
    const about = { filename: file.name, step, about: talk.about ?? '', replaces: this.replaces ?? '' };
    const metadata = Object.entries(about).map(([key, value]) => key + ' ' + base64(value));
    const answer = await this.ask('conversation/files', {
      method: 'POST',
      headers: { ...TUS, 'Upload-Length': this.file.size, 'Upload-Metadata': metadata.join(',') },
    });
    this.id = answer.headers.get('Location').split('/').at(-1);
    this.talk.remember(this.id, this.file);
  }

  async where() {
    const answer = await this.ask('conversation/files/' + this.id, { method: 'HEAD', headers: TUS });
    return offset(answer);
  }

  // The next piece; larger as long as they go briskly.
  async send(at) {
    const since = Date.now();
    const answer = await this.ask('conversation/files/' + this.id, {
      method: 'PATCH',
      headers: { ...TUS, 'Upload-Offset': at, 'Content-Type': 'application/offset+octet-stream' },
      body: this.file.slice(at, at + this.piece),
    });
    const brisk = Date.now() - since < BRISK_MILLIS;
    this.piece = brisk ? Math.min(this.piece * 2, PIECE_BYTES_MAX) : PIECE_BYTES;
    return offset(answer);
  }

  // What passes is thrown as it came, to be tried again; a no is final.
  async ask(path, options) {
    if (this.talk.closed || this.token !== this.talk.token) throw final('');
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(PIECE_MILLIS)]);
    const answer = await this.talk.ask(path, { ...options, signal });
    if (answer.ok) return answer;
    if (PASSING.has(answer.status)) throw new Error('passing');
    throw final((await answer.json().catch(() => ({}))).detail);
  }

  async pause(tries) {
    this.piece = PIECE_BYTES;
    if (!this.waiting) this.heard('waiting');
    this.waiting = true;
    await this.talk.rest(tries);
  }

  progress(at) {
    const back = this.waiting;
    this.waiting = false;
    if (at === undefined) return;
    this.offset = at;
    const percent = Math.floor((at / this.file.size) * 100 / STEP_PERCENT) * STEP_PERCENT;
    const news = percent > this.said || back;
    this.said = percent;
    if (this.state === 'done') this.heard('done');
    else if (news) this.heard(percent + ' %');
  }

  fail(why) {
    this.state = 'failed';
    this.why = why;
    this.heard(why || 'failed');
  }
}

function offset(answer) {
  const text = answer.headers.get('Upload-Offset');
  if (!text) throw final('');
  return Number(text);
}

function final(words) {
  return Object.assign(new Error(words ?? ''), { final: true });
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
