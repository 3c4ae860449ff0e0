package org.shouwang.monitoring.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.policy.PolicyEvent.*;

/** One row per version, to find what is in force where and when. */
@Singleton
class PolicyTable implements Projection<PolicyEvent> {

    /** Its publication, and that a later version took its place. */
    private static final String WRITTEN = Written.columns(
            "policy",
            "stream_id('policy/' || policy.policy_id)",
            "coalesce(ev.data::json -> 'terms' ->> 'version', ev.data::json ->> 'version')::int = policy.version");

    @Override
    public List<String> tables() {
        return List.of("policy");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<PolicyEvent>> events) {
        return Projection.each(events, event -> apply(session, event.event()));
    }

    private static Uni<Integer> apply(StatelessSession session, PolicyEvent event) {
        return switch (event) {
            case PolicyPublished(var terms) ->
                Sql.update(
                        session,
                        """
                        insert into policy (policy_id, version, area_prefix, effective_from, effective_to, terms)
                        values ($1, $2, $3, $4, $5, $6)
                        """,
                        terms.policyId(),
                        terms.version(),
                        terms.areaPrefix(),
                        terms.effectiveFrom(),
                        terms.effectiveTo(),
                        write(terms));
            case PolicySuperseded e ->
                Sql.update(session, """
                        update policy set effective_to = $3
                        where policy_id = $1 and version <= $2 and (effective_to is null or effective_to > $3)
                        """, e.policyId(), e.version(), e.from().minusDays(1));
        };
    }

    /** Terms that hold somewhere in the area, best first: longest prefix, then latest version. */
    static Uni<List<PolicyTerms>> inForce(StatelessSession session, String areaCode, LocalDate day) {
        return Sql.rows(session, """
                        select terms from policy
                        where $1 like area_prefix || '%' and effective_from <= $2 and (effective_to is null or effective_to >= $2)
                        order by length(area_prefix) desc, version desc
                        """, areaCode, day)
                .map(rows -> rows.stream().map(r -> read((String) r[0])).toList());
    }

    static Uni<List<PolicyTerms>> onDay(StatelessSession session, LocalDate day) {
        return Sql.rows(session, """
                        select terms from policy where effective_from <= $1 and (effective_to is null or effective_to >= $1)
                        order by length(area_prefix) desc, version desc
                        """, day)
                .map(rows -> rows.stream().map(r -> read((String) r[0])).toList());
    }

    /** Ids of other policies with the same prefix that are in force on one of the days, both ends included. */
    static Uni<List<String>> overlapping(StatelessSession session, PolicyTerms terms) {
        return Sql.rows(
                        session,
                        """
                        select distinct policy_id from policy
                        where policy_id <> $1 and area_prefix = $2 and (effective_to is null or effective_to >= $3)
                        and effective_from <= $4 and (effective_to is null or effective_to >= effective_from) order by policy_id
                        """,
                        terms.policyId(),
                        terms.areaPrefix(),
                        terms.effectiveFrom(),
                        terms.effectiveTo() == null ? LocalDate.of(9999, 12, 31) : terms.effectiveTo())
                .map(rows -> rows.stream().map(r -> (String) r[0]).toList());
    }

    /** Each with its last day as a later version may have cut it. @param on in force on that day; null: all */
    static Uni<List<PolicyVersion>> all(StatelessSession session, String scope, LocalDate on) {
        return Sql.rows(session, "select terms, effective_to" + WRITTEN + """
                         from policy where (area_prefix like $1 || '%' or $1 like area_prefix || '%')
                        and ($2::date is null or effective_from <= $2::date and (effective_to is null or effective_to >= $2::date))
                        order by area_prefix, policy_id, version
                        """, scope, on)
                .map(rows -> rows.stream()
                        .map(r -> new PolicyVersion(
                                until((String) r[0], (LocalDate) r[1]), Written.recorded(r), Written.changed(r)))
                        .toList());
    }

    private static String write(PolicyTerms terms) {
        try {
            return Json.MAPPER.writeValueAsString(terms);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PolicyTerms until(String terms, LocalDate last) {
        try {
            var tree = (ObjectNode) Json.MAPPER.readTree(terms);
            if (last != null) tree.put("effectiveTo", last.toString());
            return Json.MAPPER.treeToValue(tree, PolicyTerms.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PolicyTerms read(String terms) {
        try {
            return Json.MAPPER.readValue(terms, PolicyTerms.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
