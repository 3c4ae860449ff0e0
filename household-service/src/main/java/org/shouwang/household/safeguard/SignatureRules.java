package org.shouwang.household.safeguard;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** Whether a check of the safeguards must be signed by both (双签字), as the policies of monitoring say it and as far as they have been heard of. */
final class SignatureRules {

    private SignatureRules() {}

    /** By the policy of the village on the day: of several the longest area prefix, then the latest version. No policy asks for nothing. */
    static Uni<Boolean> asked(StatelessSession session, String areaCode, LocalDate day) {
        return Sql.rows(session, """
                        select required from signature_rule
                        where $1 like area_prefix || '%' and effective_from <= $2 and (effective_to is null or effective_to >= $2)
                        order by length(area_prefix) desc, version desc limit 1
                        """, areaCode, day).map(rows -> !rows.isEmpty() && (Boolean) rows.getFirst()[0]);
    }
}
