package org.shouwang.household.notice;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Finds in what somebody writes on a notice the numbers that no page may show in public: of documents, mobile phones and accounts, with or
 * without gaps, in full-width digits too. An office's landline is none of them.
 */
final class PublicText {

    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)|(?:\\d[ -]?){14,}[\\dXx]");

    private PublicText() {}

    static boolean sensitive(String text) {
        return NUMBERS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
