// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The card on the host page. It is all that is loaded before the first click; the panel comes
// after, with the words of its language.
import css from './launcher.css' with { type: 'css' };
import tokens from './tokens.css' with { type: 'css' };

const WORDS = {
  de: { begin: 'Gespräch beginnen', pages: 'Lieber als Seiten ausfüllen', key: 'Weiter mit Schlüssel',
    failed: 'Das Gespräch lässt sich gerade nicht laden. Versucht es bitte noch einmal.' },
  en: { begin: 'Start the conversation', pages: 'Fill in as pages instead', key: 'Continue with a key',
    failed: 'The conversation cannot be loaded right now. Please try again.' },
};

class SkizzenLotse extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.attachShadow({ mode: 'open' });
    const link = this.querySelector('a');
    this.place = {
      base: new URL('./', import.meta.url).href,
      dialog: this.getAttribute('dialog') ?? '',
      variant: this.getAttribute('variant') ?? '',
      title: (link?.querySelector('strong') ?? link)?.textContent.trim(),
      lang: this.closest('[lang]')?.lang.startsWith('en') ? 'en' : 'de',
      close: () => this.launch(true),
    };
    this.kin = 'skizzenlotse ' + this.place.base;
    // A link that is a card already stays what is seen, and opens the conversation in its place.
    this.link = link?.childElementCount ? link : undefined;
    this.link?.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open('click');
    });
    this.launch();
    const here = this.place.base.startsWith(location.origin + '/');
    if (here && location.hash === '#weiter-' + this.place.dialog) this.open('pages');
    else if (this.kept()) this.open('kept');
  }

  launch(focus) {
    this.removeAttribute('open');
    const first = this.link ?? button('main', this.place.title || WORDS[this.place.lang].begin);
    this.shadowRoot.adoptedStyleSheets = this.link ? [] : [tokens, css];
    this.shadowRoot.replaceChildren(this.link ? document.createElement('slot') : this.card(first));
    if (focus) first.focus();
  }

  card(begin) {
    const words = WORDS[this.place.lang];
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
    const text = document.createElement('slot');
    text.name = 'text';
    card.append(text, begin, rest);
    return card;
  }

  async open(why) {
    try {
      const { lang, variant } = this.place;
      const english = (variant || lang).startsWith('en');
      // The panel asks for its words; this way they come beside it.
      (english ? import('./words-en.js') : import('./words-de.js')).catch(() => {});
      const { open } = await import('./panel.js');
      this.setAttribute('open', '');
      this.place.tokens = tokens;
      this.place.kept = why === 'pages' ? undefined : this.kept();
      await open(this.shadowRoot, this.place, why);
    } catch {
      const sorry = document.createElement('p');
      sorry.setAttribute('role', 'alert');
      sorry.textContent = WORDS[this.place.lang].failed;
      this.launch(true);
      this.shadowRoot.append(sorry);
    }
  }

  // The dialog under which this tab keeps the conversation of this card: its own, or the one that
  // somebody went on to from it, unless that one has a card here itself.
  kept() {
    const read = (dialog) => JSON.parse(sessionStorage.getItem(this.kin + dialog));
    try {
      const { dialog } = this.place;
      const own = read(dialog);
      if (!own?.at) return own ? dialog : undefined;
      const cards = [...document.querySelectorAll('skizzen-lotse')];
      if (cards.some((one) => one.getAttribute('dialog') === own.at)) return undefined;
      return read(own.at) ? own.at : undefined;
    } catch {
      return undefined;
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
