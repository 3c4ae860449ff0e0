package org.shouwang.monitoring.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.deadline.Duty;
import org.shouwang.monitoring.succession.Extent;

/** What falls due in a village from one day to another, whether it was done, and when; made of the tables that other features keep. */
@Singleton
class VillageCalendar {

    /**
     * @param step week, month, year, or grid and month within the duty; may be null
     * @param dueOn last day, whole; null: none set
     * @param doneOn null: not done by the day that is asked for
     */
    record Entry(
            Duty duty,
            UUID id,
            UUID householdId,
            String step,
            LocalDate on,
            LocalDate dueOn,
            LocalDate doneOn,
            LocalDate since) {}

    /** @param village its code @param own what the caller reaches @param from and @param to days, both inclusive @param date as known at its end @param duty null: all */
    record Asked(String village, String own, LocalDate from, LocalDate to, LocalDate date, Duty duty) {}

    /** Where a page goes on. @param key duty and step */
    record After(LocalDate on, String key, UUID id) {}

    private final Journal journal;

    VillageCalendar(Journal journal) {
        this.journal = journal;
    }

    /** In the order of days. @param after null: from the start */
    Uni<List<Entry>> of(Asked asked, After after, int limit) {
        return journal.read(session -> Extent.of(session, asked.village(), asked.own())
                .chain(extent -> Sql.rows(
                        session,
                        CalendarSql.entries(extent),
                        asked.village(),
                        asked.from(),
                        asked.to(),
                        asked.date(),
                        asked.duty() == null ? null : asked.duty().name(),
                        after == null ? null : after.on(),
                        after == null ? null : after.key(),
                        after == null ? null : after.id(),
                        limit))
                .map(rows -> rows.stream().map(VillageCalendar::entry).toList()));
    }

    private static Entry entry(Object[] r) {
        return new Entry(
                Duty.valueOf((String) r[0]),
                (UUID) r[1],
                (UUID) r[2],
                (String) r[3],
                (LocalDate) r[4],
                (LocalDate) r[5],
                (LocalDate) r[6],
                (LocalDate) r[7]);
    }
}
