package org.shouwang.assistance.facts;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** What this service has read of monitored households, a row per stay. */
@Singleton
public class KnownObjects {

    private static final String SELECT = """
            select household, episode, area, state, grade, risks, included_on, removed_on, wage_after::text, transfer_after::text
            from known_object where household = $1""";

    /** The latest stay. */
    public Uni<Optional<KnownObject>> latest(StatelessSession session, UUID household) {
        return Sql.rows(session, SELECT + " order by episode desc limit 1", household)
                .map(rows -> rows.stream().findFirst().map(KnownObjects::object));
    }

    Uni<?> included(
            StatelessSession session,
            UUID household,
            int episode,
            String area,
            String grade,
            List<String> risks,
            LocalDate includedOn) {
        return Sql.update(session, """
                insert into known_object (household, episode, area, state, grade, risks, included_on)
                values ($1, $2, $3, 'ACTIVE', $4, $5, $6) on conflict do nothing
                """, household, episode, area, grade, String.join(",", risks), includedOn);
    }

    Uni<?> graded(StatelessSession session, UUID household, String grade) {
        return Sql.update(
                session,
                "update known_object set grade = $2 where household = $1 and state = 'ACTIVE'",
                household,
                grade);
    }

    Uni<?> riskAdded(StatelessSession session, UUID household, String risk) {
        return Sql.update(session, """
                update known_object set risks = concat_ws(',', nullif(risks, ''), $2::text)
                where household = $1 and state = 'ACTIVE' and not $2 = any(string_to_array(risks, ','))
                """, household, risk);
    }

    /** @param on null: the proposal came to nothing */
    Uni<?> removalProposed(StatelessSession session, UUID household, LocalDate on) {
        return Sql.update(
                session,
                "update known_object set removal_proposed_on = $2 where household = $1 and state = 'ACTIVE'",
                household,
                on);
    }

    Uni<?> removed(
            StatelessSession session,
            UUID household,
            int episode,
            LocalDate on,
            BigDecimal wageAfter,
            BigDecimal transferAfter) {
        return Sql.update(
                session,
                """
                update known_object set state = 'REMOVED', removed_on = $3, wage_after = $4::text::numeric, transfer_after = $5::text::numeric
                where household = $1 and episode = $2
                """,
                household,
                episode,
                on,
                wageAfter == null ? null : wageAfter.toPlainString(),
                transferAfter == null ? null : transferAfter.toPlainString());
    }

    Uni<?> revived(StatelessSession session, UUID household, int episode) {
        return Sql.update(session, """
                update known_object set state = 'ACTIVE', removed_on = null, removal_proposed_on = null, wage_after = null, transfer_after = null
                where household = $1 and episode = $2
                """, household, episode);
    }

    Uni<?> voided(StatelessSession session, UUID household, int episode, LocalDate on) {
        return Sql.update(
                session,
                "update known_object set state = 'VOIDED', removed_on = $3 where household = $1 and episode = $2",
                household,
                episode,
                on);
    }

    Uni<?> moved(StatelessSession session, UUID household, String area) {
        return Sql.update(session, "update known_object set area = $2 where household = $1", household, area);
    }

    private static KnownObject object(Object[] r) {
        var risks = (String) r[5];
        return new KnownObject(
                (UUID) r[0],
                (Integer) r[1],
                (String) r[2],
                KnownObject.State.valueOf((String) r[3]),
                (String) r[4],
                risks.isEmpty() ? List.of() : List.of(risks.split(",")),
                (LocalDate) r[6],
                (LocalDate) r[7],
                amount(r[8]),
                amount(r[9]));
    }

    private static BigDecimal amount(Object text) {
        return text == null ? null : new BigDecimal((String) text);
    }
}
