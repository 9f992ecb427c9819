// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// Makes elements without a line of HTML being parsed by the browser: Trusted Types may be strict.

const TAGS = new Set(['p', 'ul', 'ol', 'li', 'em', 'strong', 'a', 'br']);
const CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return made;
}

export function press(kind, text, act) {
  return el('button', { type: 'button', class: kind, click: act }, text);
}

// The blocks of a text that the server wrote as HTML; whatever is not in the small subset of
// dialogs becomes plain text.
export function rich(html) {
  const stack = [el('div')];
  for (const [, close, tag, rest, text] of html.matchAll(/<(\/?)([a-z]+)([^>]*)>|([^<]+)/g)) {
    const top = stack.at(-1);
    if (text !== undefined) top.append(decoded(text));
    else if (close) stack.length > 1 && stack.pop();
    else {
      const node = el(TAGS.has(tag) ? tag : 'span');
      const href = tag === 'a' && /href="((?:https?:|mailto:)[^"]*)"/i.exec(rest);
      if (href) {
        node.href = decoded(href[1]);
        node.target = '_blank';
        node.rel = 'noopener noreferrer';
      }
      top.append(node);
      if (tag !== 'br') stack.push(node);
    }
  }
  return [...stack[0].childNodes].filter((node) => node.nodeType === 1 || node.data.trim());
}

function decoded(text) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => CHARACTERS[name]);
}

// The words of a text in the Markdown subset, without its marks.
export function plain(text) {
  return text.replace(/\\([!-/:-@[-`{-~])|\*\*/g, (_, escaped) => escaped ?? '');
}

export function disclosure(label, content) {
  return el('details', null, el('summary', null, label), el('div', { class: 'told' }, content));
}

export function save(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
