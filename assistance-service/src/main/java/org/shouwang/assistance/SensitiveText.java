package org.shouwang.assistance;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps numbers that identify a person out of this service's texts: ID numbers, mobile phones, bank accounts, also with gaps or in full-width digits. */
public final class SensitiveText {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{6}[ -]?\\d{8}[ -]?\\d{3}[\\dXx]|(?<!\\d)\\d{15,}"
            + "|(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)|(?<!\\d)\\d{4}(?:[ -]?\\d{4}){3}");

    private SensitiveText() {}

    public static boolean in(String... texts) {
        return in(List.of(texts).stream());
    }

    public static boolean in(Stream<String> texts) {
        return texts.filter(Objects::nonNull)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
                .anyMatch(text -> NUMBER.matcher(text).find());
    }
}
