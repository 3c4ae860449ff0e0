package org.shouwang.household.quality;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.registry.Finding;
import org.shouwang.household.registry.Picture.Checked;
import org.shouwang.household.succession.Extent;

/**
 * What the rules said of each household when it was last looked at. Not a read model: it is told to be out of date by comparing it with
 * the household's version and what lies beside it, so that nothing is written here when a household changes.
 */
final class QualityStore {

    /** A household that is to be looked at. @param beside what its income statements, checks and monitoring come to, as one number */
    record Due(UUID household, String area, long version, long beside) {

        /** Before the first. */
        static final Due NONE = new Due(new UUID(0, 0), "", 0, 0);
    }

    /** @param until the first day on which it may have to be looked at again though nothing was recorded */
    record Looked(Due due, List<Finding> findings, LocalDate until) {}

    private static final String PASS = "=PASS";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('household quality', 0))";

    /** $1 which households, $2 today. */
    private static final String DUE = """
            from household_overview o
            left join lateral (
              select sum(hashtext(b.what)) as mark from (
                select s.id || s.status || coalesce(s.wage::text, '') as what from income_statement s where s.household = o.id
                union all select c.id::text from safeguard_check c where c.household = o.id
                union all select m.state from monitored_household m where m.id = o.id) b) i on true
            left join quality_household q on q.household = o.id
            where o.state = 'ACTIVE' and %s
              and (q.household is null or q.version <> o.version or q.incomes <> coalesce(i.mark, 0) or q.until_on <= $2)""";

    private QualityStore() {}

    /** One at a time looks at households and writes down what it found, whichever replica. */
    static Uni<Void> lock(StatelessSession session) {
        return Sql.rows(session, LOCK).replaceWithVoid();
    }

    /** The next behind one, in the order of area and id. */
    static Uni<List<Due>> due(StatelessSession session, Extent extent, LocalDate today, Due after, int limit) {
        return Sql.rows(
                        session,
                        "select o.id, o.area_code, o.version, coalesce(i.mark, 0) "
                                + DUE.formatted(extent.where("o", 1))
                                + " and (o.area_code, o.id) > ($3, $4) order by o.area_code, o.id limit $5",
                        extent.value(),
                        today,
                        after.area(),
                        after.household(),
                        limit)
                .map(rows -> rows.stream()
                        .map(r -> new Due((UUID) r[0], (String) r[1], (Long) r[2], (Long) r[3]))
                        .toList());
    }

    static Uni<Long> dueCount(StatelessSession session, Extent extent, LocalDate today) {
        return Sql.rows(session, "select count(*) " + DUE.formatted(extent.where("o", 1)), extent.value(), today)
                .map(rows -> (Long) rows.getFirst()[0]);
    }

    /** Of these households, the members whose number an active member of another household has too. */
    static Uni<Set<UUID>> taken(StatelessSession session, UUID... households) {
        return Sql.rows(session, """
                        select p.member from household_person p where p.household = any($1::uuid[]) and exists (
                          select from household_person q join household_overview o on o.id = q.household and o.state = 'ACTIVE'
                          where q.id_hash = p.id_hash and q.household <> p.household)""", (Object) households).map(rows -> {
            var members = new HashSet<UUID>();
            rows.forEach(r -> members.add((UUID) r[0]));
            return members;
        });
    }

    /** By household and income statement in force. */
    static Uni<Map<UUID, Map<UUID, BigDecimal>>> wages(StatelessSession session, UUID... households) {
        return Sql.rows(session, """
                        select household, id, wage from income_statement
                        where household = any($1::uuid[]) and status <> 'SUPERSEDED' and wage is not null order by to_month desc, id""", (Object) households).map(rows -> {
            var wages = new HashMap<UUID, Map<UUID, BigDecimal>>();
            for (var r : rows)
                wages.computeIfAbsent((UUID) r[0], _ -> new java.util.LinkedHashMap<>())
                        .put((UUID) r[1], new BigDecimal(r[2].toString()));
            return wages;
        });
    }

    /** The latest check of the safeguards of each household that has one. */
    static Uni<Map<UUID, Checked>> checked(StatelessSession session, UUID... households) {
        return Sql.rows(session, """
                        select distinct on (household) household, checked_on, results from safeguard_check
                        where household = any($1::uuid[]) order by household, checked_on desc, recorded_at desc nulls last, id""", (Object) households).map(rows -> rows.stream()
                .collect(
                        Collectors.toMap(r -> (UUID) r[0], r -> new Checked((LocalDate) r[1], passed((String) r[2])))));
    }

    /** @param results as {@code FOOD=PASS,CLOTHES=FAIL} */
    private static Set<String> passed(String results) {
        return Stream.of(results.split(","))
                .filter(r -> r.endsWith(PASS))
                .map(r -> r.substring(0, r.length() - PASS.length()))
                .collect(Collectors.toSet());
    }

    static Uni<Void> write(StatelessSession session, List<Looked> looked) {
        var households = looked.stream().map(l -> l.due().household()).toArray(UUID[]::new);
        return Sql.update(session, "delete from quality_finding where household = any($1::uuid[])", (Object) households)
                .chain(() -> Sql.update(
                        session,
                        """
                        insert into quality_household (household, version, incomes, until_on)
                        select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::date[])
                        on conflict (household) do update set version = excluded.version, incomes = excluded.incomes, until_on = excluded.until_on""",
                        households,
                        looked.stream().map(l -> l.due().version()).toArray(Long[]::new),
                        looked.stream().map(l -> l.due().beside()).toArray(Long[]::new),
                        looked.stream().map(Looked::until).toArray(LocalDate[]::new)))
                .chain(() -> findings(session, looked));
    }

    private record Row(UUID household, int number, Finding finding) {}

    private static Uni<Void> findings(StatelessSession session, List<Looked> looked) {
        var rows = new java.util.ArrayList<Row>();
        for (var one : looked)
            for (var finding : one.findings())
                rows.add(new Row(one.due().household(), one.findings().indexOf(finding), finding));
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return Sql.update(
                        session,
                        """
                        insert into quality_finding (household, number, rule, code, error, member, statement, fields)
                        select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::boolean[], $6::uuid[], $7::uuid[], $8::text[])""",
                        rows.stream().map(Row::household).toArray(UUID[]::new),
                        rows.stream().map(Row::number).toArray(Integer[]::new),
                        rows.stream().map(r -> r.finding().rule().name()).toArray(String[]::new),
                        rows.stream().map(r -> r.finding().rule().code()).toArray(String[]::new),
                        rows.stream().map(r -> r.finding().rule().error()).toArray(Boolean[]::new),
                        rows.stream().map(r -> r.finding().memberId()).toArray(UUID[]::new),
                        rows.stream().map(r -> r.finding().statementId()).toArray(UUID[]::new),
                        rows.stream()
                                .map(r -> String.join(",", r.finding().fields()))
                                .toArray(String[]::new))
                .replaceWithVoid();
    }
}
