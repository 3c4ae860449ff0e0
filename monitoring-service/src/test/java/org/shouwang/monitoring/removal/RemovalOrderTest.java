package org.shouwang.monitoring.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.removal.RemovalSamples.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.ReadBack;
import org.shouwang.monitoring.facts.Labour;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/**
 * However requests are shuffled and repeated, no removal is marked that missed a step or fails a criterion on that day, a request given twice changes nothing, and what is read
 * back from the store is the state that was decided on.
 */
class RemovalOrderTest {

    private static final List<RemovalCommand> REQUESTS = List.of(
            propose(JUNE_1, facts()),
            visit(),
            visit(
                    income("5000.00"),
                    safeguards(org.shouwang.monitoring.facts.SafeguardResult.FAIL),
                    false,
                    false,
                    List.of(),
                    List.of("09")),
            review(),
            new Agree(JUNE_1.plusDays(3), List.of(MEMBER), doc("DOC_CONSENT"), facts()),
            publicize("拟消除风险户公示"),
            new EndPublicity(JUNE_1.plusDays(9), List.of()),
            new Raise(OBJECTION, JUNE_1.plusDays(6), "收入没有写全"),
            new DecideObjection(OBJECTION, false, REASON, JUNE_1.plusDays(7), "village-secretary"),
            new DecideObjection(OBJECTION, true, REASON, JUNE_1.plusDays(7), "village-secretary"),
            town(JUNE_1.plusDays(10)),
            new TownReview(false, REASON, JUNE_1.plusDays(10), "town-reviewer", List.of(), facts()),
            visitBy("town-reviewer", JUNE_1.plusDays(11)),
            county(JUNE_1.plusDays(12)),
            new Mark(JUNE_1.plusDays(14), after(), facts()));

    private static final LocalDate LATELY = JUNE_1.plusDays(13);

    /** What may have become of the household since the county decided. */
    private static final List<RemovalFacts> WORSE = List.of(
            troubled(List.of(LATELY), List.of(), 0),
            troubled(List.of(), List.of(LATELY), 0),
            troubled(List.of(), List.of(), 1),
            risky(List.of("01", "09"), List.of("01", "09")),
            facts(
                    household(Labour.NONE, Labour.NONE, Labour.NONE, Labour.NONE, Labour.NONE),
                    measure("M07", "01"),
                    measure("M02", "01")),
            lineless());

    private final RemovalDecider decider = new RemovalDecider();

    @Property(tries = 2000)
    void no_order_of_requests_skips_a_guard(@ForAll("requests") List<RemovalCommand> requests) {
        var history = new ArrayList<RemovalEvent>();
        var live = decider.initial();
        for (var request : requests) {
            var added = decide(request, live);
            if (request instanceof Mark mark && WORSE.contains(mark.facts()))
                assertThat(added).as("%s", mark).isEmpty();
            for (var event : added)
                if (event instanceof RemovalVisited v)
                    assertThat(deciders(history)).as("before %s", v).doesNotContainAnyElementsOf(v.visitors());
            history.addAll(added);
            live = decider.replay(live, added);
            if (!added.isEmpty())
                assertThat(decide(request, live)).as("%s again", request).isEmpty();
        }
        assertThat(decider.replay(decider.initial(), ReadBack.of(RemovalEvent.class, history)))
                .isEqualTo(live);
        var marked = history.stream().anyMatch(RemovalMarked.class::isInstance);
        Statistics.label("marked").collect(marked).coverage(c -> c.check(true).percentage(p -> p > 3));
        if (!marked) return;
        var since = new ArrayList<RemovalEvent>(history.subList(lastReset(history), history.size()));
        assertThat(since)
                .extracting(Object::getClass)
                .contains(
                        RemovalVisited.class,
                        RemovalReviewed.class,
                        RemovalConsented.class,
                        RemovalPublicized.class,
                        RemovalPublicityEnded.class,
                        RemovalTownApproved.class,
                        RemovalCountyApproved.class);
        for (var step : List.of(RemovalStep.TOWN, RemovalStep.COUNTY, RemovalStep.MARK))
            assertThat(since.stream()
                            .filter(RemovalCriteriaAnswered.class::isInstance)
                            .map(RemovalCriteriaAnswered.class::cast)
                            .filter(a -> a.step() == step))
                    .isNotEmpty()
                    .allSatisfy(a -> assertThat(a.answers())
                            .noneMatch(
                                    x -> x.result() == Criterion.Result.FAIL || x.result() == Criterion.Result.OPEN));
    }

    private static Set<String> deciders(List<RemovalEvent> history) {
        var deciders = new HashSet<String>();
        for (var event : history) {
            if (event instanceof RemovalTownApproved e) deciders.add(e.by());
            if (event instanceof RemovalCountyApproved e) deciders.add(e.by());
            if (event instanceof RemovalReturned e) deciders.add(e.by());
        }
        return deciders;
    }

    private static Visit visitBy(String visitor, LocalDate on) {
        var v = visit();
        return new Visit(
                List.of(visitor),
                v.recorder(),
                on,
                v.income(),
                v.safeguards(),
                v.incomeStable(),
                v.spendingSolved(),
                v.risksGone(),
                v.newRisks(),
                v.findings(),
                v.documents(),
                v.signatures(),
                v.facts());
    }

    private static int lastReset(List<RemovalEvent> history) {
        for (var i = history.size() - 1; i >= 0; i--)
            if (history.get(i) instanceof RemovalReturned
                    || history.get(i) instanceof RemovalObjectionResolved r && r.sustained()) return i;
        return 0;
    }

    private List<RemovalEvent> decide(RemovalCommand request, RemovalCase state) {
        return switch (decider.decide(request, state)) {
            case Decision.Accepted<RemovalEvent> accepted -> accepted.events();
            case Decision.Refused<RemovalEvent> _ -> List.of();
        };
    }

    /** Mostly in order, with other requests thrown in between, so that many come to the end; before it the household may have become worse. */
    @Provide
    Arbitrary<List<RemovalCommand>> requests() {
        var noise = Arbitraries.of(REQUESTS).list().ofMaxSize(3);
        var worse = Arbitraries.of(WORSE).list().ofMaxSize(2);
        return Combinators.combine(noise.list().ofSize(REQUESTS.size()), worse).as((noises, since) -> {
            var all = new ArrayList<RemovalCommand>();
            for (var i = 0; i < REQUESTS.size(); i++) {
                if (i == REQUESTS.size() - 1)
                    for (var facts : since) all.add(new Mark(JUNE_1.plusDays(14), after(), facts));
                all.addAll(noises.get(i));
                if (i != 2 && i != 9 && i != 11 && i != 12) all.add(REQUESTS.get(i));
            }
            return all;
        });
    }
}
