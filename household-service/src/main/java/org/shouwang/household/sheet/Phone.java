package org.shouwang.household.sheet;

/** A phone number as who may not see it whole sees it. */
public final class Phone {

    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;

    private Phone() {}

    /** The first three and the last four digits; none of one that is too short to hide the rest. */
    public static String masked(String phone) {
        if (phone == null) return null;
        var hidden = phone.length() - SHOWN_FIRST - SHOWN_LAST;
        if (hidden < 1) return "*".repeat(phone.length());
        return phone.substring(0, SHOWN_FIRST) + "*".repeat(hidden) + phone.substring(phone.length() - SHOWN_LAST);
    }
}
