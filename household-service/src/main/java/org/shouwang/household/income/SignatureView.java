package org.shouwang.household.income;

import org.shouwang.household.sheet.Phone;

/**
 * Who signed, as it is shown of an income statement and of a safeguard check.
 *
 * @param reached who answered, and {@code phone} the number; null on paper
 */
public record SignatureView(Signature.Party party, Signature.Way way, String reached, String phone) {

    /** @param open the whole number; otherwise masked */
    public static SignatureView of(Signature s, boolean open) {
        var reached = s.reached();
        if (reached == null) return new SignatureView(s.party(), s.way(), null, null);
        return new SignatureView(
                s.party(), s.way(), reached.name(), open ? reached.phone() : Phone.masked(reached.phone()));
    }
}
