package org.shouwang.household.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.shouwang.household.identity.IdNumber;

/**
 * A row as the department wrote it; every part may be null.
 *
 * @param row from 1
 * @param village code of 12 digits or name
 * @param value in the unit of the item: yuan, days
 */
record DeliveredRow(int row, String idNo, String name, String village, String item, String value) {

    private static final Pattern ITEM = Pattern.compile("[A-Z][A-Z0-9_-]{1,39}");
    private static final Pattern LOST_DIGITS = Pattern.compile("[0-9.]+E\\+?[0-9]+");
    private static final Pattern GAP = Pattern.compile("[\\s\\u3000'’‘]");
    private static final Pattern UNIT = Pattern.compile("[,，元%\\s]");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final int LONGEST = 60;

    String number() {
        return idNo == null || idNo.isBlank()
                ? null
                : IdNumber.normal(GAP.matcher(idNo).replaceAll(""));
    }

    BigDecimal amount() {
        var text = plainValue();
        return text == null ? null : new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
    }

    private String plainValue() {
        var text = value == null ? "" : UNIT.matcher(value).replaceAll("");
        return text.isEmpty() ? null : text;
    }

    /** @param village code of the village that the row names; null where it is not found */
    RowFault fault(String usualItem, String village) {
        var number = number();
        if (number == null && (name == null || name.isBlank())) return RowFault.NOBODY;
        if (number != null && LOST_DIGITS.matcher(number).matches()) return RowFault.ID_AS_NUMBER;
        if (number != null && !IdNumber.hasLength(number)) return RowFault.ID_LENGTH;
        if (number != null && !IdNumber.hasCheck(number)) return RowFault.ID_CHECKSUM;
        if (name != null && name.length() > LONGEST) return RowFault.TEXT_TOO_LONG;
        if (number == null && village == null) return RowFault.VILLAGE_UNKNOWN;
        var said = item == null ? usualItem : item;
        if (said == null || !ITEM.matcher(said).matches()) return RowFault.ITEM_FORMAT;
        return plainValue() == null || DECIMAL.matcher(plainValue()).matches() ? null : RowFault.VALUE_FORMAT;
    }
}
