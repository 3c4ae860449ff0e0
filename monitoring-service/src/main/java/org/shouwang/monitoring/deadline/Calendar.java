package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.succession.Extent;

/** What is to be done, by whom and by when, as far as it is not done. */
@Singleton
public class Calendar {

    /** @param step within the duty, or its week or month; may be null @param householdId null: the village as a whole @param dueOn last day, whole; null: none set @param part which of several */
    public record Item(
            UUID id,
            Duty duty,
            String part,
            UUID householdId,
            String areaCode,
            Level level,
            String step,
            LocalDate dueOn,
            LocalDate since) {}

    /** A duty whose day has passed. */
    record Late(UUID id, LocalDate dueOn) {}

    /** A month in which nobody came. */
    record Unvisited(UUID household, String areaCode, int episode, YearMonth month) {}

    /** A period after a removal in which nobody came. */
    record Unrevisited(UUID household, String areaCode, int episode, YearMonth from, YearMonth to) {}

    /** Where a page goes on; null fields: from the start. */
    public record After(LocalDate dueOn, UUID id, String key) {}

    private static final String ITEMS = VillageDuties.WITH
            + """
            select id, duty, part, household, area_code, level, step, due_on, since, coalesce(due_on, date '9999-12-31') as rank,
              duty || '/' || part as key
            from (
              select id, duty, part, household, area_code, level, step, due_on, since from duty_clue where HELD
              union all CASES
              union all select id, duty, part, household, area_code, level, step, due_on, since from duty_removal where HELD
              union all select id, duty, part, household, area_code, level, step, due_on, since from duty_warning
                where HELD and step is not null
              union all select household, 'MONTHLY_CHECK', '', household, area_code, 'VILLAGE', null, $3::date, $2::date from duty_object o
                where HELD and watched and date_trunc('month', watched_from) < date_trunc('month', $2::date)
                and not exists (select 1 from duty_check c
                  where c.household = o.household and c.month = to_char($2::date, 'YYYY-MM') and c.settled_on <= $2)
                and not exists (select 1 from household_fact f where f.id = o.household and f.ended_on <= $2)
              union all select o.household, 'NATURAL_REMOVAL', '', o.household, o.area_code, 'VILLAGE', null, null, f.ended_on
                from duty_object o join household_fact f on f.id = o.household and f.ended_on <= $2
                where HELD and watched and not exists (select 1 from duty_removal r where r.household = o.household and HELD)
              union all select id, duty, part, household, area_code, level, step, due_on, since from duty_report where HELD
              union all select id, duty, part, household, area_code, level, step, due_on, since from duty_request where HELD
              union all select id, duty, part, household, area_code, level, step, due_on, since from duty_mobilisation where HELD
              union all REVISITS union all MEETINGS union all REVIEWS union all PATROLS union all GRID_REPORTS union all MONTHLY_REPORTS union all INITIAL_SWEEPS union all SWEEP_COUNTS union all CHECKLISTS union all ENTRIES
              union all DELIVERIES
            ) duty
            where EXTENT and ($4::text is null or level = $4::text)""".replace("REVISITS", RevisitDuties.OPEN)
                    .replace("HELD", Dated.HELD)
                    .replace("MEETINGS", VillageDuties.MEETINGS)
                    .replace("REVIEWS", VillageDuties.REVIEWS)
                    .replace("PATROLS", VillageDuties.PATROLS)
                    .replace("GRID_REPORTS", VillageDuties.GRID_REPORTS)
                    .replace("MONTHLY_REPORTS", VillageDuties.REPORTS)
                    .replace("INITIAL_SWEEPS", VillageDuties.INITIAL_SWEEPS)
                    .replace("SWEEP_COUNTS", VillageDuties.SWEEP_COUNTS)
                    .replace("CHECKLISTS", VillageDuties.CHECKLISTS)
                    .replace("ENTRIES", EntryDuties.OPEN)
                    .replace("DELIVERIES", DepartmentDuties.DELIVERIES)
                    .replace("CASES", EntryDuties.CASES);

