// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The words around files.

const DE = {
  files: 'Eure Dateien', chooseFiles: 'Dateien auswählen', describe: 'Was ist darin zu sehen? (freiwillig)',
  download: 'Herunterladen', remove: 'Entfernen', replace: 'Ersetzen', room: 'Belegt', removed: 'entfernt', dismiss: 'Schließen',
  partly: '– {0} % sind da. Wählt die Datei noch einmal, dann geht es weiter.',
  filesMoving: 'Einen Moment noch: Eine Datei ist unterwegs.',
  filesMissing: 'Bitte wählt eine Datei aus. Oder lasst die Frage offen.',
  otherDevice: 'Von einem anderen Gerät', otherDeviceWhy:
    'Öffnet diese Adresse dort. Sie gilt einmal, 30 Minuten lang. Was ankommt, erscheint hier.',
  upload: { waiting: 'Gerade keine Verbindung. Es geht von selbst weiter.', done: 'angekommen',
    failed: 'Das hat nicht geklappt.' },
  scan: { pending: '– wird noch geprüft', infected: '– enthält Schadsoftware: Das Team bekommt sie nicht',
    failed: '– die Prüfung steht noch aus' }, cancel: 'Abbrechen', locale: 'de',
};

const EN = {
  files: 'Your files', chooseFiles: 'Choose files', describe: 'What does it show? (optional)',
  download: 'Download', remove: 'Remove', replace: 'Replace', room: 'Taken', removed: 'removed', dismiss: 'Close',
  partly: '– {0} % is there. Choose the file again to go on.',
  filesMoving: 'One moment: a file is on its way.',
  filesMissing: 'Please choose a file, or leave the question open.',
  otherDevice: 'From another device', otherDeviceWhy:
    'Open this address there. It works once, for 30 minutes. What arrives appears here.',
  upload: { waiting: 'No connection right now. It goes on by itself.', done: 'arrived',
    failed: 'That did not work.' },
  scan: { pending: '– still being checked', infected: '– contains malware: the team will not get it',
    failed: '– has not been checked yet' }, cancel: 'Cancel', locale: 'en',
};

export function fileWordsOf(variant) {
  return variant.startsWith('en') ? EN : DE;
}
