package org.shouwang.household.roster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Rule;

/** What callers see of the files that were sent in. */
@Singleton
class ImportViews {

    private static final Map<String, Reason> RULES = Stream.of(
                    RosterRule.values(), Rule.values(), Household.Refusal.values(), Refusal.values())
            .flatMap(Arrays::stream)
            .collect(Collectors.toMap(Reason::name, Function.identity(), (first, _) -> first));

    /**
     * @param row as the spreadsheet counts it, from 1
     * @param column its header; absent where the whole row is meant
     * @param dq its place in the list of data-quality rules; absent where it is about the file
     * @param severity ERROR keeps the household out, WARNING does not
     * @param hint the words allowed, or where the other row stands
     */
    record Fault(
            int row,
            String column,
            String rule,
            String dq,
            String severity,
            String message,
            String messageEn,
            String hint) {}

    /** @param outcome NEW, CHANGED, SAME or REJECTED; @param result DONE or the code of a refusal, once applied */
    record Item(int row, UUID householdId, String householdNo, int persons, String outcome, String result) {}

    /**
     * A file and what came of it.
     *
     * @param on the day that the roster speaks of
     * @param accepted households without an error
     * @param fresh households that are (or, before it is applied, would be) new
     * @param done households that are applied so far
     * @param refused households that had changed after the check and could no longer be applied
     * @param recordedAt when it was sent in, by {@code recordedBy} as {@code recordedRole}
     * @param reason why it was rejected, by {@code rejectedBy} as {@code rejectedRole}; null: it was not
     * @param errors the first of them; all under {@code /errors}
     */
    record Preview(
            UUID id,
            String state,
            String stateZh,
            String area,
            String format,
            LocalDate on,
            int rows,
            int households,
            int persons,
            int accepted,
            int rejected,
            int fresh,
            int changed,
            int same,
            int done,
            int refused,
            int errorCount,
            int warningCount,
            Instant recordedAt,
            String recordedBy,
            String recordedRole,
            Instant appliedAt,
            String appliedBy,
            String appliedRole,
            String reason,
            Instant rejectedAt,
            String rejectedBy,
            String rejectedRole,
            List<Fault> errors) {}

    private final Journal journal;

    ImportViews(Journal journal) {
        this.journal = journal;
    }

    Uni<Preview> preview(UUID id, String scope) {
        return journal.read(session -> row(session, id, scope).chain(r -> ImportStore.counts(session, id)
                .chain(counts -> faults(session, id, 0, 0, Page.DEFAULT_LIMIT, null)
                        .map(faults -> preview(r, counts, faults)))));
    }

