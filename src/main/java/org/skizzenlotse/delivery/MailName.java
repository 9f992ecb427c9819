// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a mail: the reference of the sketch and what it tells. The same mail has the same
/// name, so that sending it twice leaves one.
public record MailName(String reference, String tells) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Pattern FILE =
            Pattern.compile(
                    "("
                            + REFERENCE.pattern()
                            + ")-([rct][1-9][0-9]{0,9}|[xm][A-Za-z0-9_-]{1,8}"
                            + "|withdrawn|expired)\\.eml");
    private static final String WITHDRAWN = "withdrawn";
    private static final String EXPIRED = "expired";

    /// @throws IllegalArgumentException for a reference that could not be a file's name
    public MailName {
        if (!REFERENCE.matcher(reference).matches())
            throw new IllegalArgumentException("no reference");
    }

    /// The mail that brings a revision.
    public static MailName revision(String reference, int revision) {
        return new MailName(reference, "r" + revision);
    }

    /// The mail that brings a sketch after something was taken out of it, by its errand.
    public static MailName redacted(String reference, String errand) {
        return new MailName(reference, "x" + errand.substring(0, Math.min(8, errand.length())));
    }

    /// The mail that confirms a revision to the applicants.
    public static MailName confirmation(String reference, int revision) {
        return new MailName(reference, "c" + revision);
    }

    /// The mail that tells applicants what the conversation said by itself, by its number.
    public static MailName told(String reference, int number) {
        return new MailName(reference, "t" + number);
    }

    /// The mail that says that applicants wrote something, by its errand.
    public static MailName remark(String reference, String errand) {
        return new MailName(reference, "m" + errand.substring(0, Math.min(8, errand.length())));
    }

    /// The mail that says that a sketch was taken back.
    public static MailName withdrawn(String reference) {
        return new MailName(reference, WITHDRAWN);
    }

    /// The mail that says that a sketch was erased because its time is over.
    public static MailName expired(String reference) {
        return new MailName(reference, EXPIRED);
    }

    /// The name that a file has, if it is one of ours.
    public static Optional<MailName> ofFile(String file) {
        var found = FILE.matcher(file);
        return found.matches()
                ? Optional.of(new MailName(found.group(1), found.group(2)))
                : Optional.empty();
    }

    /// The name of its file.
    public String file() {
        return reference + "-" + tells + ".eml";
    }

    /// Whether earlier mails with the same sketch must go when this one comes.
    boolean replacesEarlier() {
        return tells.startsWith("x");
    }

    /// Whether answers or an applicant's address are in it; the mails on a withdrawal and on an end
    /// name the reference only.
    public boolean isPersonal() {
        return !tells.equals(WITHDRAWN) && !tells.equals(EXPIRED);
    }
}
