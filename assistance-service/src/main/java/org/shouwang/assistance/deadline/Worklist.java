package org.shouwang.assistance.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.facts.KnownHouseholds;
import org.shouwang.eventsourcing.journal.Sql;

/** What waits to be done in an area, as it stood on a day. */
@Singleton
class Worklist {

    /** What there may be to do. */
    enum Duty {
        PLAN("制定并批准一户一策", "Plan to be made and approved"),
        FIRST_MEASURE("落实首项帮扶措施", "First measure to be put into effect"),
        HELPER("确定帮扶责任人", "Helper to be named"),
        MEASURE("落实帮扶措施", "Measure to be put into effect"),
        EVALUATION("评价帮扶措施成效", "Measure to be evaluated"),
        EFFECT_REVIEW("开展帮扶成效评议", "Effect of help to be reviewed");

        private final String zh;
        private final String en;

        Duty(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /**
     * A thing to do.
     *
     * @param id of the measure; the household's id for everything else
     * @param dueOn last day, whole; null: no day set
     * @param overdue the due day is over
     */
    record Item(
            Duty duty,
            String zh,
            String en,
            UUID householdId,
            UUID id,
            String areaCode,
            LocalDate dueOn,
            boolean overdue,
            String cursor) {}

    private static final String SELECT = """
            with place as (select id as household, area from known_household where""" + KnownHouseholds.LIVED + """
            ),
            open_plan as (
              select household, episode, place.area, included_on, plan_due_on, measure_due_on, first_approved_on
              from plan join place using (household) where opened_on <= $2 and (closed_on is null or closed_on > $2)),
            item (duty, household, id, area, due_on) as (
              select 'PLAN', household, household, area, plan_due_on from open_plan
                where included_on is not null and (first_approved_on is null or first_approved_on > $2)
              union all
              select 'FIRST_MEASURE', household, household, area, measure_due_on from open_plan p
                where included_on is not null and not exists (
                  select 1 from measure m where m.household = p.household and m.implemented_on <= $2 and m.cancelled_on is null
                  and (m.episode = p.episode or (m.episode = 0 and m.closed_on is null)))
              union all
              select 'HELPER', household, household, area, plan_due_on from open_plan p
                where not exists (
                  select 1 from helper h where h.household = p.household and h.from_on <= $2 and (h.to_on is null or h.to_on > $2))
              union all
              select 'MEASURE', household, id, place.area, due_on from measure join place using (household)
                where planned_on <= $2 and (implemented_on is null or implemented_on > $2)
                and (cancelled_on is null or cancelled_on > $2)
              union all
              select 'EVALUATION', household, id, place.area, null::date from measure join place using (household)
                where implemented_on <= $2 and (evaluated_on is null or evaluated_on > $2)
              union all
              select 'EFFECT_REVIEW', household, household, place.area, null::date from known_object o join place using (household)
                where removal_proposed_on <= $2 and state = 'ACTIVE' and not exists (
                  select 1 from effect_review e where e.household = o.household and e.episode = o.episode and e.reviewed_on <= $2)),
            keyed as (
              select *, coalesce(to_char(due_on, 'YYYY-MM-DD'), '9999-12-31') || '_' || household || '_' || duty || '_' || id as key from item)
            select duty, household, id, area, due_on, key from keyed
            where $3::text is null or key collate "C" > $3 order by key collate "C" limit $4
            """;

    /** By due day, those without one last. @param after cursor of the last item seen */
    Uni<List<Item>> page(StatelessSession session, String scope, LocalDate date, String after, int limit) {
        return Sql.rows(session, SELECT, scope, date, after, limit)
                .map(rows -> rows.stream().map(r -> item(r, date)).toList());
    }

    private static Item item(Object[] r, LocalDate date) {
        var duty = Duty.valueOf((String) r[0]);
        var due = (LocalDate) r[4];
        return new Item(
                duty,
                duty.zh,
                duty.en,
                (UUID) r[1],
                (UUID) r[2],
                (String) r[3],
                due,
                due != null && date.isAfter(due),
                (String) r[5]);
    }
}
