package org.shouwang.assistance.facts;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** What this service has read of households, their members and their security tags. */
@Singleton
public class KnownHouseholds {

    /** Condition on {@code known_household}: in the area {@code $1} on the day {@code $2}. */
    public static final String LIVED = " area like $1 || '%' and from_on <= $2 and (until is null or until > $2)";

    /** What is read of a member. */
    record MemberFacts(UUID memberId, Labour labour, String student, YearMonth born, boolean working) {}

    /** @param on the day on which security tags are looked at */
    public Uni<Optional<KnownHousehold>> find(StatelessSession session, UUID household, LocalDate on) {
        return Sql.rows(session, "select area from known_household where id = $1 and until is null", household)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : members(session, household, on)
                                .map(members -> Optional.of(
                                        new KnownHousehold(household, (String) rows.getFirst()[0], members))));
    }

    private Uni<List<Person>> members(StatelessSession session, UUID household, LocalDate on) {
        return Sql.rows(session, """
                        select m.id, m.labour, m.student, m.born, m.working, coalesce((
                          select string_agg(distinct t.tag, ',' order by t.tag) from known_tag t
                          where t.household = m.household and t.member = m.id and t.from_on <= $2 and (t.to_on is null or t.to_on > $2)), '')
                        from known_member m where m.household = $1 and m.left_on is null order by m.id
                        """, household, on)
                .map(rows -> rows.stream().map(KnownHouseholds::person).toList());
    }

    private static Person person(Object[] r) {
        var tags = (String) r[5];
        return new Person(
                (UUID) r[0],
                Labour.valueOf((String) r[1]),
                (String) r[2],
                r[3] == null ? null : YearMonth.parse((String) r[3]),
                (Boolean) r[4],
                tags.isEmpty() ? Set.of() : Set.of(tags.split(",")));
    }

    Uni<?> registered(StatelessSession session, UUID household, String area, List<MemberFacts> members) {
        return Sql.update(
                        session,
                        "insert into known_household (id, area) values ($1, $2) on conflict (id, from_on) do update set area = $2",
                        household,
                        area)
                .chain(() -> each(members, m -> member(session, household, m)));
    }

    Uni<?> member(StatelessSession session, UUID household, MemberFacts m) {
        return Sql.update(
                session,
                """
                insert into known_member (household, id, labour, student, born, working) values ($1, $2, $3, $4, $5, $6)
                on conflict (household, id) do update
                set labour = excluded.labour, student = excluded.student, born = excluded.born, working = excluded.working, left_on = null
                """,
                household,
                m.memberId(),
                m.labour() == null ? Labour.NONE.name() : m.labour().name(),
                m.student(),
                m.born() == null ? null : m.born().toString(),
                m.working());
    }

    Uni<?> left(StatelessSession session, UUID household, UUID member, LocalDate on) {
        return Sql.update(
                session,
                "update known_member set left_on = $3 where household = $1 and id = $2",
                household,
                member,
                on);
    }

    /** From that day on, whatever was told before of later days. */
    Uni<?> moved(StatelessSession session, UUID household, String area, LocalDate on) {
        return Sql.update(session, "delete from known_household where id = $1 and from_on >= $2", household, on)
                .chain(() -> Sql.update(
                        session,
                        "update known_household set until = $2 where id = $1 and (until is null or until > $2)",
                        household,
                        on))
                .chain(() -> Sql.update(session, """
                        insert into known_household (id, area, from_on) select id, $2, $3 from known_household where id = $1 and until = $3
                        """, household, area, on));
    }

    /** @param members empty: all of the household */
    Uni<?> granted(StatelessSession session, UUID household, String tag, List<UUID> members, LocalDate from) {
        return Sql.update(session, """
                insert into known_tag (household, tag, member, from_on)
                select household, $2, id, $4 from known_member
                where household = $1 and left_on is null and (cardinality($3::uuid[]) = 0 or id = any($3::uuid[])) on conflict do nothing
                """, household, tag, members.toArray(UUID[]::new), from);
    }

    /** @param members empty: all of the household */
    Uni<?> ended(StatelessSession session, UUID household, String tag, List<UUID> members, LocalDate to) {
        return Sql.update(session, """
                update known_tag set to_on = $4 where household = $1 and tag = $2 and to_on is null
                and (cardinality($3::uuid[]) = 0 or member = any($3::uuid[]))
                """, household, tag, members.toArray(UUID[]::new), to);
    }

    private static <T> Uni<Void> each(List<T> items, java.util.function.Function<T, Uni<?>> work) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var item : items) all = all.chain(() -> work.apply(item).replaceWithVoid());
        return all;
    }
}
