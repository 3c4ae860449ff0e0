package org.shouwang.household.figures;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.figures.Facts.One;
import org.shouwang.household.registry.HouseholdEvent;

/**
 * The counts of each household by stretches of time, so that a figure can be given for any day. An event that is written down late counts
 * from the day it happened on, but never from before the last change that was known: what was counted meanwhile stays as it was.
 */
@Singleton
class FigureTable implements Projection<HouseholdEvent> {

    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private record Stretch(LocalDate from, Facts facts) {}

    private record Row(UUID household, Stretch stretch, LocalDate to) {}

    @Override
    public List<String> tables() {
        return List.of("figure_household");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<HouseholdEvent>> events) {
        return projectAll(session, events);
    }

    /** The households of many events are read at once and written at once. */
    @Override
    public Uni<Void> projectAll(StatelessSession session, List<Recorded<HouseholdEvent>> events) {
        return last(session, events).chain(last -> {
            var households = new LinkedHashMap<UUID, List<Stretch>>();
            for (var recorded : events)
                add(
                        households.computeIfAbsent(
                                recorded.envelope().stream(), id -> new ArrayList<>(last.getOrDefault(id, List.of()))),
                        recorded);
            return write(session, rows(households));
        });
    }

    private static void add(List<Stretch> stretches, Recorded<HouseholdEvent> recorded) {
        var on = recorded.envelope().occurredOn();
        var before = stretches.isEmpty() ? Facts.NONE : stretches.getLast().facts();
        var from = stretches.isEmpty() || stretches.getLast().from().isBefore(on)
                ? on
                : stretches.removeLast().from();
        stretches.add(new Stretch(from, before.after(recorded.event())));
    }

    /** Each stretch ends where the next one begins. */
    private static List<Row> rows(Map<UUID, List<Stretch>> households) {
        var rows = new ArrayList<Row>();
        households.forEach((household, stretches) -> {
            for (var i = 0; i < stretches.size(); i++)
                rows.add(new Row(
                        household,
                        stretches.get(i),
                        i + 1 < stretches.size() ? stretches.get(i + 1).from() : OPEN));
        });
        return rows;
    }

    private static Uni<Void> write(StatelessSession session, List<Row> rows) {
        return Sql.update(
                        session,
                        """
                        insert into figure_household select * from unnest($1::uuid[], $2::date[], $3::date[], $4::boolean[], $5::text[], $6::text[],
                          $7::text[], $8::boolean[], $9::boolean[], $10::boolean[], $11::int[], $12::int[], $13::int[], $14::int[], $15::int[],
                          $16::int[], $17::int[], $18::int[], $19::int[], $20::int[], $21::int[], $22::int[], $23::int[], $24::text[], $25::int[])
                        on conflict (household, from_on) do update set (to_on, active, area, group_code, grid_code, lifted, resident, relocated,
                          persons, residents, labour, pupils, dibao, tekun, disabled, posts, uninsured, working, worked, moved_working,
                          moved_worked, facts, weak) = (excluded.to_on, excluded.active, excluded.area, excluded.group_code, excluded.grid_code,
                          excluded.lifted, excluded.resident, excluded.relocated, excluded.persons, excluded.residents, excluded.labour,
                          excluded.pupils, excluded.dibao, excluded.tekun, excluded.disabled, excluded.posts, excluded.uninsured,
                          excluded.working, excluded.worked, excluded.moved_working, excluded.moved_worked, excluded.facts,
                          excluded.weak)""",
                        rows.stream().map(Row::household).toArray(UUID[]::new),
                        rows.stream().map(r -> r.stretch().from()).toArray(LocalDate[]::new),
                        rows.stream().map(Row::to).toArray(LocalDate[]::new),
                        flags(rows, Facts::active),
                        texts(rows, Facts::area),
                        texts(rows, Facts::group),
                        texts(rows, Facts::grid),
                        flags(rows, f -> f.type() == RegisteredType.LIFTED),
                        flags(rows, Facts::resident),
                        flags(rows, Facts::relocated),
                        counts(rows, f -> f.members().size()),
                        counts(rows, f -> f.count(One::resident)),
                        counts(rows, f -> f.count(One::works)),
                        counts(rows, f -> f.count(One::pupil)),
                        counts(rows, f -> f.holding(SecurityTag.DIBAO)),
                        counts(rows, f -> f.holding(SecurityTag.TEKUN)),
                        counts(rows, f -> f.holding(SecurityTag.DISABLED)),
                        counts(rows, f -> f.count(One::post)),
                        counts(rows, f -> f.count(One::uninsured)),
                        counts(rows, f -> f.count(One::working)),
                        counts(rows, f -> f.count(One::worked)),
                        counts(rows, f -> f.count(m -> f.moved(m) && m.working())),
                        counts(rows, f -> f.count(m -> f.moved(m) && m.worked())),
                        texts(rows, FigureTable::write),
                        counts(rows, f -> f.count(One::weak)))
                .replaceWithVoid();
    }

    private static Boolean[] flags(List<Row> rows, Predicate<Facts> flag) {
        return rows.stream().map(r -> flag.test(r.stretch().facts())).toArray(Boolean[]::new);
    }

    private static Integer[] counts(List<Row> rows, ToIntFunction<Facts> count) {
        return rows.stream().map(r -> count.applyAsInt(r.stretch().facts())).toArray(Integer[]::new);
    }

    private static String[] texts(List<Row> rows, Function<Facts, String> text) {
        return rows.stream().map(r -> text.apply(r.stretch().facts())).toArray(String[]::new);
    }

    /**
     * What holds until further notice of the households that are older than these events. {@code offset 0} keeps the database from reading
     * more than is asked for, whatever it knew of the table when it planned.
     */
    private static Uni<Map<UUID, List<Stretch>>> last(StatelessSession session, List<Recorded<HouseholdEvent>> events) {
        var older = Projection.begunBefore(events);
        if (older.length == 0) return Uni.createFrom().item(Map.of());
        return Sql.rows(session, """
                        select asked.id, f.from_on, f.facts from unnest($1::uuid[]) as asked (id), lateral (
                          select from_on, facts from figure_household where household = asked.id and to_on = $2 offset 0) f""", older, OPEN).map(rows -> rows.stream()
                .collect(toMap(r -> (UUID) r[0], r -> List.of(new Stretch((LocalDate) r[1], read((String) r[2]))))));
    }

    private static Facts read(String facts) {
        try {
            return Json.MAPPER.readValue(facts, Facts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable facts of a household", e);
        }
    }

    private static String write(Facts facts) {
        try {
            return Json.MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
