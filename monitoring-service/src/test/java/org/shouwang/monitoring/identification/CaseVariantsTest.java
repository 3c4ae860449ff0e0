package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;
import static org.shouwang.monitoring.identification.Story.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.identification.CaseCommand.EndPublicity;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.Procedure;
import org.shouwang.monitoring.policy.SamplePolicies;

/** Every procedure variant, with publicity and where it is forbidden, and every other selection of steps, over the one life of a case. */
class CaseVariantsTest {

    /** Those that a policy may leave out; the rest it always has. */
    private static final List<CaseStep> OPTIONAL = List.of(
            CaseStep.CLUE, CaseStep.CONSENT, CaseStep.COMPARE, CaseStep.PUBLICITY, CaseStep.COUNTY, CaseStep.ENTERED);

    private final CaseDecider decider = new CaseDecider();

    @TestFactory
    Stream<DynamicTest> a_variant_goes_its_whole_way_and_no_other() {
        return Arrays.stream(Procedure.values())
                .flatMap(p -> Stream.of(SamplePolicies.REQUIRED, SamplePolicies.FORBIDDEN)
                        .map(publicity -> SamplePolicies.variant(p, publicity)))
                .map(terms ->
                        DynamicTest.dynamicTest(terms.procedure() + " " + terms.caseSteps(), () -> walked(terms)));
    }

    @TestFactory
    Stream<DynamicTest> so_does_every_other_selection_of_steps() {
        return IntStream.range(0, 1 << OPTIONAL.size())
                .mapToObj(CaseVariantsTest::selection)
                .filter(steps -> !steps.contains(CaseStep.COMPARE) || steps.contains(CaseStep.CONSENT))
                .map(steps -> DynamicTest.dynamicTest(steps.toString(), () -> walked(SamplePolicies.stepping(steps))));
    }

    private static Set<CaseStep> selection(int bits) {
        var steps = EnumSet.allOf(CaseStep.class);
        for (var i = 0; i < OPTIONAL.size(); i++) if ((bits >> i & 1) == 0) steps.remove(OPTIONAL.get(i));
        return steps;
    }

    private void walked(PolicyTerms terms) {
        var steps = terms.caseSteps();
        var script = new CaseScript(CLUE_ON, terms, income("24300.00"));
        var opened = decided(script.open(CLUE_ON), List.of());
        assertThat(opened.subList(1, opened.size()))
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.copyOf(steps)).stream()
                        .map(step -> new CaseStepSkipped(step, terms.policyId(), terms.version()))
                        .toList());
        refusesWhatIsLeftOut(script, opened);
        var history = new ArrayList<>(opened);
        for (var step :
                List.of(CaseStep.VISIT, CaseStep.CONSENT, CaseStep.COMPARE, CaseStep.REVIEW, CaseStep.PUBLICITY)) {
            if (!steps.contains(step)) continue;
            refused(script.town(day(20)), history, STEP_OUT_OF_ORDER);
            history.addAll(decided(command(script, step), history));
        }
        var settling = decided(script.town(day(20)), history);
        history.addAll(settling);
        if (steps.contains(CaseStep.COUNTY)) {
            assertThat(settling).noneMatch(InclusionDetermined.class::isInstance);
            settling = decided(script.county(day(21)), history);
            history.addAll(settling);
        }
        assertThat(settling.getLast()).isInstanceOfSatisfying(InclusionDetermined.class, e -> assertThat(e.by())
                .isEqualTo(terms.decisiveStep()));
        if (steps.contains(CaseStep.ENTERED)) {
            history.addAll(decided(script.enter(day(22)), history));
            assertThat(state(history).reached()).isEqualTo(CaseState.ENTERED);
        } else refused(script.enter(day(22)), history, STEP_NOT_IN_POLICY);
        assertThat(CaseView.of(id(1), 1, state(history), List.of()).nextSteps()).isEmpty();
        assertThat(CaseView.of(id(1), 1, state(history), List.of()).steps()).allSatisfy(s -> assertThat(s.status())
                .as("%s", s.step())
                .isEqualTo(steps.contains(s.step()) ? "DONE" : "SKIPPED"));
    }

    private void refusesWhatIsLeftOut(CaseScript script, List<CaseEvent> opened) {
        var terms = script.terms();
        var left = EnumSet.complementOf(EnumSet.copyOf(terms.caseSteps()));
        if (left.contains(CaseStep.CONSENT)) refused(script.linkConsent(day(3)), opened, STEP_NOT_IN_POLICY);
        if (left.contains(CaseStep.COMPARE)) refused(script.compare(day(5)), opened, STEP_NOT_IN_POLICY);
        if (left.contains(CaseStep.COUNTY)) refused(script.county(day(21)), opened, STEP_NOT_IN_POLICY);
        if (left.contains(CaseStep.PUBLICITY)) {
            refused(
                    script.publicize(day(6)),
                    opened,
                    terms.publicity().forbidden() ? PUBLICITY_FORBIDDEN_BY_POLICY : STEP_NOT_IN_POLICY);
            refused(new EndPublicity(day(12)), opened, STEP_OUT_OF_ORDER);
        }
    }

    private static CaseCommand command(CaseScript script, CaseStep step) {
        LocalDate on = day(3 + step.ordinal());
        return switch (step) {
            case VISIT -> script.visit(on);
            case CONSENT -> script.linkConsent(on);
            case COMPARE -> script.compare(on);
            case REVIEW -> script.review(on, true);
            case PUBLICITY -> script.publicize(on);
            case CLUE, TOWN, COUNTY, ENTERED -> throw new AssertionError(step);
        };
    }

    private static List<CaseEvent> decided(CaseCommand command, List<CaseEvent> history) {
        return Spec.of(new CaseDecider())
                .given(history.toArray(CaseEvent[]::new))
                .when(command)
                .events();
    }

    private static void refused(CaseCommand command, List<CaseEvent> history, Decision.Reason reason) {
        Spec.of(new CaseDecider())
                .given(history.toArray(CaseEvent[]::new))
                .when(command)
                .thenRefusedFor(reason);
    }

    private IdentificationCase state(List<CaseEvent> history) {
        return decider.replay(decider.initial(), history);
    }
}
