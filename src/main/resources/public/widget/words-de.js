// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The words of the widget in German; what a dialog says comes from its files.
export const words = {
  next: 'Weiter', more: 'Mehr', close: 'Schließen', open: 'Gespräch', answers: 'Bisherige Antworten',
  change: 'Ändern', pages: 'Als Seiten ausfüllen',
  leave: 'Auf diesem Gerät beenden', leaveNow: 'Jetzt beenden', keyShow: 'Schlüssel zeigen', leaveSure:
    'Danach kommt ihr nur mit eurem Rückkehr-Schlüssel hierher zurück.', sensitive:
    'Das ist eher vertraulich. Schreibt nur, was für das Vorhaben nötig ist.',
  why: 'Warum fragen wir das?', help: 'Hilfe dazu', examples: 'Beispiele', notice: 'Gut zu wissen',
  terms: 'Alles Weitere dazu lesen', note: 'In euren Worten', voluntary: ' (freiwillig)',
  row: 'Zeile', another: 'Noch eine Zeile', choose: 'Bitte wählt eine Antwort aus.',
  commands: 'Was ihr sonst tun könnt',
  read: 'So liest sie das Team', stillOpen: 'Noch offen – das klären wir zusammen',
  number: 'Eure Nummer:', copy: 'Eure Kopie:', asText: 'Als Text', asDocument: 'Als Dokument (ODT)', asPdf: 'Als PDF', meeting: 'Treffen für den Kalender',
  asJson: 'Als JSON', asFile: 'Als Datei (JSON)', asPage: 'Als Seite lesen', wrong: 'Das hat noch nicht gepasst',
  sending: 'Wird gesendet …', loading: 'Einen Moment …',
  offline: 'Gerade keine Verbindung. Was ihr schreibt, bleibt hier. Wir versuchen es von selbst wieder.',
  waiting: 'Gerade keine Verbindung. Eure Antwort ist hier aufgehoben und geht los, sobald es wieder klappt.',
  busy: 'Gerade ist viel los. Wir versuchen es gleich von selbst noch einmal.', back: 'Wieder verbunden.',
  elsewhere: 'Das Gespräch ging an anderer Stelle weiter.', news: 'Hier gibt es etwas Neues.',
  moved: 'Das Gespräch geht jetzt als Seiten weiter.',
  unsent: 'Eure letzte Antwort ist noch unterwegs. Danach geht es als Seiten weiter: Versucht es gleich noch einmal.',
  gone: 'Alles ist gelöscht. Von diesem Gespräch ist bei uns nichts mehr da.',
  revoked: 'Ihr macht hier nicht mehr mit. Danke für alles!',
  link: 'Link zum Mitmachen', telegram: 'In Telegram weitermachen', matrix: 'In Matrix weitermachen (dort den Code schreiben)', share: 'Verschicken', others: 'Text für andere', othersWhy:
    'Andere wissen etwas, das euch fehlt? Gebt ihnen die offenen Fragen weiter. Wir schreiben niemandem: Ihr entscheidet, wer was bekommt.',
  othersOne: 'Nur eine Frage weitergeben', othersNone: 'Gerade ist nichts offen, was andere beantworten könnten.',
  mine: 'Meine Daten', mineWhy: 'Mit Einwilligungen, Dateien und allen Nachrichten, zum Mitnehmen oder Lesen:',
  unknown: 'Dieses Gespräch gibt es hier nicht mehr. Fangt neu an, oder macht mit eurem Schlüssel weiter.',
  failed: 'Das hat nicht geklappt. Eure Worte sind noch da. Versucht es noch einmal.',
  left: 'Auf diesem Gerät ist nichts mehr davon.', again: 'Neu anfangen',
  key: 'Euer Rückkehr-Schlüssel', keyWhy:
    'Damit macht ihr auf jedem Gerät weiter. Er wird nur dieses eine Mal gezeigt.',
  keyCopy: 'Kopieren', keySave: 'Als Datei speichern', keyPrint: 'Drucken', keyCopied: 'Kopiert.',
  keyAsk: 'Weiter mit eurem Schlüssel', keyHint:
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
