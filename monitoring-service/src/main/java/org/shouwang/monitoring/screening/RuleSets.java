package org.shouwang.monitoring.screening;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.screening.RuleSetCommand.Publish;
import org.shouwang.monitoring.screening.RuleSetDecider.RuleSet;
import org.shouwang.monitoring.screening.ScreeningRules.ScreeningRule;

/** All sets of early-warning rules, and the question which of them hold. */
@Singleton
class RuleSets extends Streams<RuleSetCommand, RuleSet, RuleSetEvent> {

    /** The rules that hold somewhere on a day. */
    record InForce(List<ScreeningRules> sets) {

        /** Those of a department about what it delivered, in a village: each from the smallest area around it that has it. */
        List<ScreeningRule> of(String areaCode, String dept, String item) {
            return sets.stream()
                    .filter(set -> set.covers(areaCode))
                    .flatMap(set -> set.rules().stream())
                    .collect(java.util.stream.Collectors.toMap(
                            ScreeningRule::id, r -> r, (smaller, _) -> smaller, java.util.TreeMap::new))
                    .values()
                    .stream()
                    .filter(rule -> rule.means(item, dept))
                    .toList();
        }
    }

    private final Journal journal;

    RuleSets(Journal journal, @All List<Projection<RuleSetEvent>> projections) {
        super(journal, "screening-rules", new RuleSetDecider(), new EventCatalog<>(RuleSetEvent.class), projections);
        this.journal = journal;
    }

    @Override
    protected String area(RuleSet state) {
        return state.last() == null
                ? null
                : state.last().areaPrefix()
                        + "0".repeat(12 - state.last().areaPrefix().length());
    }

    /** The longest prefix first; of one prefix there is one set on a day, or else the first by its id. */
    Uni<InForce> inForce(StatelessSession session, LocalDate day) {
        return RuleSetTable.inForce(session, day)
                .map(found -> new InForce(found.stream()
                        .sorted(Comparator.comparing(
                                        (ScreeningRules s) -> -s.areaPrefix().length())
                                .thenComparing(ScreeningRules::setId))
                        .toList()));
    }

    /** One publication at a time, so that two at once cannot overlap. */
    Uni<Outcome> publish(ScreeningRules rules, Cause cause, OptionalLong expected) {
        return handle(
                stream(rules.setId()),
                session -> Sql.rows(session, "select pg_advisory_xact_lock(hashtext('screening-rules'))::text")
                        .chain(() -> RuleSetTable.overlapping(session, rules))
                        .map(others -> new Publish(rules, others)),
                cause,
                expected);
    }

    Uni<List<RuleSetTable.RuleSetVersion>> all(String scope) {
        return journal.read(session -> RuleSetTable.all(session, scope));
    }

    static UUID stream(String setId) {
        return UUID.nameUUIDFromBytes(("screening-rules/" + setId).getBytes(StandardCharsets.UTF_8));
    }
}
