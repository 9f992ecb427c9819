// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The files of a question: chosen, on their way, arrived, described, taken away. What the server
// has is what counts: it is asked after every interruption, also after a reload.
import { el, press, save } from './dom.js';
import { fileWordsOf } from './filewords.js';
import { Upload } from './upload.js';

const LOOK_MILLIS = 5_000;

export function files(expects, talk) {
  const words = fileWordsOf(talk.view.variant);
  const list = el('ul', { class: 'files', 'aria-label': words.files });
  const status = el('p', { class: 'soft', role: 'status' });
  const room = el('p', { class: 'soft' });
  const accept = expects.uploads?.accept.map((one) => '.' + one).join(',');
  const chosen = el('input', {
    type: 'file', multiple: true, accept, change: () => choose(chosen),
  });
  let replaced;
  const other = el('input', {
    type: 'file', hidden: true, accept, change: () => choose(other, replaced),
  });
  const mine = () => talk.uploads.filter((one) => one.step === expects.step);
  const described = Object.fromEntries(
    (expects.current?.value?.files ?? []).map((one) => [one.id, one.description]));
  Object.assign(described, talk.drafts[expects.step + ' files']);
  let known = [];
  let looks = 0;
  const gone = new Set();

  // Of answers that overtake each other the one that was asked for last counts.
  async function look() {
    const now = ++looks;
    const answer = await talk.ask('conversation/files').catch(() => ({}));
    const all = answer.ok && await answer.json();
    if (!all || now !== looks) return;
    known = all.files.filter((one) => one.step === expects.step);
    room.textContent = `${words.room}: ${size(all.bytes, words)} / ${size(all.bytes_max, words)}`;
    draw();
  }

  function choose(input, replaces) {
    for (const file of input.files) {
      const before = known.find((one) => one.state === 'receiving'
        && one.name === file.name && one.size === file.size && talk.remembers(one.id, file));
      const upload = new Upload(talk, file, expects.step, before?.id, (news) => heard(upload, news));
      upload.replaces = replaces;
      talk.uploads.push(upload);
      upload.run();
    }
    input.value = '';
    draw();
  }

  function heard(upload, news) {
    if (news) status.textContent = `${upload.file.name}: ${words.upload[news] ?? news}`;
    if (upload.state === 'done') {
      talk.uploads = talk.uploads.filter((one) => one !== upload);
      described[upload.id] ??= described[upload.replaces];
      look();
    } else draw();
  }

  function draw() {
    const moving = mine();
    const shown = known.filter((one) => !gone.has(one.id)
      && !moving.some((upload) => upload.id === one.id && upload.state !== 'failed'));
    const focused = list.getRootNode().activeElement?.dataset?.file;
    list.replaceChildren(...moving.map(onItsWay), ...shown.map(arrived));
    if (focused) list.querySelector(`[data-file="${focused}"]`)?.focus();
  }

  function onItsWay(upload) {
    const percent = Math.floor((upload.offset / upload.file.size) * 10) * 10;
    const stop = () => {
      talk.uploads = talk.uploads.filter((one) => one !== upload);
      upload.cancel();
      draw();
    };
    return el('li', null, el('strong', null, upload.file.name), ' ',
      upload.state === 'failed'
        ? el('span', { class: 'wrong-file' }, upload.why || words.upload.failed)
        : el('span', { class: 'soft' }, upload.waiting ? words.upload.waiting : percent + ' %'),
      upload.state !== 'failed'
        && el('progress', { max: 100, value: percent, 'aria-label': upload.file.name }),
      button(upload.state === 'failed' ? words.dismiss : words.cancel, upload.file.name, stop));
  }

  function arrived(file) {
    const whole = file.state === 'ready';
    const field = whole && el('input', {
      value: described[file.id] ?? '', maxlength: 300, autocomplete: 'off', 'data-file': file.id,
      input: () => {
        described[file.id] = field.value;
        talk.draft(expects.step + ' files', described);
      },
    });
    return el('li', null, el('strong', null, file.name), ' ',
      el('span', { class: 'soft' }, `(${size(file.size, words)}) `, note(file, whole)),
      whole && el('label', { class: 'field' }, el('span', null, words.describe), field),
      whole && button(words.download, file.name, () => download(file)),
      whole && button(words.replace, file.name, () => {
        replaced = file.id;
        other.click();
      }),
      button(words.remove, file.name, () => remove(file)));
  }

  function note(file, whole) {
    if (whole) return words.scan[file.scan] ?? '';
    return words.partly.replace('{0}', Math.floor((file.received / file.size) * 100));
  }

  function button(text, name, act) {
    const made = press('quiet small', text, act);
    made.append(el('span', { class: 'unseen' }, ': ' + name));
    return made;
  }

  async function download(file) {
    const answer = await talk.ask(`conversation/files/${file.id}/content`).catch(() => ({}));
    if (answer.ok) save(await answer.blob(), file.name);
    else status.textContent = words.upload.failed;
  }

  // What belongs to an answer goes with the next answer; what does not, at once.
  async function remove(file) {
    gone.add(file.id);
    if (!file.attached) {
      await talk.ask('conversation/files/' + file.id, { method: 'DELETE' }).catch(() => {});
    }
    status.textContent = `${file.name}: ${words.removed}`;
    draw();
    chosen.focus();
  }

  const elsewhere = press('quiet', words.otherDevice, async () => {
    const body = JSON.stringify({ step: expects.step });
    const link = await talk.insist('conversation/upload-links', { body }).catch(() => null);
    if (!link) return;
    elsewhere.replaceWith(el('div', { class: 'key' }, el('p', null, words.otherDeviceWhy),
      el('output', null, link.url)));
    const looking = setInterval(() => (list.isConnected ? look() : clearInterval(looking)), LOOK_MILLIS);
  });

  look();
  return {
    nodes: [list, room, other, el('label', { class: 'field' }, el('span', null, words.chooseFiles), chosen), status,
      el('p', null, elsewhere)],
    first: () => chosen,
    missing: () => (mine().length ? words.filesMoving : words.filesMissing),
    read: () => {
      const ready = known.filter((one) => one.state === 'ready' && !gone.has(one.id));
      const moving = mine().some((one) => one.state !== 'failed');
      if (moving || !ready.length) return null;
      return {
        step: expects.step,
        files: ready.map(({ id, about }) => ({ id, about, description: described[id] ?? '' })),
      };
    },
  };
}

function size(bytes, words) {
  const megabytes = bytes / 1024 / 1024;
  const [number, unit] = megabytes >= 1 ? [megabytes, 'MB'] : [Math.ceil(bytes / 1024), 'KB'];
  return `${number.toLocaleString(words.locale, { maximumFractionDigits: 1 })} ${unit}`;
}
