// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The widget's own words; what a dialog says comes from its files.

const DE = {
  next: 'Weiter', more: 'Mehr', close: 'Schließen', open: 'Gespräch', answers: 'Bisherige Antworten',
  change: 'Ändern', language: 'Sprache ändern', pages: 'Als Seiten ausfüllen',
  leave: 'Auf diesem Gerät beenden', leaveNow: 'Jetzt beenden', keyShow: 'Schlüssel zeigen', leaveSure:
    'Danach kommt ihr nur mit eurem Rückkehr-Schlüssel hierher zurück.', sensitive:
    'Das ist eher vertraulich. Schreibt nur, was für das Vorhaben nötig ist.',
  why: 'Warum fragen wir das?', help: 'Hilfe dazu', examples: 'Beispiele', notice: 'Gut zu wissen',
  terms: 'Alles Weitere dazu lesen', note: 'In euren Worten', voluntary: ' (freiwillig)',
  row: 'Zeile', another: 'Noch eine Zeile', choose: 'Bitte wählt eine Antwort aus.',
  commands: 'Was ihr sonst tun könnt', now: 'bisher',
  read: 'So liest sie das Team', stillOpen: 'Noch offen – das klären wir zusammen',
  number: 'Eure Nummer:', copy: 'Eure Kopie:', asText: 'Als Text',
  asJson: 'Als JSON', wrong: 'Das hat noch nicht gepasst',
  sending: 'Wird gesendet …', loading: 'Einen Moment …',
  offline: 'Gerade keine Verbindung. Was ihr schreibt, bleibt hier. Wir versuchen es von selbst wieder.',
  waiting: 'Gerade keine Verbindung. Eure Antwort ist hier aufgehoben und geht los, sobald es wieder klappt.',
  busy: 'Gerade ist viel los. Wir versuchen es gleich von selbst noch einmal.', back: 'Wieder verbunden.',
  elsewhere: 'Das Gespräch ging an anderer Stelle weiter.',
  moved: 'Das Gespräch geht jetzt als Seiten weiter.',
  unsent: 'Eure letzte Antwort ist noch unterwegs. Danach geht es als Seiten weiter: Versucht es gleich noch einmal.',
  gone: 'Alles ist gelöscht. Von diesem Gespräch ist bei uns nichts mehr da.',
  revoked: 'Ihr macht hier nicht mehr mit. Danke für alles!',
  link: 'Link zum Mitmachen', share: 'Verschicken',
  unknown: 'Dieses Gespräch gibt es hier nicht mehr. Fangt neu an, oder macht mit eurem Schlüssel weiter.',
  failed: 'Das hat nicht geklappt. Eure Worte sind noch da. Versucht es noch einmal.',
  left: 'Auf diesem Gerät ist nichts mehr davon.', again: 'Neu anfangen',
  key: 'Euer Rückkehr-Schlüssel', keyWhy:
    'Damit macht ihr auf jedem Gerät weiter. Er wird nur dieses eine Mal gezeigt.',
  keyCopy: 'Kopieren', keySave: 'Als Datei speichern', keyPrint: 'Drucken', keyCopied: 'Kopiert.',
  keyAsk: 'Weiter mit eurem Schlüssel', keyLabel: 'Rückkehr-Schlüssel', keyHint:
    'Groß oder klein, mit oder ohne Striche: Einfügen genügt.',
  keptHere: 'Hier ist noch ein Gespräch offen', keptWhy:
    'Das andere käme an seine Stelle. In das jetzige kommt ihr dann nur mit dessen eigenem Schlüssel zurück.',
  keptGoOn: 'Im jetzigen Gespräch weitermachen', keptPages: 'Mit dem Gespräch der Seiten weitermachen',
  ongoing: 'Hier war schon etwas angefangen: Es geht weiter, wo ihr wart. Was ihr eben gesagt habt, ist nicht dabei.', cancel: 'Abbrechen', units:
    { days: 'Tage', weeks: 'Wochen', months: 'Monate', years: 'Jahre' },
  format: {
    date: 'Tag, Monat und Jahr, zum Beispiel 31.1.2027', money: 'Betrag in Euro, zum Beispiel 12.500',
    email: 'zum Beispiel name@beispiel.de', url: 'zum Beispiel https://beispiel.de',
  },
  station: {
    _scope: 'Kurz oder ausführlich?', _impact: 'Das ändert sich dadurch', _confirm: 'Seid ihr sicher?',
    _typo: 'Kurz nachgefragt', _review: 'Eure Skizze, bevor sie losgeht',
    _submitted: 'Eure Skizze ist angekommen', _paused: 'Pause', _closed: 'Dieses Gespräch ist zu Ende',
  },
  command: {
    back: 'Zurück', why: 'Warum diese Frage?', help: 'Hilfe', change: 'Antwort ändern',
    overview: 'Überblick', pause: 'Pause', continue: 'Weitermachen', person: 'Mit Menschen sprechen',
    full: 'Alle Fragen durchgehen', deepen: 'Einen Teil vertiefen', language: 'Sprache wechseln',
    undo: 'Letzte Änderung rückgängig machen', my_data: 'Meine Daten', files: 'Dateien anhängen', stop: 'Aufhören …',
    redact: 'Antwort entfernen …', start_over: 'Neu anfangen …', retract: 'Skizze zurückziehen …',
    withdraw: 'Einwilligung widerrufen …', erase: 'Alles löschen …', key: 'Rückkehr-Schlüssel',
    no_reminders: 'Keine Erinnerungen mehr', reminders: 'Wieder erinnern',
    invite: 'Zusammen ausfüllen …', people: 'Wer macht mit?',
  },
  reason: {
    unknown: 'wisst ihr noch nicht', later: 'wollt ihr später sagen', refused: 'wollt ihr nicht sagen',
    removed: 'habt ihr entfernt', not_asked: 'noch nicht gefragt', depends_on: 'hängt ab von: ',
  },
  still: 'noch ', one: ' Frage', many: ' Fragen', to: ' bis ', overall: 'Insgesamt ',
};

