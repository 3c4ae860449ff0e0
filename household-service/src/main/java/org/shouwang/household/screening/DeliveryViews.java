package org.shouwang.household.screening;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.registry.Rule.Severity;

/** What departments see of what they delivered. */
@Singleton
class DeliveryViews {

    /**
     * A delivery and what came of it.
     *
     * @param state RECEIVED: rows are being matched; MATCHED: the rules have not spoken of all of them yet; JUDGED; CLOSED
     * @param done rows that are settled so far: faulty, matched, unmatched or laid before a person
     * @param faulty rows that cannot be read
     * @param unmatched rows whose person is not on record in the area
     * @param toConfirm rows without a number that a person has yet to decide about
     * @param hits rows that a rule was hit by; {@code misses} by none
     * @param undecided rows that no rule could speak of, each with its outcome in the list of rows
     * @param statedTotal how many rows there are by what the list says of itself; absent where it says nothing
     * @param findings what is doubtful about the list as a whole
     */
    record Report(
            UUID id,
            String state,
            String dept,
            String area,
            String period,
            String item,
            String format,
            LocalDate receivedOn,
            Instant recordedAt,
            int rows,
            int done,
            int faulty,
            int matched,
            int unmatched,
            int toConfirm,
            int confirmed,
            int refused,
            int judged,
            int hits,
            int misses,
            int undecided,
            Integer statedTotal,
            List<Finding> findings,
            Written recorded,
            Written changed) {}

    /**
     * @param rule in the list of data-quality rules
     * @param reason what was said of it when the list was closed; absent before
     * @param repeated rows that mean what another row means
     */
    record Finding(String rule, Severity severity, String zh, String en, TotalReason reason, List<Integer> repeated) {}

    /**
     * @param idNo masked @param outcome null until the rules have spoken, and for rows that are not matched
     * @param recorded who confirmed or refused it, or what matched it by its number; before, who delivered it; null in a file
     */
    record Row(
            int row,
            String name,
            String idNo,
            String areaCode,
            String item,
            BigDecimal value,
            String state,
            String fault,
            String message,
            String messageEn,
            UUID householdId,
            String outcome,
            List<String> rules,
            List<UUID> clueIds,
            Written recorded) {}

    private static final String COLUMNS =
            "id, state, dept, area, period, item, format, received_on, recorded_at, rows, faulty, stated_total, reason, repeated"
                    + Written.columns("delivery", "screening_delivery.id") + "from screening_delivery";

    /** A row that a person decided about has a stream of its own, one matched by its number shares that of its page. */
    private static final String ROW_RECORDED = "coalesce("
            + Written.last(
                    "match",
                    "stream_id(screening_row.delivery::text || case when screening_row.state = 'MATCHED' then '/page/' || screening_row.page"
                            + " else '/row/' || screening_row.row end)",
                    "true")
            + ", "
            + Written.last("delivery", "screening_row.delivery", "ev.type = 'ScreeningBatchReceived'") + ")";

    private final Journal journal;

    DeliveryViews(Journal journal) {
        this.journal = journal;
    }

    /** @param dept null: whatever department it is of */
    Uni<Report> report(UUID id, String scope, String dept) {
        return journal.read(session -> head(session, id, scope, dept)
                .chain(r -> DeliveryStore.counts(session, id).map(counts -> report(r, counts))));
    }

