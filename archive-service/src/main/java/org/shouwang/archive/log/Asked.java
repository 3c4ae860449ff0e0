package org.shouwang.archive.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;

/** Values of a request that are read here, so that what cannot be read is answered by a problem that names it. */
public final class Asked {

    private Asked() {}

    /** Null where nothing is asked for. */
    public static LocalDate day(String field, String value) {
        if (value == null || value.isBlank()) return null;
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException _) {
            throw new BadRequest(field, "应为形如 2021-11-03 的日期", "must be a date such as 2021-11-03");
        }
    }

    /**
     * An instant, or a day: then its last moment in Asia/Shanghai. A {@code +} before the offset that arrives as a space, as URLs have it, is
     * taken for what it was. Null where nothing is asked for.
     */
    public static Instant instant(String field, String value) {
        if (value == null || value.isBlank()) return null;
        if (value.length() == "2021-11-03".length())
            return day(field, value)
                    .plusDays(1)
                    .atStartOfDay(Streams.ZONE)
                    .toInstant()
                    .minusNanos(1_000);
        try {
            return Instant.parse(value.replace(' ', '+'));
        } catch (DateTimeException _) {
            throw new BadRequest(
                    field,
                    "应为日期或形如 2021-11-03T08:00:00Z 的时刻",
                    "must be a date or an instant such as 2021-11-03T08:00:00Z");
        }
    }

    public static long position(String field, String value) {
        if (value == null || value.isBlank()) return 0;
        if (!value.matches("[0-9]{1,18}"))
            throw new BadRequest(field, "应为上一页给出的 next", "must be the next of the page before");
        return Long.parseLong(value);
    }
}
