package org.shouwang.household.roster;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells which lines belong to one household: the same 户编号, or the same 户序号 in the same village. A line that has neither, and is no head,
 * belongs to the line above it, as where clerks merge cells.
 */
final class Keys {

    /** Begins the key of a line that nobody can say the household of; such a line is an error. */
    static final String NONE = "row:";

    private final String area;
    private String above;

    /** @param area the village of lines that name none; may be null */
    Keys(String area) {
        this.area = area;
    }

    /** Lines are asked in the order of the file. Empty: nobody can say to which household the line belongs. */
    Optional<String> of(RosterRow row) {
        var number = row.cell(Column.HOUSEHOLD_NO);
        var sequence = row.cell(Column.HOUSEHOLD_SEQ);
        var village = row.cell(Column.AREA_CODE) == null ? area : row.cell(Column.AREA_CODE);
        if (number != null) above = "no:" + number;
        else if (sequence != null) above = "seq:" + village + ":" + sequence;
        else if ("户主".equals(row.cell(Column.RELATION)) || "02".equals(row.cell(Column.RELATION))) above = null;
        return Optional.ofNullable(above);
    }

    /** The household's id: the same key meets the same household in every file. */
    static UUID household(String key) {
        return UUID.nameUUIDFromBytes(("household:" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** @param person keyed hash of the person's number, or the line where there is none */
    static UUID member(UUID household, String person) {
        return UUID.nameUUIDFromBytes(("member:" + household + ":" + person).getBytes(StandardCharsets.UTF_8));
    }
}
