package org.shouwang.monitoring.evaluation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.monitoring.evaluation.SimulationReport.Simulated;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyDocument;
import org.shouwang.monitoring.policy.PolicyTerms;

/** What would be recommended in an area if a draft were in force there, beside what is recommended now. Nothing is recorded. */
@Singleton
class Simulation {

    /** Households read at once. */
    private static final int PIECE = 5_000;

    private final Journal journal;
    private final Policies policies;
    private final Lines lines;

    Simulation(Journal journal, Policies policies, Lines lines) {
        this.journal = journal;
        this.policies = policies;
        this.lines = lines;
    }

    /** @param on the day on which both are compared @param after the last household of the list before; null: its beginning */
    Uni<Simulated> of(String policyId, PolicyDocument draft, String scope, LocalDate on, UUID after, int limit) {
        return journal.read(session ->
                policies.draft(session, policyId, draft).chain(terms -> of(session, terms, scope, on, after, limit)));
    }

    private Uni<Simulated> of(
            StatelessSession session, PolicyTerms draft, String scope, LocalDate on, UUID after, int limit) {
        var today = Standards.inForce(policies, lines, on);
        var then = Standards.with(draft, policies, lines, on);
        var report = new SimulationReport(after, limit);
        var last = new AtomicReference<UUID>();
        return Multi.createBy()
                .repeating()
                .uni(() -> Population.page(session, scope, on, last.get(), PIECE)
                        .call(page -> today.learn(session, page))
                        .call(page -> then.learn(session, page))
                        .invoke(page -> page.forEach(household -> report.add(
                                household,
                                today.of(household).judge(household),
                                then.of(household).judge(household))))
                        .invoke(page ->
                                last.set(page.isEmpty() ? null : page.getLast().household())))
                .whilst(page -> page.size() == PIECE)
                .collect()
                .last()
                .map(_ -> report.simulated(scope, on, draft));
    }
}
