package org.shouwang.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What every subject stores: one kind of event, about 500 bytes as JSON. */
public sealed interface NoteEvent {

    /** One source of a household's income in yuan. */
    record Source(String code, BigDecimal amount) {}

    /** An income statement as a village clerk would note it. */
    record IncomeNoted(UUID household, String area, int year, String statedBy, List<Source> sources, String remark)
            implements NoteEvent {

        /** One like the others: what differs is the number, so that every event has the same size. */
        public static IncomeNoted of(int number) {
            var sources = IntStream.range(0, 5)
                    .mapToObj(i -> new Source("INCOME_0" + i, BigDecimal.valueOf(100_000 + number % 900_000L, 2)))
                    .toList();
            return new IncomeNoted(HOUSEHOLD, AREA, 2026, "village-clerk", sources, REMARK);
        }
    }

    /** The village of all streams, 12 digits. */
    String AREA = "610727105208";

    UUID HOUSEHOLD = UUID.fromString("ddb763f9-2d82-3d1c-805a-b477604399aa");
    String REMARK =
            "noted at a visit, compared with the statement of last year and with what neighbours say; ".repeat(2);
}
