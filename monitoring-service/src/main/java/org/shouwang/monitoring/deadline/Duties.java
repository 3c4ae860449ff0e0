package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps one table of duties: entered when they arise, changed as steps are taken, struck out when done. */
abstract class Duties<E> extends Dated<E> {

    Duties(String table) {
        super(table, "id", "duty, part, household, area_code, level, step, due_on, since, overdue, steps, done");
    }

    /** Whose turn a step is. */
    abstract Level level(String step);

    /** A duty and whom it is about. */
    record Entry(UUID id, Duty duty, String part, UUID household, String areaCode) {

        static Entry of(UUID id, Duty duty, UUID household, String areaCode) {
            return new Entry(id, duty, "", household, areaCode);
        }
    }

    final Uni<Integer> enter(StatelessSession session, Entry entry, String step, LocalDate dueOn, LocalDate since) {
        return Sql.update(
                session,
                "insert into " + table
                        + " (id, duty, part, household, area_code, level, step, due_on, since, from_on)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
                entry.id(),
                entry.duty().name(),
                entry.part(),
                entry.household(),
                entry.areaCode(),
                level(step).name(),
                step,
                dueOn,
                since);
    }

    /** A duty that goes on from step to step. */
    final Uni<Integer> enter(
            StatelessSession session, Entry entry, Collection<? extends Enum<?>> steps, Enum<?> done, LocalDate since) {
        return enter(session, entry, (String) null, null, since)
                .chain(() -> Sql.update(
                        session,
                        "update " + table + " set steps = $3 where until is null and id = $1 and duty = $2",
                        entry.id(),
                        entry.duty().name(),
                        steps.stream().map(Enum::name).collect(Collectors.joining(","))))
                .chain(() -> move(session, entry.id(), entry.duty(), taken -> plus(taken, done.name()), since));
    }

    final Uni<Integer> taken(StatelessSession session, UUID id, Duty duty, Enum<?> step, LocalDate on) {
        return move(session, id, duty, taken -> plus(taken, step.name()), on);
    }

    /** Back to where {@code last} was the last step taken, in the order of {@code all}. */
    final Uni<Integer> back(StatelessSession session, UUID id, Duty duty, Enum<?> last, LocalDate on) {
        return move(
                session,
                id,
                duty,
                taken -> taken.stream()
                        .filter(step ->
                                Enum.valueOf(last.getDeclaringClass(), step).ordinal() <= last.ordinal())
                        .toList(),
                on);
    }

    private Uni<Integer> move(
            StatelessSession session, UUID id, Duty duty, UnaryOperator<List<String>> change, LocalDate on) {
        return Sql.rows(
                        session,
                        "select steps, done from " + table + " where until is null and id = $1 and duty = $2",
                        id,
                        duty.name())
                .chain(rows -> {
                    if (rows.isEmpty()) return Uni.createFrom().item(0);
                    var steps = split((String) rows.getFirst()[0]);
                    var done = change.apply(split((String) rows.getFirst()[1]));
                    var next =
                            steps.stream().filter(step -> !done.contains(step)).findFirst();
                    return next.isEmpty()
                            ? strike(session, id, duty)
                            : Sql.update(
                                    session,
                                    "update " + table
                                            + " set done = $3, step = $4, level = $5, since = $6, due_on = null where until is null and id = $1 and duty = $2",
                                    id,
                                    duty.name(),
                                    String.join(",", done),
                                    next.get(),
                                    level(next.get()).name(),
                                    on);
                });
    }

    final Uni<Integer> due(StatelessSession session, UUID id, Duty duty, LocalDate dueOn, LocalDate since) {
        return Sql.update(
                session,
                "update " + table + " set due_on = $3, since = $4 where until is null and id = $1 and duty = $2",
                id,
                duty.name(),
                dueOn,
                since);
    }

    final Uni<Integer> step(StatelessSession session, UUID id, Duty duty, String step, LocalDate since) {
        return Sql.update(
                session,
                "update " + table
                        + " set step = $3, level = $4, since = $5 where until is null and id = $1 and duty = $2",
                id,
                duty.name(),
                step,
                level(step).name(),
                since);
    }

    final Uni<Integer> overdue(StatelessSession session, UUID id, Duty duty) {
        return Sql.update(
                session,
                "update " + table + " set overdue = true where until is null and id = $1 and duty = $2",
                id,
                duty.name());
    }

    final Uni<Integer> overdue(StatelessSession session, UUID id, Duty duty, String part) {
        return Sql.update(
                session,
                "update " + table + " set overdue = true where until is null and id = $1 and duty = $2 and part = $3",
                id,
                duty.name(),
                part);
    }

    final Uni<Integer> moved(StatelessSession session, UUID id, String area) {
        return Sql.update(session, "update " + table + " set area_code = $2 where until is null and id = $1", id, area);
    }

    final Uni<Integer> strike(StatelessSession session, UUID id, Duty duty) {
        return Sql.update(
                session, "delete from " + table + " where until is null and id = $1 and duty = $2", id, duty.name());
    }

    final Uni<Integer> strike(StatelessSession session, UUID id, Duty duty, String part) {
        return Sql.update(
                session,
                "delete from " + table + " where until is null and id = $1 and duty = $2 and part = $3",
                id,
                duty.name(),
                part);
    }

    /** Kept as done on that day, for calendars: on no day does that row hold. What becomes of the duty itself comes behind it. */
    final Uni<Integer> settle(StatelessSession session, UUID id, Duty duty, String part, LocalDate on) {
        return Sql.update(
                session,
                "insert into " + table
                        + " (id, duty, part, household, area_code, level, step, due_on, since, overdue, from_on, until, done_on)"
                        + " select id, duty, part, household, area_code, level, step, due_on, since, overdue, $4::date, $4::date, $4::date"
                        + " from " + table + " where until is null and id = $1 and duty = $2 and part = $3",
                id,
                duty.name(),
                part,
                on);
    }

    final Uni<Integer> strikeAll(StatelessSession session, UUID id) {
        return Sql.update(session, "delete from " + table + " where until is null and id = $1", id);
    }

    /** Done with that day, also what other streams entered about the household. */
    final Uni<Integer> settleHousehold(StatelessSession session, UUID household, Duty duty, LocalDate on) {
        return Sql.update(
                session,
                "update " + table
                        + " set until = $3, done_on = $3 where until is null and household = $1 and duty = $2",
                household,
                duty.name(),
                on);
    }

    private static List<String> split(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    private static List<String> plus(List<String> taken, String step) {
        var more = new ArrayList<>(taken);
        if (!more.contains(step)) more.add(step);
        return more;
    }
}
