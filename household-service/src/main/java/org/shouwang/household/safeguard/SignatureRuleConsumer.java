package org.shouwang.household.safeguard;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps of every policy where and when it holds, and whether it wants a check of the safeguards signed by both. */
@Singleton
class SignatureRuleConsumer extends Consumer {

    private static final String REQUIRED = "REQUIRED";

    record PolicyPublished(Terms terms) {}

    record Terms(
            String policyId,
            int version,
            String areaPrefix,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            Monitoring monitoring) {}

    /** @param safeguardSignatures REQUIRED or OPTIONAL; null: the policy is older than the term */
    record Monitoring(String safeguardSignatures) {}

    record PolicySuperseded(String policyId, int version, LocalDate from) {}

    SignatureRuleConsumer() {
        super("monitoring.events");
        on("PolicyPublished", PolicyPublished.class, (session, e, _) -> published(session, e.terms()));
        on(
                "PolicySuperseded",
                PolicySuperseded.class,
                (session, e, _) -> Sql.update(
                        session, """
                        update signature_rule set effective_to = $3
                        where policy_id = $1 and version <= $2 and (effective_to is null or effective_to > $3)
                        """, e.policyId(), e.version(), e.from().minusDays(1)));
    }

    private static Uni<Integer> published(StatelessSession session, Terms terms) {
        var monitoring = terms.monitoring();
        return Sql.update(
                session,
                """
                insert into signature_rule (policy_id, version, area_prefix, effective_from, effective_to, required) values ($1, $2, $3, $4, $5, $6)
                on conflict (policy_id, version) do update set area_prefix = $3, effective_from = $4, effective_to = $5, required = $6
                """,
                terms.policyId(),
                terms.version(),
                terms.areaPrefix(),
                terms.effectiveFrom(),
                terms.effectiveTo(),
                monitoring != null && REQUIRED.equals(monitoring.safeguardSignatures()));
    }

    @Override
    public List<String> tables() {
        return List.of("signature_rule");
    }
}