    /** The newest last, without counts that take a look at the rows. */
    Uni<Page<Report>> list(String scope, String dept, UUID after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS
                                + " where area like $1 || '%' and ($2::text is null or dept = $2) and ($3::uuid is null or id > $3) order by id limit $4",
                        scope,
                        dept,
                        after,
                        limit + 1)
                .map(rows -> Page.of(rows.stream().map(r -> report(r, null)).toList(), limit, r -> r.id().toString())));
    }

    /** @param state, outcome null: all */
    Uni<Page<Row>> rows(UUID id, String scope, String dept, String state, String outcome, String after, int limit) {
        if (after != null && !after.matches("[0-9]{1,9}"))
            throw new BadRequest("after", "应为上一页给出的 next", "must be the next of the page before");
        var from = after == null ? 0 : Integer.parseInt(after);
        return journal.read(session -> head(session, id, scope, dept)
                .chain(() -> rows(session, id, state, outcome, from, limit + 1, ROW_RECORDED))
                .map(found -> Page.of(found, limit, r -> Integer.toString(r.row()))));
    }

    /** For a file, in which nobody is told who recorded a row. */
    Uni<List<Row>> rows(UUID id, int after, int limit) {
        return journal.read(session -> rows(session, id, null, null, after, limit, "null::text"));
    }

    private static Uni<List<Row>> rows(
            StatelessSession session, UUID id, String state, String outcome, int after, int limit, String recorded) {
        return Sql.rows(session, """
                        select row, name, id_masked, area_code, item, value, state, fault, household, outcome, rules, clues,\s""" + recorded + """
                         from screening_row where delivery = $1 and row > $2 and ($3::text is null or state = $3) and ($4::text is null or outcome = $4)
                        order by row limit $5""", id, after, state, outcome, limit)
                .map(rows -> rows.stream().map(DeliveryViews::row).toList());
    }

    private static Uni<Object[]> head(StatelessSession session, UUID id, String scope, String dept) {
        return Sql.rows(
                        session,
                        "select " + COLUMNS
                                + " where id = $1 and area like $2 || '%' and ($3::text is null or dept = $3)",
                        id,
                        scope,
                        dept)
                .map(rows -> {
                    if (rows.isEmpty()) throw new Refused(Delivery.Refusal.DELIVERY_UNKNOWN);
                    return rows.getFirst();
                });
    }

    private static Report report(Object[] r, Map<String, Integer> known) {
        var counts = known == null ? Map.<String, Integer>of() : known;
        var rows = (Integer) r[9];
        var matched = counts.getOrDefault("MATCHED", 0);
        var confirmed = counts.getOrDefault("CONFIRMED", 0);
        var hits = counts.getOrDefault("=HIT", 0);
        var misses = counts.getOrDefault("=MISS", 0);
        var judged = counts.entrySet().stream()
                .filter(e -> e.getKey().startsWith("="))
                .mapToInt(Map.Entry::getValue)
                .sum();
        var state = "MATCHED".equals(r[1]) && known != null && judged == matched + confirmed ? "JUDGED" : (String) r[1];
        return new Report(
                (UUID) r[0],
                state,
                (String) r[2],
                (String) r[3],
                (String) r[4],
                (String) r[5],
                (String) r[6],
                (LocalDate) r[7],
                ((OffsetDateTime) r[8]).toInstant(),
                rows,
                known == null ? 0 : rows - counts.getOrDefault("STAGED", 0),
                (Integer) r[10],
                matched,
                counts.getOrDefault("UNMATCHED", 0),
                counts.getOrDefault("SUGGESTED", 0),
                confirmed,
                counts.getOrDefault("REFUSED", 0),
                judged,
                hits,
                misses,
                judged - hits - misses,
                (Integer) r[11],
                findings(new StatedTotal((Integer) r[11], rows), r),
                Written.recorded(r),
                Written.changed(r));
    }

    private static List<Finding> findings(StatedTotal total, Object[] r) {
        if (total.agrees()) return List.of();
        return List.of(new Finding(
                StatedTotal.RULE,
                Severity.ERROR,
                total.zh(),
                total.en(),
                r[12] == null ? null : TotalReason.valueOf((String) r[12]),
                r[13] == null || ((String) r[13]).isEmpty()
                        ? List.of()
                        : Arrays.stream(((String) r[13]).split(","))
                                .map(Integer::valueOf)
                                .toList()));
    }

    private static Row row(Object[] r) {
        var fault = r[7] == null ? null : RowFault.valueOf((String) r[7]);
        return new Row(
                (Integer) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                DeliveryStore.value(r[5]),
                (String) r[6],
                (String) r[7],
                fault == null ? null : fault.zh(),
                fault == null ? null : fault.en(),
                (UUID) r[8],
                (String) r[9],
                r[10] == null ? List.of() : Arrays.asList(((String) r[10]).split(",")),
                r[11] == null
                        ? List.of()
                        : Arrays.stream(((String) r[11]).split(","))
                                .map(UUID::fromString)
                                .toList(),
                Written.read(r[12]));
    }
}
