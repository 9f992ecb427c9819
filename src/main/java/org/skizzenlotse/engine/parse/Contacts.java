// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// E-mail addresses, web addresses and contacts.
public final class Contacts {
    /// RFC 5321 section 4.5.3.1.3 leaves 254 characters for an address.
    private static final int EMAIL_LENGTH_MAX = 254;

    /// Longer ones are no name, role or phone number.
    private static final int MEMBER_LENGTH_MAX = 200;

    /// Longer texts are no contact; searching them for an address would take time.
    private static final int CONTACT_LENGTH_MAX = 1_000;

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00|0)[\\d][\\d ()/.-]{3,22}\\d");
    private static final Pattern NUMBER =
            Pattern.compile("\\+?[\\d(](?:[ ()/.-]{0,3}\\d){4,20}.{0,40}");
    private static final Pattern URL =
            Pattern.compile(
                    "https?://[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}(?::\\d{1,5})?(?:[/?#]\\S*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

    private Contacts() {}

    /// One e-mail address.
    public static Parsed email(String text) {
        var bare = text.strip().replaceFirst("(?i)^mailto:", "").replaceFirst("[.,;]$", "");
        if (isEmail(bare)) return new Parsed.Understood(new Value.Text(bare));
        var found = text.length() > CONTACT_LENGTH_MAX ? "" : only(text);
        return isEmail(found)
                ? new Parsed.Guessed(new Value.Text(found))
                : Parsed.unusable(Fault.NO_EMAIL);
    }

    /// The one address in a text, else nothing.
    private static String only(String text) {
        var all = EMAIL.matcher(text).results().map(match -> match.group()).toList();
        return all.size() == 1 ? all.getFirst() : "";
    }

    /// One web address; `https://` is added where it is missing.
    public static Parsed url(String text) {
        var bare = text.strip().replaceFirst("[.,;]$", "");
        var whole = SCHEME.matcher(bare).find() ? bare : "https://" + bare;
        return whole.length() <= 2_000 && URL.matcher(whole).matches()
                ? new Parsed.Understood(new Value.Text(whole))
                : Parsed.unusable(Fault.NO_URL);
    }

    /// A contact in free words: address and number are found, the rest is name and role.
    public static Parsed contact(String text, Lexicon lexicon) {
        if (text.length() > CONTACT_LENGTH_MAX)
            return Parsed.unusable(Fault.TOO_LONG, String.valueOf(CONTACT_LENGTH_MAX));
        var rest = text;
        var email = EMAIL.matcher(rest);
        var found = email.find() ? email.group() : "";
        rest = found.isEmpty() ? rest : rest.replace(found, "\n");
        var number = PHONE.matcher(rest);
        var phone = number.find() ? number.group() : "";
        rest = phone.isEmpty() ? rest : rest.replace(phone, "\n");
        var words = new ArrayList<String>();
        for (var piece : rest.split("[,;\\n]", -1)) {
            var bare = unlabelled(piece, lexicon);
            if (!bare.isEmpty()) words.add(bare);
        }
        var role = words.size() > 1 ? String.join(", ", words.subList(1, words.size())) : "";
        return of(List.of(words.isEmpty() ? "" : words.getFirst(), role, found, phone.strip()));
    }

    private static String unlabelled(String piece, Lexicon lexicon) {
        var bare = piece.strip();
        return lexicon.label().matcher(bare).replaceFirst("").strip();
    }

    /// A contact by its members name, role, email and phone.
    public static Parsed of(List<String> members) {
        var clean = members.stream().map(one -> Words.clean(one).replace('\n', ' ')).toList();
        var email = clean.get(2);
        if (!email.isEmpty() && !isEmail(email)) return Parsed.unusable(Fault.NO_EMAIL);
        if (clean.stream().anyMatch(member -> member.length() > MEMBER_LENGTH_MAX))
            return Parsed.unusable(Fault.TOO_LONG, String.valueOf(MEMBER_LENGTH_MAX));
        var phone = clean.get(3);
        if (!phone.isEmpty() && !NUMBER.matcher(phone).matches())
            return Parsed.unusable(Fault.NO_PHONE);
        if (email.isEmpty() && phone.isEmpty()) return Parsed.unusable(Fault.NO_CONTACT);
        return new Parsed.Understood(new Value.Contact(clean.get(0), clean.get(1), email, phone));
    }

    private static boolean isEmail(String text) {
        return text.length() <= EMAIL_LENGTH_MAX && EMAIL.matcher(text).matches();
    }
}
