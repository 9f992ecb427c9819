// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.time.Instant;
import java.util.List;
import org.skizzenlotse.engine.turn.Phrase;
import org.skizzenlotse.engine.turn.Phrases;
import org.skizzenlotse.store.form.Recipient;

/// The mails that applicants get, in their variant: what happened and the way back, no answers.
/// They go only to whoever left an address for this.
public final class ApplicantMail {
    private static final String WAY_BACK = "/weiter";

    private final Composer composer;
    private final Phrases phrases;
    private final String publicUrl;

    /// Mails from the sender of these addresses; the way back is under this address, which may be
    /// empty while nobody knows it.
    public ApplicantMail(Addresses addresses, Phrases phrases, String publicUrl) {
        this.composer = new Composer(addresses);
        this.phrases = phrases;
        this.publicUrl = publicUrl;
    }

    /// Tells what the conversation said by itself, and how these mails end. The first line of the
    /// words is the subject.
    ///
    /// @throws IllegalArgumentException when the address is none
    Letter told(Recipient recipient, MailName name, Phrase words, Instant at) {
        var said = say(recipient, words, recipient.day(), recipient.reference()).split("\n", 2);
        var head = new Composer.Head(name, to(recipient), at, said[0], recipient.variant());
        return composer.letter(head, "text/plain", words(recipient, said[1]), List.of());
    }

    private static List<InternetAddress> to(Recipient recipient) {
        var to = Addresses.read(ascii(recipient.address()));
        if (to.size() != 1) throw new IllegalArgumentException("not one address");
        return to;
    }

    /// Confirms that a revision was handed in at this time.
    ///
    /// @throws IllegalArgumentException when the address is none
    public Letter confirmation(Recipient recipient, int revision, Instant at) {
        var reference = recipient.reference();
        var head =
                new Composer.Head(
                        MailName.confirmation(reference, revision),
                        to(recipient),
                        at,
                        say(recipient, Phrase.MAIL_CONFIRM_SUBJECT, reference),
                        recipient.variant());
        var happened = say(recipient, Phrase.MAIL_CONFIRM, reference);
        return composer.letter(head, "text/plain", words(recipient, happened), List.of());
    }

    private String words(Recipient recipient, String happened) {
        var back =
                publicUrl.isEmpty()
                        ? ""
                        : say(recipient, Phrase.MAIL_RETURN, publicUrl + WAY_BACK) + "\n\n";
        return happened + "\n\n" + back + say(recipient, Phrase.MAIL_WHY) + "\n";
    }

    /// Not every server knows umlauts in domains, and every one knows what stands for them.
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }

    private String say(Recipient recipient, Phrase phrase, String... details) {
        return phrases.say(recipient.variant(), phrase, List.of(details));
    }
}
