package org.shouwang.eventsourcing;

/**
 * Who acts, as the sign-in server says.
 *
 * @param user id of the person or service, never a name
 * @param role the role in which it acts
 * @param area code of the area whose data it may touch; empty: everywhere
 * @param dept code of its department; may be null
 */
public record Actor(String user, String role, String area, String dept) {

    /** A part of the system that acts for itself, everywhere. */
    public static Actor system(String name) {
        return new Actor(name, "SYSTEM", "", null);
    }

    /** The start that all codes in this actor's area share: the code without its trailing zero segments (2, 2, 2, 3, 3 digits). */
    public String scope() {
        return scope(area);
    }

    public boolean reaches(String code) {
        return code.startsWith(scope());
    }

    /** @param code 12 digits, or 12 digits and a suffix behind a dash that narrows nothing here; anything shorter is a prefix already */
    public static String scope(String code) {
        if (code.length() < 12) return code;
        var digits = code.substring(0, 12);
        for (var length : new int[] {2, 4, 6, 9})
            if (digits.endsWith("0".repeat(12 - length))) return digits.substring(0, length);
        return digits;
    }
}
