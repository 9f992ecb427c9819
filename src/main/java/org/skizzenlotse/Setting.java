// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

/// Every setting: its default and what it does, as `serve --help` lists it. A setting is read from
/// the environment (`SKIZZENLOTSE_PORT`, or `PORT` alone) and else from `skizzenlotse.properties`
/// in the working directory. Those marked as needed in public have no default that could stand
/// before strangers.
enum Setting {
    PORT("8080", "Port des Webservers; 0 nimmt einen freien"),
    BIND("127.0.0.1", "Adresse, an der der Webserver hört; mit --public 0.0.0.0"),
    DATA("var", "Ordner für Daten, Schlüssel und Mails"),
    DIALOGS("dialogs", "Ordner mit den Dialogdateien"),
    DATABASE_URL(
            "", "Datenbank; leer: SQLite unter DATA (anderes folgt in einer späteren Version)"),
    PUBLIC_URL(
            "",
            "Adresse, unter der Menschen den Dienst erreichen, etwa https://lotse.example",
            true),
    EMBED_ORIGINS("", "Herkünfte, die die Schnittstelle aus dem Browser nutzen dürfen, mit Komma"),
    TRUSTED_PROXY("", "Adressen, deren X-Forwarded-For gilt, mit Komma"),
    TIMEZONE("Europe/Berlin", "Zeitzone für Fristen und Erinnerungen"),
    SMTP_URL(
            "",
            "Mailserver, etwa smtp://name:passwort@mail.example:587; leer: Mails als Dateien"
                    + " unter DATA/mail",
            true),
    STAFF_MAIL("team@localhost.invalid", "Adressen, an die Skizzen gehen, mit Komma", true),
    MAIL_FROM("skizzenlotse@localhost.invalid", "Absender der Mails", true),
    MAIL_FORWARD(
            "auto",
            "Was in der Mail ans Team steht: full (alles, mit PDF und JSON), notice (nur dass etwas"
                    + " da ist) oder auto (notice, sobald der Eingang ein Konto hat)"),
    WEBHOOK_URL("", "Adresse, die jede Einreichung als JSON bekommt; leer: keine"),
    WEBHOOK_SECRET("", "Geheimnis, mit dem diese Aufrufe unterschrieben sind, ab 16 Zeichen"),
    WEBHOOK_CONTENT("nein", "ja: die Skizze steht in diesen Aufrufen; nein: nur die Kennung"),
    STAFF_TELEGRAM_CHAT(
            "", "Nummer der Telegram-Gruppe des Teams, die von Einreichungen hört; leer: keine"),
    STAFF_MATRIX_ROOM(
            "", "Matrix-Raum des Teams, etwa !abc:example.org, der davon hört; leer: keiner"),
    STAFF_MATRIX_FILE("nein", "ja: PDF und JSON kommen in diesen Raum; nein: nur die Kennung"),
    METRICS_TOKEN("", "Wort, mit dem /metrics auch von außen zu lesen ist (Bearer)"),
    CONTROLLER("(Testbetrieb, CONTROLLER ist nicht gesetzt)", "Wer verantwortlich ist", true),
    CONTROLLER_ADDRESS("(CONTROLLER_ADDRESS ist nicht gesetzt)", "Anschrift dazu", true),
    CONTACT("(CONTACT ist nicht gesetzt)", "E-Mail-Adresse für Fragen", true),
    DPO("(DPO ist nicht gesetzt)", "Kontakt für den Datenschutz", true),
    SUPERVISOR("die Aufsichtsbehörde eures Bundeslandes", "Zuständige Aufsichtsbehörde"),
    RECIPIENTS("", "Wer Angaben außer dem Team bekommt, etwa wer den Server betreibt"),
    LEGAL_BASIS(
            "einwilligung",
            "Was die Verarbeitung erlaubt: einwilligung, interesse oder aufgabe; danach Ausnahmen"
                    + " für einzelne Zwecke, etwa aufgabe,treffen:einwilligung"),
    MIN_AGE("16", "Alter, unter dem jemand Erwachsenes mitschreiben soll; 0: kein Hinweis"),
    IMPRINT("", "Weitere Zeilen des Impressums, mit Strichpunkt: Vertretung, Register, Telefon"),
    ACCESSIBILITY_CHECKED("", "Tag, an dem ihr die Barrierefreiheit zuletzt geprüft habt"),
    SPRECHSTUNDE("die offene Datensprechstunde", "Wie die Sprechstunde zu erreichen ist"),
    DRAFT_DAYS("90", "Tage, die ein Entwurf nach dem letzten Lebenszeichen bleibt, ab 4"),
    SUBMITTED_MONTHS("12", "Monate, die eine Skizze nach dem Ende der Beratung bleibt", true),
    SUBMITTED_MONTHS_MAX("24", "Monate, die eine Skizze nach dem Einreichen höchstens bleibt"),
    ANSWER_DAYS("14", "Tage bis zur Antwort des Teams"),
    STATUSES(
            "",
            "Stände einer Skizze, mit Strichpunkt, eigene mit Wörtern, etwa"
                    + " reading;sprint=Im Datensprint;done; leer: die üblichen"),
    FILES_MB("96", "Megabyte, die alle Dateien eines Gesprächs zusammen haben dürfen"),
    FILES_TOTAL_GB("10", "Gigabyte, die alle Dateien zusammen haben dürfen"),
    DISK_FREE_MB("500", "Megabyte, die auf der Platte frei bleiben; darunter keine Dateien mehr"),
    CLAMD("", "Virenscanner clamd, etwa 127.0.0.1:3310; leer: niemand prüft Dateien"),
    TELEGRAM_TOKEN("", "Token des Bots von @BotFather; leer: kein Telegram"),
    TELEGRAM_API("https://api.telegram.org", "Adresse der Bot API"),
    TELEGRAM_WEBHOOK(
            "nein", "ja: Telegram ruft PUBLIC_URL auf; nein: der Dienst fragt selbst nach Neuem"),
    MATRIX_HOMESERVER(
            "",
            "Adresse des Matrix-Servers; leer: kein Matrix (braucht etwa 100 MB mehr Speicher)"),
    MATRIX_USER("", "Ganze Kennung des Bots, etwa @lotse:example.org"),
    MATRIX_PASSWORD("", "Passwort dieses Kontos"),
    MESSENGER_PAUSE_SECONDS(
            "8", "Sekunden ohne weitere Nachricht, nach denen eine freie Antwort vollständig ist"),
    AUTHOR_KEY(
            "",
            "Schlüssel für die Seiten unter /author, ab 20 Zeichen; leer: bei jedem Start ein"
                    + " neuer"),
    STAFF_IDLE_MINUTES("30", "Minuten ohne Aktivität, nach denen sich das Team neu anmeldet"),
    OIDC_ISSUER("", "Anmeldedienst des Teams (OpenID Connect), etwa https://sso.example/x"),
    OIDC_CLIENT("", "Kennung dieses Dienstes beim Anmeldedienst"),
    OIDC_SECRET("", "Geheimnis dazu"),
    OIDC_NAME("Anmeldedienst", "Wie der Anmeldedienst auf der Anmeldeseite heißt"),
    OIDC_ROLE_CLAIM("groups", "Angabe des Anmeldedienstes, in der Gruppen stehen"),
    OIDC_ROLES(
            "",
            "Gruppen und Rollen, etwa beratung:adviser,leitung:administrator; leer: wer Konten"
                    + " verwaltet, lässt alle einzeln zu"),
    CALL("", "Name eines Aufrufs mit Frist; leer: Skizzen sind immer willkommen"),
    CALL_UNTIL("", "Frist des Aufrufs, in der Zeit von TIMEZONE, etwa 2027-03-31T18:00"),
    CALL_PLACES("", "Plätze in diesem Aufruf; leer: wird nicht gesagt"),
    REQUESTS_PER_CONVERSATION("600", "Anfragen je Gespräch und Minute"),
    REQUESTS_PER_VISITOR("6000", "Anfragen je Adresse und Minute"),
    STARTS_PER_VISITOR("1000", "Neue Gespräche je Adresse und Stunde"),
    REQUESTS_OVERALL("60000", "Anfragen insgesamt je Minute");

    private final String standard;
    private final String means;
    private final boolean neededInPublic;

    Setting(String standard, String means) {
        this(standard, means, false);
    }

    Setting(String standard, String means, boolean neededInPublic) {
        this.standard = standard;
        this.means = means;
        this.neededInPublic = neededInPublic;
    }

    String standard() {
        return standard;
    }

    String means() {
        return means;
    }

    boolean isNeededInPublic() {
        return neededInPublic;
    }

    /// One line for the help.
    String help() {
        var shown = standard.isEmpty() ? "leer" : standard;
        var needed = neededInPublic ? ", mit --public nötig" : "";
        return "  %-26s %s (Vorgabe: %s%s)".formatted(name(), means, shown, needed);
    }
}
