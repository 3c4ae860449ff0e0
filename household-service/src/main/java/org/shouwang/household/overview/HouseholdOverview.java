package org.shouwang.household.overview;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.*;
import org.shouwang.household.registry.Member;

/** One row per household and one per member, for lists and searches. Numbers of documents are masked here, and found by their keyed hash. */
@Singleton
class HouseholdOverview implements Projection<HouseholdEvent> {

    private final IdHash hash;

    HouseholdOverview(IdHash hash) {
        this.hash = hash;
    }

    @Override
    public List<String> tables() {
        return List.of("household_overview", "household_person");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<HouseholdEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events) done = done.chain(() -> apply(session, id, recorded.event()));
        return done.chain(() -> summarise(session, id, events.getLast().envelope()));
    }

    private Uni<Void> apply(StatelessSession session, UUID id, HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered e -> registered(session, id, e).chain(() -> people(session, id, e.members()));
            case DetailsChanged e ->
                run(
                        session,
                        "update household_overview set resident = $2, relocated = $3, household_no = $4 where id = $1",
                        id,
                        e.resident(),
                        e.relocated(),
                        e.details().householdNo());
            case MemberAdded e -> people(session, id, List.of(e.member()));
            case MemberUpdated e -> people(session, id, List.of(e.member()));
            case MemberRemoved e ->
                run(session, "delete from household_person where household = $1 and member = $2", id, e.memberId());
            case HeadChanged e -> headed(session, id, e);
            case HouseholdMoved e ->
                run(
                        session,
                        "update household_overview set area_code = $2, group_code = $3, grid_code = $4 where id = $1",
                        id,
                        e.toArea(),
                        e.groupCode(),
                        e.gridCode());
            case RegisteredTypeChanged e ->
                run(session, "update household_overview set registered_type = $2 where id = $1", id, e.to().name());
            case SecurityTagGranted e ->
                tags(session, "array_append(array_remove(tags, $2), $2)", id, e.tag(), e.memberIds());
            case SecurityTagEnded e -> tags(session, "array_remove(tags, $2)", id, e.tag(), e.memberIds());
            case LivingConditionsRecorded _,
                    EmploymentRecorded _,
                    InsuranceStatusRecorded _,
                    HousingGradeAppraised _,
                    LocationCollected _,
                    HouseholdSplit _,
                    HouseholdMerged _ -> Uni.createFrom().voidItem();
            case HouseholdDeactivated e ->
                run(
                        session,
                        "update household_overview set state = $2 where id = $1",
                        id,
                        e.reason().name());
        };
    }

    private static Uni<Void> registered(StatelessSession session, UUID id, HouseholdRegistered e) {
        return run(
                session,
                """
                insert into household_overview (id, area_code, group_code, grid_code, household_no, registered_type, resident, relocated)
                values ($1, $2, $3, $4, $5, $6, $7, $8)""",
                id,
                e.areaCode(),
                e.groupCode(),
                e.gridCode(),
                e.details().householdNo(),
                e.registeredType().name(),
                e.resident(),
                e.relocated());
    }

    private Uni<Void> people(StatelessSession session, UUID id, List<Member> members) {
        return run(
                session,
                """
                insert into household_person (household, member, name, relation, labour, resident, id_masked, id_hash)
                select $1, t.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[]) as t
                on conflict (household, member) do update set name = excluded.name, relation = excluded.relation, labour = excluded.labour,
                  resident = excluded.resident, id_masked = excluded.id_masked, id_hash = excluded.id_hash""",
                id,
                members.stream().map(Member::memberId).toArray(UUID[]::new),
                members.stream().map(m -> m.person().name()).toArray(String[]::new),
                members.stream().map(Member::relation).toArray(String[]::new),
                members.stream().map(m -> m.labour().name()).toArray(String[]::new),
                members.stream().map(Member::resident).toArray(Boolean[]::new),
                members.stream().map(m -> IdNumber.masked(m.person().idNo())).toArray(String[]::new),
                members.stream().map(m -> hash.of(m.person().idNo())).toArray(String[]::new));
    }

    private static Uni<Void> headed(StatelessSession session, UUID id, HeadChanged e) {
        return run(
                        session,
                        """
                        update household_person p set relation = t.r from unnest($2::uuid[], $3::text[]) as t(m, r)
                        where p.household = $1 and p.member = t.m""",
                        id,
                        e.relations().stream().map(Relation::memberId).toArray(UUID[]::new),
                        e.relations().stream().map(Relation::relation).toArray(String[]::new))
                .chain(() -> run(
                        session,
                        "update household_person set relation = $3 where household = $1 and member = $2",
                        id,
                        e.newMemberId(),
                        Member.HEAD));
    }

    private static Uni<Void> tags(
            StatelessSession session, String changed, UUID id, SecurityTag tag, List<UUID> members) {
        return run(
                session,
                "update household_person set tags = " + changed + " where household = $1 and member = any($3::uuid[])",
                id,
                tag.name(),
                members.toArray(UUID[]::new));
    }

    private static Uni<Void> summarise(StatelessSession session, UUID id, Envelope last) {
        return run(
                session,
                """
                update household_overview o set head_name = s.head, persons = s.persons, residents = s.residents, no_labour = s.no_labour,
                  version = $2, recorded_at = $3, recorded_by = $4, recorded_role = $5,
                  tags = array(select distinct u from household_person p, unnest(p.tags) as u where p.household = $1 order by u)
                from (select max(name) filter (where relation = '02') as head, count(*)::int as persons,
                        (count(*) filter (where resident))::int as residents,
                        count(*) > 0 and bool_and(labour in ('NONE', 'LOST')) is true as no_labour
                      from household_person where household = $1) s
                where o.id = $1""",
                id,
                last.version(),
                last.recordedAt().atOffset(ZoneOffset.UTC),
                last.actor().user(),
                last.actor().role());
    }

    private static Uni<Void> run(StatelessSession session, String sql, Object... values) {
        return Sql.update(session, sql, values).replaceWithVoid();
    }
}
