package org.shouwang.household.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen's number after GB 11643-1999: six digits of area, birth date, three of sequence (odd: male, even: female), a check character.
 * A disability card's number begins with it and adds two digits, or four where the card was issued anew.
 */
public final class IdNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final int LENGTH = 18;

    private IdNumber() {}

    /** Upper case, without blanks; null stays null. */
    public static String normal(String text) {
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }

    /** 18 characters, or 20 or 22 of a disability card. */
    public static boolean hasLength(String number) {
        return number.length() == LENGTH || number.length() == LENGTH + 2 || number.length() == LENGTH + 4;
    }

    /** @param number in its normal form, of a right length */
    public static boolean hasCheck(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            var digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) return false;
            sum += digit * WEIGHTS[i];
        }
        return number.charAt(LENGTH - 1) == CHECK.charAt(sum % CHECK.length());
    }

    /** The birth date in it; empty where it is no date of the calendar or lies before 1900. */
    public static Optional<LocalDate> birthDate(String number) {
        if (number.length() < LENGTH || !digits(number, 6, 14)) return Optional.empty();
        try {
            var date = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return Optional.of(date).filter(d -> d.getYear() >= 1900);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean digits(String number, int from, int to) {
        for (var i = from; i < to; i++) if (number.charAt(i) < '0' || number.charAt(i) > '9') return false;
        return true;
    }

    /** The sex in it, as of GB/T 2261.1; empty where there is no digit in its place. */
    public static Optional<String> sex(String number) {
        if (number.length() < LENGTH) return Optional.empty();
        var digit = number.charAt(16);
        if (digit < '0' || digit > '9') return Optional.empty();
        return Optional.of((digit - '0') % 2 == 1 ? "1" : "2");
    }

    /** What is the same for all documents of one person: the first 18 characters. */
    public static String person(String number) {
        return number.length() > LENGTH ? number.substring(0, LENGTH) : number;
    }

    /** For people who may not see it: the area and the last two characters. */
    public static String masked(String number) {
        if (number == null) return null;
        if (number.length() <= 8) return "*".repeat(number.length());
        return number.substring(0, 6) + "*".repeat(number.length() - 8) + number.substring(number.length() - 2);
    }
}
