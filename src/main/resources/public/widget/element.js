// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The card on the host page. It is all that is loaded before the first click; the panel comes after.
import css from './launcher.css' with { type: 'css' };

const WORDS = {
  de: { begin: 'Gespräch beginnen', pages: 'Lieber als Seiten ausfüllen', key: 'Weiter mit Schlüssel',
    failed: 'Das Gespräch lässt sich gerade nicht laden. Versucht es bitte noch einmal.' },
  en: { begin: 'Start the conversation', pages: 'Fill in as pages instead', key: 'Continue with a key',
    failed: 'The conversation cannot be loaded right now. Please try again.' },
};

class SkizzenLotse extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [css];
    const lang = this.closest('[lang]')?.lang.startsWith('en') ? 'en' : 'de';
    this.place = {
      base: new URL('./', import.meta.url).href,
      dialog: this.getAttribute('dialog') ?? '',
      variant: this.getAttribute('variant') ?? '',
      link: this.querySelector('a'),
      lang,
      close: () => this.launch(true),
    };
    this.launch();
    if (this.place.base.startsWith(location.origin + '/') && location.hash === '#weiter') {
      this.open('pages');
    } else if (this.isUnderWay()) {
      this.open('kept');
    }
  }

  launch(focus) {
    const words = WORDS[this.place.lang];
    const begin = button('main', this.place.link?.textContent.trim() || words.begin);
    begin.addEventListener('click', () => this.open('click'));
    const key = button('quiet', words.key);
    key.addEventListener('click', () => this.open('key'));
    const pages = document.createElement('a');
    pages.href = this.place.base + 'd/' + encodeURIComponent(this.place.dialog);
    pages.textContent = words.pages;
    const rest = document.createElement('p');
    rest.append(pages, key);
    const card = document.createElement('div');
    card.className = 'card';
    card.lang = this.place.lang;
    card.append(document.createElement('slot'), begin, rest);
    card.firstChild.name = 'text';
    this.shadowRoot.replaceChildren(card);
    if (focus) begin.focus();
  }

  async open(why) {
    try {
      const { open } = await import('./panel.js');
      await open(this.shadowRoot, this.place, why);
    } catch {
      const sorry = document.createElement('p');
      sorry.setAttribute('role', 'alert');
      sorry.textContent = WORDS[this.place.lang].failed;
      this.launch(true);
      this.shadowRoot.firstChild.append(sorry);
    }
  }

  isUnderWay() {
    try {
      return sessionStorage.getItem('skizzenlotse ' + this.place.base + this.place.dialog) !== null;
    } catch {
      return false;
    }
  }
}

function button(kind, text) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = kind;
  made.textContent = text;
  return made;
}

if (!customElements.get('skizzen-lotse')) customElements.define('skizzen-lotse', SkizzenLotse);
