// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Browser;
import org.skizzenlotse.channel.web.Looks;

/// The pages of signing in and of accounts, in a browser: whether everybody can use them, and how
/// they look.
@Timeout(120)
class StaffPagesBrowserTest {
    @TempDir Path folder;

    @Test
    void settingUpSigningInAndLookingAfterAccountsWorkForEverybody() throws Exception {
        try (var office = Office.open(folder, new Beginning());
                var browser = Browser.open();
                var context = browser.visitor(true, 1100, 844);
                var client = HttpClient.newHttpClient()) {
            var looks = new Looks("staff");
            var app = new Colleague(client, office.address());
            var page = context.newPage();
            var link = office.firstLink();
            page.navigate(link);
            app.get(java.net.URI.create(link).getPath());
            looks.at(page, "set-up");

            page.getByLabel("Name", exactly()).fill("Kim Beispiel");
            page.getByLabel("Anmeldename").fill("kim");
            page.getByLabel("Neues Passwort", exactly()).fill(Colleague.PASSWORD);
            page.getByLabel("Neues Passwort noch einmal").fill("ein anderes, langes Wort");
            page.getByLabel("Code aus der App").fill(app.code(office.now.get()));
            press(page, "Konto einrichten");
            assertThat(page.title()).startsWith("Fehler:");
            looks.at(page, "set-up-wrong");
            page.getByLabel("Neues Passwort", exactly()).fill(Colleague.PASSWORD);
            page.getByLabel("Neues Passwort noch einmal").fill(Colleague.PASSWORD);
            page.getByLabel("Code aus der App").fill(app.code(office.now.get()));
            press(page, "Konto einrichten");
            looks.at(page, "codes");
            page.getByText("Habe ich, weiter").click();
            looks.at(page, "start");

            page.navigate(office.address() + "/staff/konten");
            page.getByLabel("Name", exactly()).fill("Jo Beispiel");
            page.getByLabel("Anmeldename").fill("jo");
            press(page, "Einladen");
            assertThat(page.getByLabel("Link für Jo Beispiel").last().inputValue())
                    .contains("/staff/einladung/");
            page.getByText("Mehr").first().click();
            looks.at(page, "accounts");
            page.navigate(office.address() + "/staff/konto");
            looks.at(page, "own");
            page.navigate(office.address() + "/staff/protokoll");
            looks.at(page, "audit");

            press(page, "Abmelden");
            office.later(Duration.ofMinutes(1));
            looks.at(page, "door");
            signIn(page, "000000");
            looks.at(page, "door-wrong");
            signIn(page, app.code(office.now.get()));
            assertThat(page.url()).isEqualTo(office.address() + "/staff");
        }
    }

    private static void signIn(Page page, String code) {
        page.getByLabel("Anmeldename").fill("kim");
        page.getByLabel("Passwort").fill(Colleague.PASSWORD);
        page.getByLabel("Code").fill(code);
        press(page, "Anmelden");
    }

    private static void press(Page page, String name) {
        page.locator("button", new Page.LocatorOptions().setHasText(name)).first().click();
        page.waitForLoadState();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
