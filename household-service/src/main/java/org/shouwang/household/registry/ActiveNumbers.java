package org.shouwang.household.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
        return projectAll(session, events);
    }

    /** First all that is given up, then what is taken in the end: a number may pass from one household to another. */
    @Override
    public Uni<Void> projectAll(StatelessSession session, List<Recorded<HouseholdEvent>> events) {
        var changes = new Changes();
        for (var recorded : events) changes.note(recorded.envelope().stream(), recorded.event());
        return changes.write(session);
    }

    private record Held(UUID household, UUID member) {}

    private final class Changes {

        private final Set<Held> left = new LinkedHashSet<>();
        private final Set<UUID> ended = new LinkedHashSet<>();
        private final Set<UUID> renumbered = new LinkedHashSet<>();
        private final Map<Held, String> ids = new LinkedHashMap<>();
        private final Map<UUID, String> numbers = new LinkedHashMap<>();

        void note(UUID household, HouseholdEvent event) {
            switch (event) {
                case HouseholdRegistered e -> {
                    e.members().forEach(m -> take(household, m));
                    number(household, e.details());
                }
                case DetailsChanged e -> {
                    renumbered.add(household);
                    number(household, e.details());
                }
                case MemberAdded e -> take(household, e.member());
                case MemberUpdated e -> {
                    left.add(new Held(household, e.memberId()));
                    take(household, e.member());
                }
                case MemberRemoved e -> {
                    left.add(new Held(household, e.memberId()));
                    ids.remove(new Held(household, e.memberId()));
                }
                case HouseholdDeactivated _ -> {
                    ended.add(household);
                    renumbered.add(household);
                    ids.keySet().removeIf(held -> held.household().equals(household));
                    numbers.remove(household);
                }
                case HeadChanged _,
                        HouseholdMoved _,
                        RegisteredTypeChanged _,
                        SecurityTagGranted _,
                        SecurityTagEnded _,
                        LivingConditionsRecorded _,
                        EmploymentRecorded _,
                        InsuranceStatusRecorded _,
                        HousingGradeAppraised _,
                        LocationCollected _,
                        HouseholdSplit _,
                        HouseholdMerged _ -> {}
            }
        }

        private void take(UUID household, Member member) {
            var held = new Held(household, member.memberId());
            var of = hash.of(member.person().idNo());
            if (of == null) ids.remove(held);
            else ids.put(held, of);
        }

        private void number(UUID household, Details details) {
            if (details.householdNo() == null) numbers.remove(household);
            else numbers.put(household, details.householdNo());
        }

        Uni<Void> write(StatelessSession session) {
            var all = Uni.createFrom().voidItem();
            if (!left.isEmpty())
                all = all.chain(() -> run(
                        session,
                        "delete from active_id a using unnest($1::uuid[], $2::uuid[]) as t(h, m) where a.household = h and a.member = m",
                        households(left),
                        members(left)));
            if (!ended.isEmpty())
                all = all.chain(
                        () -> run(session, "delete from active_id where household = any($1)", (Object) array(ended)));
            if (!renumbered.isEmpty())
                all = all.chain(() -> run(session, "delete from active_household_no where household = any($1)", (Object)
                        array(renumbered)));
            if (!ids.isEmpty())
                all = all.chain(() -> run(
                        session,
                        "insert into active_id (id_hash, household, member) select * from unnest($1::text[], $2::uuid[], $3::uuid[])",
                        ids.values().toArray(String[]::new),
                        households(ids.keySet()),
                        members(ids.keySet())));
            if (!numbers.isEmpty())
                all = all.chain(() -> run(
                        session,
                        "insert into active_household_no (household_no, household) select * from unnest($1::text[], $2::uuid[])",
                        numbers.values().toArray(String[]::new),
                        array(numbers.keySet())));
            return all;
        }

        private static UUID[] households(Set<Held> held) {
            return held.stream().map(Held::household).toArray(UUID[]::new);
        }

        private static UUID[] members(Set<Held> held) {
            return held.stream().map(Held::member).toArray(UUID[]::new);
        }

        private static UUID[] array(Set<UUID> households) {
            return households.toArray(UUID[]::new);
        }

        private static Uni<Void> run(StatelessSession session, String sql, Object... values) {
            return Sql.update(session, sql, values).replaceWithVoid();
        }
    }
}
