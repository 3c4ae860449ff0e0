package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectEvent;
import org.shouwang.monitoring.object.ObjectEvent.*;

/**
 * Households in a colour (2020 plan) on their way into the national system and from there into the county's platform: who is red is to be entered, who is
 * entered is to be imported. Others wait, and have a row that no list shows; so do those whose risk was removed, until the county takes that back.
 */
@Singleton
class EntryDuties extends Duties<ObjectEvent> {

    private static final String ENTER = "ENTER";
    private static final String IMPORT = "IMPORT";
    private static final String WAITING = "WAITING";
    private static final String DONE = "DONE";

    /** Before the step at which a household was let go. */
    private static final String LEFT = "LEFT/";

    /**
     * As SQL for the work list: day {@code $2}. By the fixed days of the policy, where these lie ahead of the day on which it arose; not while the household's
     * case has the same entry as its next step.
     */
    static final String OPEN = """
            select d.id, d.duty, d.part, d.household, d.area_code, d.level, d.step, case when p.due >= d.since then p.due end, d.since
            from duty_entry d left join lateral (
              select (t.deadlines ->> case d.step when 'ENTER' then 'redEntry' else 'ledgers' end)::date as due from terms t
              where d.area_code like t.area_prefix || '%' order by length(t.area_prefix) desc, t.version desc limit 1) p on true
            where HELD and d.step in ('ENTER', 'IMPORT') and not (d.step = 'ENTER' and exists (select 1 from duty_case c
              where c.household = d.household and c.step = 'ENTERED' and c.from_on <= $2 and (c.until is null or c.until > $2)))
            """.replace("HELD", HELD);

    /** Cases under way, with the fixed day of their entry. The step that is next stands once, by its own limit where it has one. */
    static final String CASES =
            """
            select d.id, d.duty, d.part, d.household, d.area_code, d.level, d.step,
              coalesce(d.due_on, l.due_on, case when d.step = 'ENTERED' and p.due >= d.since then p.due end), d.since
            from duty_case d
            left join duty_case l on d.duty = 'CASE_STEP' and l.id = d.id and l.duty = 'CASE_STEP_LIMIT' and l.part = d.step and LIMIT_HELD
            left join lateral (select (t.deadlines ->> 'redEntry')::date as due from terms t
              where d.area_code like t.area_prefix || '%' order by length(t.area_prefix) desc, t.version desc limit 1) p on true
            where DUTY_HELD and (d.duty <> 'CASE_STEP_LIMIT' or not exists (select 1 from duty_case n
              where n.id = d.id and n.duty = 'CASE_STEP' and n.step = d.part and NEXT_HELD))""".replace("LIMIT_HELD", held("l")).replace("DUTY_HELD", held("d")).replace("NEXT_HELD", held("n"));

    EntryDuties() {
        super("duty_entry");
    }

    @Override
    Level level(String step) {
        return IMPORT.equals(step) ? Level.COUNTY : Level.VILLAGE;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID household, ObjectEvent event, LocalDate on) {
        return switch (event) {
            case ObjectIncluded e -> included(session, household, e);
            case ObjectGraded e -> graded(session, household, e.grade(), e.on());
            case GradeChanged e -> graded(session, household, e.to(), e.on());
            case NationalEntryRecorded e ->
                graded(session, household, Grade.RED, e.enteredOn())
                        .chain(() -> settle(session, household, Duty.NATIONAL_ENTRY, "", e.enteredOn()))
                        .chain(() -> Sql.update(
                                session,
                                "update duty_entry set duty = $2, step = $3, level = $4, since = $5 where until is null and id = $1",
                                household,
                                Duty.BIG_DATA_IMPORT.name(),
                                IMPORT,
                                level(IMPORT).name(),
                                e.enteredOn()));
            case BigDataImported e ->
                settle(session, household, Duty.BIG_DATA_IMPORT, "", e.importedOn())
                        .chain(() -> step(session, household, Duty.BIG_DATA_IMPORT, DONE, e.importedOn()));
            case ObjectMoved e -> moved(session, household, e.to());
            case RiskRemoved _ ->
                Sql.update(
                        session,
                        "update duty_entry set step = $2::text || step where until is null and id = $1",
                        household,
                        LEFT);
            case RemovalRevoked _ ->
                Sql.update(
                        session,
                        "update duty_entry set step = replace(step, $2::text, '') where until is null and id = $1",
                        household,
                        LEFT);
            case ObjectVoided _ -> strikeAll(session, household);
            case ObjectReentered _, ObjectTyped _, RiskAdded _, RiskResolved _ ->
                Uni.createFrom().nullItem();
            case NationalEntryUpdated _, RemovalBegun _, RemovalAbandoned _ ->
                Uni.createFrom().nullItem();
        };
    }

    private Uni<?> included(StatelessSession session, UUID household, ObjectIncluded e) {
        return strikeAll(session, household)
                .chain(() -> e.grade() == null
                        ? Uni.createFrom().item(0)
                        : enter(
                                session,
                                Entry.of(household, Duty.NATIONAL_ENTRY, household, e.areaCode()),
                                e.grade() == Grade.RED ? ENTER : WAITING,
                                null,
                                e.includedOn()));
    }

    /** Only who is not entered yet: afterwards the colour changes nothing about it. Who waited and is entered all the same is so from that day. */
    private static Uni<Integer> graded(StatelessSession session, UUID household, Grade grade, LocalDate on) {
        var from = grade == Grade.RED ? WAITING : ENTER;
        return Sql.update(
                session,
                "update duty_entry set step = $3, since = $4 where until is null and id = $1 and step = $2",
                household,
                from,
                grade == Grade.RED ? ENTER : WAITING,
                on);
    }
}