    private final Journal journal;

    Calendar(Journal journal) {
        this.journal = journal;
    }

    /** What is open on a day, in the area asked for and under {@code own}, what the caller reaches; the most pressing first; what has no day comes last. */
    public Uni<List<Item>> open(String scope, String own, LocalDate date, Level level, After after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        "select * from (" + ITEMS.replace("EXTENT", extent.where(""))
                                + ") item where ($5::date is null or (rank, id, key) > ($5::date, $6::uuid, $7::text))"
                                + " order by rank, id, key limit $8",
                        scope,
                        date,
                        YearMonth.from(date).atEndOfMonth(),
                        level == null ? null : level.name(),
                        after == null ? null : rank(after.dueOn()),
                        after == null ? null : after.id(),
                        after == null ? null : after.key(),
                        limit))
                .map(rows -> rows.stream().map(Calendar::item).toList()));
    }

    private static LocalDate rank(LocalDate dueOn) {
        return dueOn == null ? LocalDate.of(9999, 12, 31) : dueOn;
    }

    /** Clues, cases or warnings whose day lies before {@code date} and that are not yet noted as late, in the order of ids. */
    Uni<List<Late>> late(StatelessSession session, Duty duty, LocalDate date, UUID after, int limit) {
        var table =
                switch (duty) {
                    case CLUE_ANSWER -> "duty_clue";
                    case WARNING -> "duty_warning";
                    default -> "duty_case";
                };
        return Sql.rows(
                        session,
                        "select id, due_on from " + table
                                + " where until is null and duty = $1 and due_on < $2 and not overdue and ($3::uuid is"
                                + " null or id > $3::uuid) order by id limit $4",
                        duty.name(),
                        date,
                        after,
                        limit)
                .map(rows -> rows.stream()
                        .map(r -> new Late((UUID) r[0], (LocalDate) r[1]))
                        .toList());
    }

    /**
     * Whole months before {@code date}, from the one after that in which watching began, at whose end the household was watched and that are
     * not settled, whatever became of it since.
     */
    Uni<List<Unvisited>> unvisited(StatelessSession session, LocalDate date, int limit) {
        return Sql.rows(session, """
            select o.household, o.area_code, o.episode, to_char(m, 'YYYY-MM')
            from duty_object o cross join lateral generate_series(
              greatest(date_trunc('month', o.watched_from::timestamp) + interval '1 month', date_trunc('month', o.from_on::timestamp)),
              date_trunc('month', least($1::date, o.until)::timestamp) - interval '1 month', interval '1 month') m
            left join household_fact f on f.id = o.household
            where o.watched and (f.ended_on is null or m < date_trunc('month', f.ended_on))
            and not exists (select 1 from duty_check c where c.household = o.household and c.month = to_char(m, 'YYYY-MM'))
            order by o.household, m limit $2
            """, date, limit).map(rows -> rows.stream()
                .map(r -> new Unvisited((UUID) r[0], (String) r[1], (Integer) r[2], YearMonth.parse((String) r[3])))
                .toList());
    }

    /** Whole periods after removals before {@code date} that are not settled. */
    Uni<List<Unrevisited>> unrevisited(StatelessSession session, LocalDate date, int limit) {
        return Sql.rows(session, RevisitDuties.MISSED, date, limit).map(rows -> rows.stream()
                .map(r -> new Unrevisited(
                        (UUID) r[0],
                        (String) r[1],
                        (Integer) r[2],
                        YearMonth.parse((String) r[3]),
                        YearMonth.parse((String) r[4])))
                .toList());
    }

    private static Item item(Object[] r) {
        return new Item(
                (UUID) r[0],
                Duty.valueOf((String) r[1]),
                (String) r[2],
                (UUID) r[3],
                (String) r[4],
                Level.valueOf((String) r[5]),
                (String) r[6],
                (LocalDate) r[7],
                (LocalDate) r[8]);
    }
}
