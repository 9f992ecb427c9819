// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
// What makes the team's pages quicker where scripts run: keys, and a word when something comes in.
// Without it everything works the same.

const on = document.body.dataset.shortcuts === 'on';

/** Where keys are letters: in fields, and with a key that browsers and screen readers use. */
function isTyping(event) {
  const target = event.target;
  return event.ctrlKey || event.altKey || event.metaKey
    || (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'));
}

function rows() {
  return [...document.querySelectorAll('[data-row]')];
}

function move(step) {
  const all = rows();
  const here = all.indexOf(document.activeElement);
  const next = all[Math.min(all.length - 1, Math.max(0, here + step))];
  if (next) next.focus();
  return Boolean(next);
}

function press(key) {
  if (key === 'j') return move(1);
  if (key === 'k') return move(-1);
  const named = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!named) return false;
  const around = named.closest('details');
  if (around) around.open = true;
  named.focus();
  return true;
}

if (on) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isTyping(event) || event.key.length !== 1) return;
    if (press(event.key)) event.preventDefault();
  });
}

/** A link to the list as it is now: nothing moves while somebody reads. */
function tell(place, words) {
  const link = document.createElement('a');
  link.href = location.pathname + location.search;
  link.textContent = words;
  place.replaceChildren(link);
  place.hidden = false;
}

const place = document.querySelector('[data-news]');
if (place) {
  const events = new EventSource('/staff/neues');
  events.addEventListener('news', () => tell(place, place.dataset.news));
  events.addEventListener('end', () => events.close());
  addEventListener('pagehide', () => events.close());
}
