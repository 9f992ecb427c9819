// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The words of the widget in English.
export const words = {
  next: 'Continue', more: 'More', close: 'Close', open: 'Conversation', answers: 'Answers so far',
  change: 'Change', pages: 'Fill in as pages',
  leave: 'End on this device', leaveNow: 'End now', keyShow: 'Show the key', leaveSure:
    'After that, only your return key leads back here.', sensitive:
    'This is rather confidential. Write only what the project needs.',
  why: 'Why do we ask this?', help: 'Help', examples: 'Examples', notice: 'Good to know',
  terms: 'Read all the details', note: 'In your words', voluntary: ' (optional)',
  row: 'Row', another: 'One more row', choose: 'Please choose an answer.',
  commands: 'What else you can do',
  read: 'This is how the team reads it', stillOpen: 'Still open – we will work that out together',
  number: 'Your number:', copy: 'Your copy:', asText: 'As text', asDocument: 'As a document (ODT)', asPdf: 'As PDF', meeting: 'Meeting for your calendar',
  asJson: 'As JSON', asFile: 'As a file (JSON)', asPage: 'Read as a page',
  wrong: 'That did not fit yet', sending: 'Sending …', loading: 'One moment …',
  offline: 'No connection right now. What you write stays here. We keep trying.',
  waiting: 'No connection right now. Your answer is kept here and will leave as soon as it can.',
  busy: 'We are busy right now and will try again in a moment.', back: 'Connected again.',
  elsewhere: 'The conversation went on elsewhere.', news: 'There is something new here.', moved: 'The conversation goes on as pages.',
  unsent: 'Your last answer is still on its way. After that you can go on as pages: please try again in a moment.',
  gone: 'Everything is erased. Nothing of this conversation is left with us.',
  revoked: 'You no longer take part here. Thank you for everything!',
  link: 'Link to take part', telegram: 'Go on in Telegram', matrix: 'Go on in Matrix (write the code there)', share: 'Send', others: 'Text for others', othersWhy:
    'Do others know something that you are missing? Pass the open questions on to them. We write to nobody: you decide who gets what.',
  othersOne: 'Pass on one question only', othersNone: 'Right now nothing is open that others could answer.',
  mine: 'My data', mineWhy: 'With consents, files and all messages, to take along or to read:',
  unknown: 'This conversation is not here any more. You can start anew or continue with your key.',
  failed: 'That did not work. Your words are still here. Please try again.',
  left: 'Nothing of your conversation is left on this device.', again: 'Start anew',
  key: 'Your return key', keyWhy: 'With it you can continue on any device. It is shown only this once.',
  keyCopy: 'Copy', keySave: 'Save as a file', keyPrint: 'Print', keyCopied: 'Copied.',
  keyAsk: 'Continue with your key', keyHint:
    'Upper or lower case, with or without dashes: pasting is enough.',
  keptHere: 'A conversation is still open here', keptWhy:
    'The other one would take its place. After that, only its own key leads back to this one.',
  keptGoOn: 'Go on in this conversation', keptPages: 'Go on in the conversation of the pages',
  ongoing: 'Something was already started here: it goes on where you were. What you said just now is not part of it.', cancel: 'Cancel', units:
    { days: 'days', weeks: 'weeks', months: 'months', years: 'years' },
  format: {
    date: 'Day, month and year, for example 31.1.2027', money: 'Amount in euros, for example 12500',
    email: 'for example name@example.org', url: 'for example https://example.org',
  },
  station: {
    _scope: 'Short or in full?', _impact: 'This is what changes', _confirm: 'Are you sure?',
    _typo: 'A quick question', _review: 'Your sketch before it leaves',
    _submitted: 'Your sketch has arrived', _paused: 'Pause', _closed: 'This conversation has ended',
  },
  command: {
    back: 'Back', why: 'Why this question?', help: 'Help', change: 'Change an answer',
    overview: 'Overview', pause: 'Pause', continue: 'Go on', person: 'Talk to a human',
    full: 'Go through all questions', deepen: 'Tell more about a part', language: 'Change the language',
    undo: 'Undo the last change', my_data: 'My data', files: 'Attach files', stop: 'Stop …',
    redact: 'Remove an answer …', start_over: 'Start anew …',
    retract: 'Take the sketch back …', withdraw: 'Withdraw consent …', erase: 'Erase everything …',
    key: 'Return key', no_reminders: 'No more reminders', reminders: 'Remind again',
    invite: 'Fill in together …', people: 'Who takes part?',
  },
  reason: {
    unknown: 'you do not know yet', later: 'you want to say later', refused: 'you do not want to say',
    removed: 'you removed it', not_asked: 'not asked yet', depends_on: 'depends on: ',
  },
  still: '', one: ' more question', many: ' more questions', to: ' to ', overall: 'In total ',
};