    Uni<Page<Preview>> list(String scope, String after, int limit) {
        var from = after == null ? new UUID(0, 0) : uuid(after);
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS
                                + " from roster_import where area like $1 || '%' and id > $2 order by id limit $3",
                        scope,
                        from,
                        limit + 1)
                .map(rows -> Page.of(
                        rows.stream().map(r -> preview(r, Map.of(), List.of())).toList(),
                        limit,
                        p -> p.id().toString())));
    }

    /** @param severity ERROR, WARNING; null: both */
    Uni<Page<Fault>> faults(UUID id, String scope, String after, int limit, String severity) {
        var at = after == null ? new int[] {0, 0} : cursor(after);
        return journal.read(session -> row(session, id, scope)
                .chain(() -> numbered(session, id, at[0], at[1], limit + 1, severity))
                .map(found -> {
                    var page = Page.of(found, limit, n -> n.fault().row() + "." + n.number());
                    return new Page<>(page.items().stream().map(Numbered::fault).toList(), page.next());
                }));
    }

    Uni<Page<Item>> items(UUID id, String scope, String after, int limit) {
        var from = after == null ? 0 : number(after);
        return journal.read(session -> row(session, id, scope)
                .chain(() -> Sql.rows(session, """
                        select row, household, case when household_key like 'no:%' then substr(household_key, 4) end, persons, outcome, applied
                        from roster_household where import = $1 and row > $2 order by row limit $3""", id, from, limit + 1))
                .map(rows -> Page.of(
                        rows.stream()
                                .map(r -> new Item(
                                        (Integer) r[0],
                                        (UUID) r[1],
                                        (String) r[2],
                                        (Integer) r[3],
                                        (String) r[4],
                                        (String) r[5]))
                                .toList(),
                        limit,
                        item -> Integer.toString(item.row()))));
    }

    private record Numbered(Fault fault, int number) {}

    private static final String COLUMNS =
            "id, state, area, format, speaks_of, rows, households, persons, accepted, errors, warnings, registered, changed, unchanged, refused, recorded_at, recorded_by, recorded_role, applied_at, applied_by, applied_role, reason, rejected_at, rejected_by, rejected_role";

    private static Uni<Object[]> row(StatelessSession session, UUID id, String scope) {
        return Sql.rows(
                        session,
                        "select " + COLUMNS + " from roster_import where id = $1 and area like $2 || '%'",
                        id,
                        scope)
                .map(rows -> {
                    if (rows.isEmpty()) throw new Refused(Import.Refusal.IMPORT_UNKNOWN);
                    return rows.getFirst();
                });
    }

    private static Preview preview(Object[] r, Map<String, Integer> counts, List<Fault> faults) {
        var applied = r[1].equals("APPLIED");
        return new Preview(
                (UUID) r[0],
                (String) r[1],
                zh((String) r[1]),
                (String) r[2],
                (String) r[3],
                (LocalDate) r[4],
                (Integer) r[5],
                (Integer) r[6],
                (Integer) r[7],
                (Integer) r[8],
                (Integer) r[6] - (Integer) r[8],
                applied ? (Integer) r[11] : counts.getOrDefault("NEW", 0),
                applied ? (Integer) r[12] : counts.getOrDefault("CHANGED", 0),
                applied ? (Integer) r[13] : counts.getOrDefault("SAME", 0),
                applied ? (Integer) r[8] - (Integer) r[14] : counts.getOrDefault("APPLIED", 0),
                applied ? (Integer) r[14] : counts.getOrDefault("REFUSED", 0),
                (Integer) r[9],
                (Integer) r[10],
                instant(r[15]),
                (String) r[16],
                (String) r[17],
                instant(r[18]),
                (String) r[19],
                (String) r[20],
                (String) r[21],
                instant(r[22]),
                (String) r[23],
                (String) r[24],
                faults);
    }

    private static String zh(String state) {
        return switch (state) {
            case "APPLIED" -> "已导入";
            case "REJECTED" -> "已退回";
            default -> "已预检";
        };
    }

    private static Instant instant(Object time) {
        return time == null ? null : ((OffsetDateTime) time).toInstant();
    }

    private static Uni<List<Fault>> faults(
            StatelessSession session, UUID id, int row, int number, int limit, String severity) {
        return numbered(session, id, row, number, limit, severity)
                .map(found -> found.stream().map(Numbered::fault).toList());
    }

    private static Uni<List<Numbered>> numbered(
            StatelessSession session, UUID id, int row, int number, int limit, String severity) {
        return Sql.rows(session, """
                        select row, number, header, rule, error, hint from roster_issue
                        where import = $1 and (row, number) > ($2, $3) and ($5::boolean is null or error = $5) order by row, number limit $4""", id, row, number, limit, severity == null ? null : severity.equals("ERROR"))
                .map(rows -> rows.stream()
                        .map(r -> new Numbered(fault(r), (Integer) r[1]))
                        .toList());
    }

    private static Fault fault(Object[] r) {
        var rule = RULES.get(r[3]);
        return new Fault(
                (Integer) r[0],
                (String) r[2],
                (String) r[3],
                rule instanceof Rule data ? data.code() : null,
                (Boolean) r[4] ? "ERROR" : "WARNING",
                rule == null ? null : rule.zh(),
                rule == null ? null : rule.en(),
                (String) r[5]);
    }

    private static int[] cursor(String after) {
        var parts = after.split("\\.", 2);
        return new int[] {number(parts[0]), parts.length < 2 ? 0 : number(parts[1])};
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) throw cursorWrong();
        return Integer.parseInt(text);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw cursorWrong();
        }
    }

    private static BadRequest cursorWrong() {
        return new BadRequest("after", "应为上一页给出的 next", "must be the next of the page before");
    }
}
