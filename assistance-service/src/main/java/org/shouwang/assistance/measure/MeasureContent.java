package org.shouwang.assistance.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a measure gives to whom, from whom and when.
 *
 * @param item null where nothing finer is known; M10 always has one
 * @param risk the risk that it answers; null for a household that is not monitored
 * @param memberIds who receives it; empty: the whole household
 * @param detail in plain words; may be null
 * @param provider organisation or user id; may be null
 * @param dept code of the department in charge; null: the one that leads this kind
 * @param amount yuan, scale 2; may be null
 * @param incomeLine the line of the income sheet that it feeds, such as A2; may be null
 * @param startOn planned
 * @param dueOn the last day, whole, by which it is to be in effect
 */
public record MeasureContent(
        MeasureCode code,
        MeasureItem item,
        String risk,
        List<UUID> memberIds,
        String detail,
        String provider,
        String dept,
        BigDecimal amount,
        String fundSource,
        String incomeLine,
        LocalDate startOn,
        LocalDate dueOn) {

    public MeasureContent {
        memberIds =
                memberIds == null ? List.of() : memberIds.stream().distinct().toList();
        amount = amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
        dept = dept == null && code != null ? code.departments().getFirst() : dept;
    }

    Stream<String> texts() {
        return Stream.of(detail, provider, fundSource, incomeLine).filter(java.util.Objects::nonNull);
    }
}
