package org.shouwang.household.screening;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.succession.Lineage;

/** The rows that a village or a town has to say something about: each with the members whom it may mean. */
@Singleton
class SuggestionViews {

    /** @param idNo masked @param relation to the head, code of GB/T 4761 */
    record Candidate(UUID householdId, UUID memberId, String householdNo, String relation, String idNo) {}

    record Suggestion(
            UUID deliveryId,
            int row,
            String dept,
            String period,
            String name,
            String areaCode,
            String item,
            BigDecimal value,
            List<Candidate> candidates,
            Written recorded,
            Written changed) {}

    /** Who delivered it, and who went on with the delivery last. */
    private static final String WRITTEN = Written.columns("delivery", "d.id");

    private static final String SEPARATOR = "~";

    private final Journal journal;

    SuggestionViews(Journal journal) {
        this.journal = journal;
    }

    /** @param scope the area that is asked for: also rows that name a village it took in @param own what the caller reaches */
    Uni<Page<Suggestion>> list(String scope, String own, String after, int limit) {
        var from = after == null ? new String[] {"", new UUID(0, 0).toString(), "0"} : cursor(after);
        return journal.read(session -> Lineage.of(session, scope, own)
                .chain(line -> Sql.rows(
                        session,
                        """
                        select r.delivery, r.row, d.dept, d.period, r.name, r.area_code, r.item, r.value,
                          p.household, p.member, o.household_no, p.relation, p.id_masked""" + WRITTEN + """
                        from (select * from screening_row where state = 'SUGGESTED' and (area_code like $1 || '%' or area_code = any($6::text[]))
                          and (area_code, delivery, row) > ($2, $3::uuid, $4) order by area_code, delivery, row limit $5) r
                        join screening_delivery d on d.id = r.delivery
                        left join household_person p on p.name = r.name and exists (select from household_overview o
                          where o.id = p.household and o.state = 'ACTIVE' and\s""" + DeliveryStore.LIES_THERE + """
                        )
                        left join household_overview o on o.id = p.household
                        order by r.area_code, r.delivery, r.row, p.household, p.member""",
                        scope,
                        from[0],
                        UUID.fromString(from[1]),
                        Integer.parseInt(from[2]),
                        limit + 1,
                        line.codes().toArray(String[]::new)))
                .map(rows -> Page.of(
                        suggestions(rows),
                        limit,
                        s -> s.areaCode() + SEPARATOR + s.deliveryId() + SEPARATOR + s.row())));
    }

    private static List<Suggestion> suggestions(List<Object[]> rows) {
        var found = new LinkedHashMap<String, Suggestion>();
        for (var r : rows) {
            var suggestion = found.computeIfAbsent(
                    r[0] + SEPARATOR + r[1],
                    _ -> new Suggestion(
                            (UUID) r[0],
                            (Integer) r[1],
                            (String) r[2],
                            (String) r[3],
                            (String) r[4],
                            (String) r[5],
                            (String) r[6],
                            DeliveryStore.value(r[7]),
                            new ArrayList<>(),
                            Written.recorded(r),
                            Written.changed(r)));
            if (r[8] != null)
                suggestion
                        .candidates()
                        .add(new Candidate((UUID) r[8], (UUID) r[9], (String) r[10], (String) r[11], (String) r[12]));
        }
        return List.copyOf(found.values());
    }

    private static String[] cursor(String after) {
        if (!after.matches("[0-9]{12}~[0-9a-f-]{36}~[0-9]{1,9}"))
            throw new BadRequest("after", "应为上一页给出的 next", "must be the next of the page before");
        return after.split(SEPARATOR);
    }
}
