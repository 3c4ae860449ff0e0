package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.identification.Story.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.ReadBack;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.SamplePolicies;

/**
 * Whatever is asked in whatever order, on whatever days and with whatever papers left out: nobody becomes an object past a missing step,
 * an open objection or a running publicity. What must have happened before is read from the events alone.
 */
class CaseOrderTest {

    private static final int DAYS = 24;
    private static final PolicyTerms LIMITED = SamplePolicies.limited();

    private final CaseDecider decider = new CaseDecider();

    /** In the usual order and on the usual days, with other requests thrown in between and now and then a step left out. */
    @Provide
    Arbitrary<List<CaseCommand>> under2021() {
        var script = CaseScript.of2021();
        return mixed(
                script,
                script.visit(day(3)),
                script.linkConsent(day(3)),
                script.compare(day(5)),
                script.review(day(5), true),
                script.publicize(day(5)),
                new EndPublicity(day(10)),
                script.town(day(11)),
                script.county(day(12)),
                script.enter(day(14)));
    }

    @Provide
    Arbitrary<List<CaseCommand>> underLimits() {
        var script = new CaseScript(Story.CLUE_ON, LIMITED, Story.income("24300.00"));
        return mixed(
                script,
                script.visit(day(3)),
                script.linkConsent(day(3)),
                script.compare(day(5)),
                script.review(day(5), true),
                script.publicize(day(5)),
                script.town(day(11)));
    }

    @Provide
    Arbitrary<List<CaseCommand>> under2020() {
        var script = CaseScript.of2020();
        var first = script.clueOn();
        return mixed(
                script,
                script.visit(first.plusDays(1)),
                script.review(first.plusDays(7), true),
                script.town(first.plusDays(9)),
                script.enter(first.plusDays(17)));
    }

    private static Arbitrary<List<CaseCommand>> mixed(CaseScript script, CaseCommand... usual) {
        var noise = Arbitraries.integers()
                .between(0, DAYS)
                .map(n -> script.clueOn().plusDays(n))
                .flatMap(on -> Arbitraries.of(anything(script, on)))
                .list()
                .ofMaxSize(2)
                .list()
                .ofSize(usual.length);
        var left = Arbitraries.of(usual).optional(0.3);
        return Combinators.combine(noise, left).as((noises, out) -> {
            var all = new ArrayList<CaseCommand>(List.of(script.open(script.clueOn())));
            for (var i = 0; i < usual.length; i++) {
                all.addAll(noises.get(i));
                if (!out.equals(Optional.of(usual[i]))) all.add(usual[i]);
            }
            return all;
        });
    }