const EN = {
  next: 'Continue', more: 'More', close: 'Close', open: 'Conversation', answers: 'Answers so far',
  change: 'Change', language: 'Change language', pages: 'Fill in as pages',
  leave: 'End on this device', leaveNow: 'End now', keyShow: 'Show the key', leaveSure:
    'After that, only your return key leads back here.', sensitive:
    'This is rather confidential. Write only what the project needs.',
  why: 'Why do we ask this?', help: 'Help', examples: 'Examples', notice: 'Good to know',
  terms: 'Read all the details', note: 'In your words', voluntary: ' (optional)',
  row: 'Row', another: 'One more row', choose: 'Please choose an answer.',
  commands: 'What else you can do', now: 'so far',
  read: 'This is how the team reads it', stillOpen: 'Still open – we will work that out together',
  number: 'Your number:', copy: 'Your copy:', asText: 'As text', asJson: 'As JSON',
  wrong: 'That did not fit yet', sending: 'Sending …', loading: 'One moment …',
  offline: 'No connection right now. What you write stays here. We keep trying.',
  waiting: 'No connection right now. Your answer is kept here and will leave as soon as it can.',
  busy: 'We are busy right now and will try again in a moment.', back: 'Connected again.',
  elsewhere: 'The conversation went on elsewhere.', moved: 'The conversation goes on as pages.',
  unsent: 'Your last answer is still on its way. After that you can go on as pages: please try again in a moment.',
  gone: 'Everything is erased. Nothing of this conversation is left with us.',
  revoked: 'You no longer take part here. Thank you for everything!',
  link: 'Link to take part', share: 'Send',
  unknown: 'This conversation is not here any more. You can start anew or continue with your key.',
  failed: 'That did not work. Your words are still here. Please try again.',
  left: 'Nothing of your conversation is left on this device.', again: 'Start anew',
  key: 'Your return key', keyWhy: 'With it you can continue on any device. It is shown only this once.',
  keyCopy: 'Copy', keySave: 'Save as a file', keyPrint: 'Print', keyCopied: 'Copied.',
  keyAsk: 'Continue with your key', keyLabel: 'Return key', keyHint:
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

export function wordsOf(variant) {
  return variant.startsWith('en') ? EN : DE;
}

// An honest range of what is to come; empty where nothing is.
export function range(progress, words) {
  const inGroup = progress.group && progress.group_most > 0;
  const least = inGroup ? progress.group_least : progress.least;
  const most = inGroup ? progress.group_most : progress.most;
  if (most === 0) return '';
  const numbers = least === most ? most : least + words.to + most;
  const questions = most === 1 ? words.one : words.many;
  return (inGroup ? progress.group + ': ' : words.overall) + words.still + numbers + questions;
}
