package org.shouwang.eventsourcing.journal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal.Row;

/** The columns of the event table, and how rows get into it: few statements, whatever their number, that travel together. */
final class EventColumns {

    private static final Map<Class<?>, String> SQL = Map.of(
            UUID.class, "uuid",
            Long.class, "bigint",
            Integer.class, "int",
            LocalDate.class, "date",
            OffsetDateTime.class, "timestamptz",
            Buffer.class, "bytea",
            String.class, "text");

    /** What the events of one command differ in; all else they mostly have in common. */
    private static final Set<Attribute> OWN =
            EnumSet.of(Attribute.ID, Attribute.VERSION, Attribute.TYPE, Attribute.REVISION);

    /** Rows of one statement. */
    private static final int MOST = 100;

    /** Rows of one stream that are worth a statement of their own. */
    private static final int MUCH = 20;

    private record Column(String name, Class<?> type, boolean own, Function<Row, Object> value) {

        boolean alike(List<Row> rows) {
            var first = value.apply(rows.getFirst());
            return rows.stream().allMatch(row -> Objects.equals(first, value.apply(row)));
        }

        Object array(List<Row> rows) {
            var array = (Object[]) Array.newInstance(type, rows.size());
            for (var i = 0; i < array.length; i++) array[i] = value.apply(rows.get(i));
            return array;
        }
    }

    private static final List<Column> COLUMNS = Stream.concat(
                    Arrays.stream(Attribute.values())
                            .map(a -> new Column(
                                    a.column,
                                    a.type,
                                    OWN.contains(a),
                                    row -> a.value(row.stored().envelope()))),
                    Stream.of(
                            new Column("data", String.class, true, row -> row.stored()
                                    .data()),
                            new Column("personal", String.class, true, Row::personal),
                            new Column(
                                    "previous",
                                    Buffer.class,
                                    true,
                                    row -> Buffer.buffer(row.stored().previous())),
                            new Column(
                                    "hash",
                                    Buffer.class,
                                    true,
                                    row -> Buffer.buffer(row.stored().hash())),
                            new Column("behind", Long.class, false, Row::behind)))
            .toList();

    /** Without the last, which is a parameter only. */
    static final String NAMES =
            COLUMNS.subList(0, COLUMNS.size() - 1).stream().map(Column::name).collect(joining(", "));

    private static final String ONE = statement(_ -> true, "");
    private static final String EACH = " from generate_subscripts($1::uuid[], 1) as i";
    private static final String OF_ONE_COMMAND = statement(column -> !column.own(), EACH);
    private static final String OF_SEVERAL = statement(_ -> false, EACH);

    private EventColumns() {}

    /**
     * A transaction that was given its number before it read a stream may be older than who wrote there last: the later number counts.
     * Elements are taken out of arrays by their subscripts, because {@code unnest} costs a table for each array, as much as the insert.
     */
    private static String statement(Predicate<Column> once, String each) {
        var values = IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> {
                    var column = COLUMNS.get(i);
                    var type = SQL.get(column.type());
                    return once.test(column)
                            ? "$%d::%s".formatted(i + 1, type)
                            : "($%d::%s[])[i]".formatted(i + 1, type);
                })
                .toList();
        var stored = values.subList(0, values.size() - 1);
        return "insert into event (" + NAMES + ", tx) select " + String.join(", ", stored)
                + ", greatest(pg_current_xact_id(), (" + values.getLast() + ")::text::xid8)" + each;
    }

    static Uni<Void> insert(StatelessSession session, List<Row> rows) {
        return Uni.join()
                .all(statements(rows).stream()
                        .map(part -> statement(session, part))
                        .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    /** The rows of each statement. What one stream adds goes by itself where it is much, all else together; streams and their rows stay in their order. */
    static List<List<Row>> statements(List<Row> rows) {
        var streams = rows.stream()
                .collect(groupingBy(row -> row.stored().envelope().stream(), LinkedHashMap::new, toList()));
        var together = new ArrayList<Row>();
        var statements = new ArrayList<List<Row>>();
        for (var stream : streams.values()) {
            if (stream.size() >= MUCH) {
                parts(together).forEach(statements::add);
                together = new ArrayList<>();
                parts(stream).forEach(statements::add);
            } else together.addAll(stream);
        }
        parts(together).forEach(statements::add);
        return statements;
    }

    /** Finding an element takes the longer the more stand before it. */
    private static Stream<List<Row>> parts(List<Row> rows) {
        return IntStream.range(0, (rows.size() + MOST - 1) / MOST)
                .mapToObj(i -> rows.subList(i * MOST, Math.min(rows.size(), (i + 1) * MOST)));
    }

    private static Uni<Integer> statement(StatelessSession session, List<Row> rows) {
        var one = rows.size() == 1;
        var common = one || COLUMNS.stream().allMatch(column -> column.own() || column.alike(rows));
        return Sql.update(
                session,
                one ? ONE : common ? OF_ONE_COMMAND : OF_SEVERAL,
                COLUMNS.stream()
                        .map(column -> one || common && !column.own()
                                ? column.value().apply(rows.getFirst())
                                : column.array(rows))
                        .toArray());
    }
}
