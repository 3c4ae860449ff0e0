package org.shouwang.household.overview;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.overview.Overview.One;
import org.shouwang.household.registry.HouseholdEvent;

/**
 * One row per household and one per member, for lists and searches. Numbers of documents are masked here, and found by their keyed hash.
 * The households of many events are read at once, changed in memory and written at once. {@code offset 0} keeps the database from reading
 * more than is asked for, whatever it knew of the tables when it planned.
 */
@Singleton
class HouseholdOverview implements Projection<HouseholdEvent> {

    private record Person(UUID household, UUID member, One one) {}

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
        return projectAll(session, events);
    }

    @Override
    public Uni<Void> projectAll(StatelessSession session, List<Recorded<HouseholdEvent>> events) {
        return before(session, events).chain(before -> {
            var after = new LinkedHashMap<>(before);
            var last = new HashMap<UUID, Envelope>();
            for (var recorded : events) {
                last.put(recorded.envelope().stream(), recorded.envelope());
                after.compute(recorded.envelope().stream(), (_, known) -> (known == null ? Overview.NONE : known)
                        .after(recorded.event(), hash));
            }
            return write(session, before, after, last);
        });
    }

    /** The households that are older than these events. */
    private static Uni<Map<UUID, Overview>> before(StatelessSession session, List<Recorded<HouseholdEvent>> events) {
        var ids = Projection.begunBefore(events);
        if (ids.length == 0) return Uni.createFrom().item(Map.of());
        return Uni.combine()
                .all()
                .unis(Sql.rows(session, """
                                select asked.id, o.* from unnest($1::uuid[]) as asked (id), lateral (
                                  select area_code, group_code, grid_code, household_no, registered_type, resident, relocated, state
                                  from household_overview where id = asked.id offset 0) o""", (Object) ids), Sql.rows(session, """
                                select asked.id, p.* from unnest($1::uuid[]) as asked (id), lateral (
                                  select member, name, relation, labour, resident, id_masked, id_hash, array_to_string(tags, ',')
                                  from household_person where household = asked.id offset 0) p""", (Object) ids))
                .with(HouseholdOverview::read);
    }

    private static Map<UUID, Overview> read(List<Object[]> households, List<Object[]> people) {
        var members = new HashMap<Object, Map<UUID, One>>();
        for (var r : people)
            members.computeIfAbsent(r[0], _ -> new LinkedHashMap<>())
                    .put(
                            (UUID) r[1],
                            new One(
                                    (String) r[2],
                                    (String) r[3],
                                    Labour.valueOf((String) r[4]),
                                    (Boolean) r[5],
                                    (String) r[6],
                                    (String) r[7],
                                    tags((String) r[8])));
        var read = new LinkedHashMap<UUID, Overview>();
        for (var r : households)
            read.put(
                    (UUID) r[0],
                    new Overview(
                            (String) r[1],
                            (String) r[2],
                            (String) r[3],
                            (String) r[4],
                            RegisteredType.valueOf((String) r[5]),
                            (Boolean) r[6],
                            (Boolean) r[7],
                            (String) r[8],
                            members.getOrDefault(r[0], Map.of())));
        return read;
    }

    /**
     * The households, of which at least the version changed, and those members who did. Who left is few and goes one by one.
     *
     * @param last the latest event of each
     */
    private static Uni<Void> write(
            StatelessSession session, Map<UUID, Overview> before, Map<UUID, Overview> after, Map<UUID, Envelope> last) {
        var people = new ArrayList<Person>();
        var writes = new ArrayList<Uni<Integer>>();
        after.forEach((id, household) -> {
            var was = before.getOrDefault(id, Overview.NONE);
            household.people().forEach((member, one) -> {
                if (!one.equals(was.people().get(member))) people.add(new Person(id, member, one));
            });
            for (var member : was.people().keySet())
                if (!household.people().containsKey(member))
                    writes.add(Sql.update(
                            session, "delete from household_person where household = $1 and member = $2", id, member));
        });
        if (!after.isEmpty()) writes.add(households(session, after, last));
        if (!people.isEmpty()) writes.add(people(session, people));
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(writes).andFailFast().replaceWithVoid();
    }

    private static Uni<Integer> households(
            StatelessSession session, Map<UUID, Overview> households, Map<UUID, Envelope> last) {
        var rows = households.values();
        var written = households.keySet().stream().map(last::get).toList();
        return Sql.update(
                session,
                """
                insert into household_overview (id, area_code, group_code, grid_code, household_no, registered_type, resident, relocated, state,
                  head_name, persons, residents, no_labour, tags, version, recorded_at, recorded_by, recorded_role)
                select id, area, grp, grid, no, type, resident, relocated, state, head, persons, residents, no_labour, string_to_array(tags, ','),
                  version, written_at, written_by, role
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[], $9::text[],
                  $10::text[], $11::int[], $12::int[], $13::boolean[], $14::text[], $15::bigint[], $16::timestamptz[], $17::text[], $18::text[])
                  as t (id, area, grp, grid, no, type, resident, relocated, state, head, persons, residents, no_labour, tags, version, written_at,
                    written_by, role)
                on conflict (id) do update set (area_code, group_code, grid_code, household_no, registered_type, resident, relocated, state,
                  head_name, persons, residents, no_labour, tags, version, recorded_at, recorded_by, recorded_role) = (excluded.area_code, excluded.group_code, excluded.grid_code,
                  excluded.household_no, excluded.registered_type, excluded.resident, excluded.relocated, excluded.state, excluded.head_name,
                  excluded.persons, excluded.residents, excluded.no_labour, excluded.tags, excluded.version, excluded.recorded_at, excluded.recorded_by,
                  excluded.recorded_role)""",
                households.keySet().toArray(UUID[]::new),
                texts(rows, Overview::area),
                texts(rows, Overview::group),
                texts(rows, Overview::grid),
                texts(rows, Overview::householdNo),
                texts(rows, o -> o.type().name()),
                rows.stream().map(Overview::resident).toArray(Boolean[]::new),
                rows.stream().map(Overview::relocated).toArray(Boolean[]::new),
                texts(rows, Overview::state),
                texts(rows, Overview::head),
                rows.stream().map(o -> o.people().size()).toArray(Integer[]::new),
                rows.stream().map(Overview::residents).toArray(Integer[]::new),
                rows.stream().map(Overview::noLabour).toArray(Boolean[]::new),
                texts(rows, o -> text(o.tags())),
                written.stream().map(Envelope::version).toArray(Long[]::new),
                written.stream()
                        .map(e -> e.recordedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                texts(written, e -> e.actor().user()),
                texts(written, e -> e.actor().role()));
    }

    private static Uni<Integer> people(StatelessSession session, List<Person> people) {
        return Sql.update(
                session,
                """
                insert into household_person (household, member, name, relation, labour, resident, id_masked, id_hash, tags)
                select household, member, name, relation, labour, resident, masked, hash, string_to_array(tags, ',')
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[], $9::text[])
                  as t (household, member, name, relation, labour, resident, masked, hash, tags)
                on conflict (household, member) do update set (name, relation, labour, resident, id_masked, id_hash, tags) =
                  (excluded.name, excluded.relation, excluded.labour, excluded.resident, excluded.id_masked, excluded.id_hash, excluded.tags)""",
                people.stream().map(Person::household).toArray(UUID[]::new),
                people.stream().map(Person::member).toArray(UUID[]::new),
                texts(people, p -> p.one().name()),
                texts(people, p -> p.one().relation()),
                texts(people, p -> p.one().labour().name()),
                people.stream().map(p -> p.one().resident()).toArray(Boolean[]::new),
                texts(people, p -> p.one().idMasked()),
                texts(people, p -> p.one().idHash()),
                texts(people, p -> text(p.one().tags())));
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static String text(List<SecurityTag> tags) {
        return tags.stream().map(SecurityTag::name).collect(joining(","));
    }

    private static List<SecurityTag> tags(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(SecurityTag::valueOf).toList();
    }
}
