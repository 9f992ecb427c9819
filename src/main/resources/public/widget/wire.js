// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// Requests that do not give up: a lost connection and a busy server are waited out.

export const PATIENCE_MILLIS = 20_000;
const FIRST_REST_MILLIS = 400;
const REST_MAX_MILLIS = 30_000;
const PASSING = new Set([408, 429, 502, 503, 504]);

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || '');
    this.status = status;
    this.type = problem.type;
  }
}

export class Wire extends EventTarget {
  constructor(base) {
    super();
    this.base = base;
    this.api = base + 'api/v1/';
    this.wakers = new Set();
  }

  ask(path, { headers, key, open, token = this.token, ...options } = {}) {
    const all = { ...headers };
    if (token && !open) all.Authorization = 'Bearer ' + token;
    if (key) all['Idempotency-Key'] = key;
    if (options.body) all['Content-Type'] ??= 'application/json';
    if (options.body || key) options.method ??= 'POST';
    return fetch(this.api + path, { credentials: 'omit', cache: 'no-store', ...options, headers: all });
  }

  // Asks until there is an answer; what will not change by asking again is thrown. An answer for
  // a conversation that is not the one of this moment any more is nobody's: it is dropped.
  async insist(path, options = {}) {
    const { token } = this;
    const check = () => {
      if (this.closed || (!options.open && token !== this.token)) throw new Refused(0, {});
    };
    for (let tries = 0; ; tries++) {
      let wait = 0;
      check();
      try {
        const signal = AbortSignal.timeout(PATIENCE_MILLIS);
        const answer = await this.ask(path, { token, ...options, signal });
        const json = await (answer.ok ? answer.json() : answer.json().catch(() => ({})));
        check();
        if (answer.ok) {
          this.tell('online');
          return json;
        }
        if (!PASSING.has(answer.status)) throw new Refused(answer.status, json);
        wait = Number(answer.headers.get('Retry-After') ?? 0) * 1000;
        this.tell('busy');
      } catch (error) {
        if (error instanceof Refused) throw error;
        check();
        this.tell('offline');
      }
      await this.rest(tries, wait);
    }
  }

  // Longer from try to try, never all at once, and cut short when the network is back.
  rest(tries, least = 0) {
    const most = Math.min(REST_MAX_MILLIS, FIRST_REST_MILLIS * 2 ** Math.min(tries, 7));
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, least + most * (0.3 + 0.7 * Math.random()));
      if (!least) this.wakers.add(done);
    });
  }

  // Until somebody looks here again: a newer window has taken the place of this one.
  waking() {
    return new Promise((resolve) => {
      const done = () => {
        this.wakers.delete(done);
        resolve();
      };
      this.wakers.add(done);
    });
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
