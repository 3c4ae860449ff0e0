package org.shouwang.household.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.registry.HouseholdEvent.*;

/**
 * Whose number is taken: one row per active member, by keyed hash, and one per household with a 户编号. Unique in the whole database,
 * so that two clerks who write down the same person at the same moment cannot both succeed.
 */
@Singleton
class ActiveNumbers implements Projection<HouseholdEvent> {

    private record Numbered(UUID member, String hash) {}

    private final IdHash hash;

    ActiveNumbers(IdHash hash) {
        this.hash = hash;
    }

    @Override
    public List<String> tables() {
        return List.of("active_id", "active_household_no");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<HouseholdEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events) done = done.chain(after(session, household, recorded.event()));
        return done;
    }

    private Supplier<Uni<? extends Void>> after(StatelessSession session, UUID household, HouseholdEvent event) {
        return () -> switch (event) {
            case HouseholdRegistered e ->
                insert(session, household, e.members()).chain(() -> number(session, household, e.details()));
            case DetailsChanged e ->
                Sql.update(session, "delete from active_household_no where household = $1", household)
                        .chain(() -> number(session, household, e.details()));
            case MemberAdded e -> insert(session, household, List.of(e.member()));
            case MemberUpdated e ->
                delete(session, household, e.memberId()).chain(() -> insert(session, household, List.of(e.member())));
            case MemberRemoved e -> delete(session, household, e.memberId());
            case HouseholdDeactivated _ ->
                Sql.update(session, "delete from active_id where household = $1", household)
                        .chain(() ->
                                Sql.update(session, "delete from active_household_no where household = $1", household))
                        .replaceWithVoid();
            case HeadChanged _,
                    HouseholdMoved _,
                    RegisteredTypeChanged _,
                    SecurityTagGranted _,
                    SecurityTagEnded _,
                    LivingConditionsRecorded _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> insert(StatelessSession session, UUID household, List<Member> members) {
        var rows = new ArrayList<Numbered>();
        for (var m : members) {
            var of = hash.of(m.person().idNo());
            if (of != null) rows.add(new Numbered(m.memberId(), of));
        }
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return Sql.update(
                        session,
                        "insert into active_id (id_hash, household, member) select h, $2, m from unnest($1::text[], $3::uuid[]) as t(h, m)",
                        rows.stream().map(Numbered::hash).toArray(String[]::new),
                        household,
                        rows.stream().map(Numbered::member).toArray(UUID[]::new))
                .replaceWithVoid();
    }

    private static Uni<Void> delete(StatelessSession session, UUID household, UUID member) {
        return Sql.update(session, "delete from active_id where household = $1 and member = $2", household, member)
                .replaceWithVoid();
    }

    private static Uni<Void> number(StatelessSession session, UUID household, Details details) {
        if (details.householdNo() == null) return Uni.createFrom().voidItem();
        return Sql.update(
                        session,
                        "insert into active_household_no (household_no, household) values ($1, $2)",
                        details.householdNo(),
                        household)
                .replaceWithVoid();
    }
}