    private static List<CaseCommand> anything(CaseScript script, LocalDate on) {
        var objection = id(100 + on.getDayOfMonth());
        return List.of(
                script.visit(on),
                script.visitBy(on, "county-operator"),
                script.linkConsent(on),
                script.request(on),
                script.compare(on),
                script.review(on, true),
                script.review(on, false),
                script.publicize(on),
                new EndPublicity(on),
                script.object(on, OBJECTION, "该户有房"),
                script.object(on, objection, "该户有车"),
                script.decide(on, OBJECTION, false),
                script.decide(on, OBJECTION, true),
                script.decide(on, objection, false),
                script.town(on),
                new ReviewByTown(on, "grid-member", "同意", docs("DOC_TOWN_OPINION")),
                new ReviewByTown(on, "town-reviewer", "同意", List.of()),
                script.county(on),
                new DetermineByCounty(on, "info-officer", "1号", docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")),
                script.enter(on),
                script.sendBack(on, CaseState.VISITED),
                script.sendBack(on, CaseState.REVIEWED),
                new Move("610727105207", on),
                new NoteOverdue(on));
    }

    @Property(tries = 1000)
    void no_order_of_requests_passes_a_missing_guard_of_2021(@ForAll("under2021") List<CaseCommand> commands) {
        guarded(commands, COUNTY_2021, EnumSet.complementOf(EnumSet.of(CaseStep.CLUE, CaseStep.ENTERED)));
    }

    @Property(tries = 500)
    void no_order_of_requests_passes_a_missing_guard_of_2020(@ForAll("under2020") List<CaseCommand> commands) {
        guarded(commands, TOWN_2020, EnumSet.of(CaseStep.VISIT, CaseStep.REVIEW, CaseStep.TOWN));
    }

    /** A step runs against its limit from when the step before it is done until it is done itself, whatever goes back in between. */
    @Property(tries = 1000)
    void a_step_has_its_day_while_it_can_be_done_and_only_then(@ForAll("underLimits") List<CaseCommand> commands) {
        var live = decider.initial();
        var late = 0;
        for (var command : commands) {
            if (!(decider.decide(command, live) instanceof Decision.Accepted<CaseEvent>(var more))) continue;
            live = decider.replay(live, more);
            for (var limit : LIMITED.stepLimits()) {
                if (!live.awaits(limit.step()) || live.doneOn(limit.after()) == null) continue;
                assertThat(live.file().limits().due())
                        .as("%s after %s", limit.step(), more)
                        .containsKey(limit.step());
            }
            var passed = more.stream().filter(CaseStepOverdue.class::isInstance).toList();
            late += passed.size();
            for (var event : passed)
                if (event instanceof CaseStepOverdue e) {
                    assertThat(live.awaits(e.step())).isTrue();
                    assertThat(command).isInstanceOfSatisfying(NoteOverdue.class, c -> assertThat(c.date())
                            .isAfter(e.dueOn()));
                }
        }
        Statistics.label("late").collect(late > 0).coverage(c -> c.check(true).percentage(p -> p > 2));
    }

    /** Given one after the other: what is decided is remembered, once, and the same when it is read back. */
    private void guarded(List<CaseCommand> commands, PolicyTerms terms, Set<CaseStep> needed) {
        var events = new ArrayList<CaseEvent>();
        var live = decider.initial();
        for (var command : commands) {
            if (!(decider.decide(command, live) instanceof Decision.Accepted<CaseEvent>(var more))) continue;
            for (var event : more)
                if (event instanceof HomeVisited v)
                    assertThat(deciders(events)).as("before %s", v).doesNotContainAnyElementsOf(v.visitors());
            live = decider.replay(live, more);
            events.addAll(more);
            if (!more.isEmpty())
                assertThat(decider.decide(command, live))
                        .as("%s again", command)
                        .isEqualTo(Decision.nothing());
        }
        assertThat(decider.replay(decider.initial(), ReadBack.of(CaseEvent.class, events)))
                .isEqualTo(live);
        var included =
                events.stream().filter(InclusionDetermined.class::isInstance).toList();
        Statistics.label("included").collect(!included.isEmpty()).coverage(c -> c.check(true)
                .percentage(p -> p > 10 && p < 90));
        assertThat(included).hasSizeLessThanOrEqualTo(1);
        if (!included.isEmpty())
            new Before(terms, needed).check(events.subList(0, events.indexOf(included.getFirst())));
    }

    private static Set<String> deciders(List<CaseEvent> events) {
        var deciders = new HashSet<String>();
        for (var event : events) {
            if (event instanceof TownReviewed e) deciders.add(e.reviewer());
            if (event instanceof CaseReturned e) deciders.add(e.by());
        }
        return deciders;
    }

    /** What has been done and not been undone, event by event. */
    private static final class Before {

        private final PolicyTerms terms;
        private final Set<CaseStep> needed;
        private final Map<CaseStep, LocalDate> done = new EnumMap<>(CaseStep.class);
        private final Set<UUID> objections = new HashSet<>();
        private final Set<String> visitors = new HashSet<>();
        private LocalDate ends = LocalDate.MIN;

        Before(PolicyTerms terms, Set<CaseStep> needed) {
            this.terms = terms;
            this.needed = needed;
        }

        void check(List<CaseEvent> events) {
            events.forEach(this::note);
            assertThat(done).containsKeys(needed.toArray(CaseStep[]::new));
            assertThat(objections).as("open objections").isEmpty();
        }

        private void note(CaseEvent event) {
            switch (event) {
                case HomeVisited e -> {
                    visitors.addAll(e.visitors());
                    step(CaseStep.VISIT, e.visitedOn(), e.documents());
                }
                case ConsentLinked e -> step(CaseStep.CONSENT, e.linkedOn(), e.documents());
                case ComparisonRequested _ -> assertThat(done).containsKey(CaseStep.CONSENT);
                case ComparisonCompleted e -> {
                    assertThat(done).containsKey(CaseStep.CONSENT);
                    step(CaseStep.COMPARE, e.comparedOn(), e.documents());
                }
                case ReviewConcluded e -> {
                    assertThat(done).containsKey(CaseStep.VISIT);
                    step(CaseStep.REVIEW, e.heldOn(), e.documents());
                    if (!e.included()) done.remove(CaseStep.REVIEW);
                }
                case PublicityPosted e -> {
                    assertThat(done).containsKey(CaseStep.REVIEW);
                    ends = e.endsOn();
                    step(CaseStep.PUBLICITY, e.postedOn(), e.documents());
                }
                case PublicityEnded e -> assertThat(e.endedOn()).isAfterOrEqualTo(ends);
                case ObjectionRaised e -> objections.add(e.objectionId());
                case ObjectionResolved e -> {
                    objections.remove(e.objectionId());
                    if (e.sustained()) back(CaseStep.VISIT);
                }
                case TownReviewed e -> {
                    assertThat(e.reviewedOn()).isAfter(ends);
                    assertThat(visitors).doesNotContain(e.reviewer());
                    assertThat(objections).as("open objections").isEmpty();
                    step(CaseStep.TOWN, e.reviewedOn(), e.documents());
                }
                case CountyDetermined e -> {
                    assertThat(done).containsKey(CaseStep.TOWN);
                    assertThat(visitors).doesNotContain(e.approver());
                    step(CaseStep.COUNTY, e.determinedOn(), e.documents());
                }
                case CaseReturned e -> back(e.to().step());
                case CaseRejected _, CaseWithdrawn _, CaseLapsed _ ->
                    throw new AssertionError("included after its end: " + event);
                case CaseOpened _,
                        CaseStepSkipped _,
                        RecommendationComputed _,
                        InclusionDetermined _,
                        CaseEntered _,
                        CaseStepDue _,
                        CaseStepOverdue _,
                        CaseMoved _,
                        WatchEnded _,
                        WatchRechecked _,
                        CaseOverdue _ -> {}
            }
        }

        private void step(CaseStep step, LocalDate on, List<DocumentRef> papers) {
            assertThat(papers.stream().map(DocumentRef::kind)).containsAll(terms.documents(step));
            if (step != CaseStep.CONSENT && step != CaseStep.COMPARE)
                done.forEach((earlier, day) -> {
                    if (earlier.compareTo(step) < 0 && earlier != CaseStep.CONSENT && earlier != CaseStep.COMPARE)
                        assertThat(on).as("%s after %s", step, earlier).isAfterOrEqualTo(day);
                });
            done.put(step, on);
        }

        /** To that step: what came later is to be done again. */
        private void back(CaseStep to) {
            done.keySet().removeIf(step -> step.compareTo(to) > 0);
            if (to.compareTo(CaseStep.PUBLICITY) < 0) ends = LocalDate.MIN;
        }
    }
}
