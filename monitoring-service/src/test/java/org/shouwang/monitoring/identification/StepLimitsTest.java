package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.shouwang.monitoring.identification.Story.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms.DayType;
import org.shouwang.monitoring.policy.PolicyTerms.StepLimit;
import org.shouwang.monitoring.policy.SamplePolicies;

/** The days that a policy gives single steps: three for the visit, five for the comparison behind it, five behind that for review and posting. */
class StepLimitsTest {

    private final Spec<CaseCommand, IdentificationCase, CaseEvent> file = Spec.of(new CaseDecider());
    private final Open open = open(SamplePolicies.limited());

    @Test
    void each_limit_begins_with_the_step_before_it() {
        assertThat(file.given().when(open).events().getLast()).isEqualTo(due(CaseStep.VISIT, 4));
        assertThat(file.given(history(open)).when(visit()).events().getLast()).isEqualTo(due(CaseStep.COMPARE, 8));
        assertThat(file.given(history(open, visit())).when(consent()).events())
                .noneMatch(CaseStepDue.class::isInstance);
        assertThat(file.given(history(open, visit(), consent()))
                        .when(comparison())
                        .events())
                .endsWith(due(CaseStep.REVIEW, 10), due(CaseStep.PUBLICITY, 10));
        assertThat(file.given(history(open, visit(), consent(), comparison()))
                        .when(review())
                        .events())
                .noneMatch(CaseStepDue.class::isInstance);
    }

    @Test
    void a_policy_without_limits_sets_no_days() {
        assertThat(history(open(), visit(), consent(), comparison())).noneMatch(CaseStepDue.class::isInstance);
        file.given(history(open())).when(new NoteOverdue(day(16))).thenNothing();
    }

    @Test
    void limits_count_working_days_where_the_policy_does() {
        var working = SamplePolicies.limited(new StepLimit(CaseStep.VISIT, CaseStep.CLUE, 5, DayType.WORKING));
        assertThat(file.given().when(open(working)).events().getLast()).isEqualTo(due(CaseStep.VISIT, 8));
    }

    @Test
    void a_step_is_late_on_the_day_behind_its_last_and_that_is_noted_once() {
        file.given(history(open)).when(new NoteOverdue(day(4))).thenNothing();
        file.given(history(open)).when(new NoteOverdue(day(5))).then(missed(CaseStep.VISIT, 4));
        file.given(history(open, new NoteOverdue(day(5))))
                .when(new NoteOverdue(day(6)))
                .thenNothing();
        file.given(history(open, visit())).when(new NoteOverdue(day(9))).then(missed(CaseStep.COMPARE, 8));
        file.given(history(open, visit(), consent(), comparison()))
                .when(new NoteOverdue(day(17)))
                .then(new CaseOverdue(day(16)), missed(CaseStep.REVIEW, 10), missed(CaseStep.PUBLICITY, 10));
        file.given(history(open, visit(), consent(), comparison(), review(), publicity()))
                .when(new NoteOverdue(day(16)))
                .thenNothing();
    }

    @Test
    void another_visit_does_not_begin_the_comparisons_days_anew() {
        assertThat(file.given(history(open, visit()))
                        .when(visit(findings("06"), "24300.00"))
                        .events())
                .noneMatch(CaseStepDue.class::isInstance);
    }

    @Test
    void what_is_to_be_done_again_has_its_days_from_the_day_on_which_the_case_goes_back() {
        var posted = history(open, visit(), consent(), comparison(), review(), publicity());
        assertThat(file.given(posted)
                        .when(new Return(CaseState.VISITED, day(9), REASON, "county-operator"))
                        .events())
                .endsWith(due(CaseStep.COMPARE, 14))
                .hasSize(2);
        assertThat(file.given(posted)
                        .when(new Return(CaseState.REVIEWED, day(9), REASON, "county-operator"))
                        .events())
                .endsWith(due(CaseStep.PUBLICITY, 14))
                .hasSize(2);
        var objected = history(
                open,
                visit(),
                consent(),
                comparison(),
                review(),
                publicity(),
                new RaiseObjection(OBJECTION, day(6), "该户有房"));
        assertThat(file.given(objected)
                        .when(new DecideObjection(OBJECTION, day(9), true, REASON, "village-head"))
                        .events())
                .endsWith(due(CaseStep.COMPARE, 14));
        assertThat(file.given(objected)
                        .when(new DecideObjection(OBJECTION, day(9), false, REASON, "village-head"))
                        .events())
                .hasSize(1);
        var late = history(open, new NoteOverdue(day(5)), visit(), consent(), comparison(), review());
        var back = new Return(CaseState.OPENED, day(6), REASON, "county-operator");
        assertThat(file.given(late).when(back).events()).endsWith(due(CaseStep.VISIT, 9));
        file.given(with(late, back)).when(new NoteOverdue(day(10))).then(missed(CaseStep.VISIT, 9));
    }

    @Test
    void who_is_not_to_be_included_waits_for_no_publicity() {
        var against = history(open, visit(), consent(), comparison(), review(false, REASON));
        file.given(against).when(new NoteOverdue(day(16))).thenNothing();
    }

    @Test
    void the_entry_has_its_days_from_the_countys_decision_on() {
        var terms = SamplePolicies.limited(new StepLimit(CaseStep.ENTERED, CaseStep.COUNTY, 3, null));
        var confirmed =
                history(open(terms), visit(), consent(), comparison(), review(), publicity(), town(11), county(15));
        assertThat(confirmed).endsWith(due(CaseStep.ENTERED, 18));
        file.given(confirmed).when(new NoteOverdue(day(19))).then(missed(CaseStep.ENTERED, 18));
        file.given(with(confirmed, entry(18))).when(new NoteOverdue(day(19))).thenNothing();
    }

    @Test
    void the_case_shows_the_day_of_each_step_and_whether_it_was_kept() {
        assertThat(limits(open)).containsExactly(tuple(CaseStep.VISIT, day(4), false));
        assertThat(limits(open, new NoteOverdue(day(5)))).containsExactly(tuple(CaseStep.VISIT, day(4), true));
        assertThat(limits(open, new NoteOverdue(day(5)), visit()))
                .as("typed in late, made in time")
                .containsExactly(tuple(CaseStep.VISIT, day(4), false), tuple(CaseStep.COMPARE, day(8), false));
        var slow = new Compare(day(9), comparison().departments(), consented(), docs("DOC_COMPARE_RESULT"), LINE);
        assertThat(limits(open, visit(), consent(), slow))
                .contains(tuple(CaseStep.VISIT, day(4), false), tuple(CaseStep.COMPARE, day(8), true));
    }

    private static List<Tuple> limits(CaseCommand... commands) {
        var decider = new CaseDecider();
        var state = decider.replay(decider.initial(), List.of(history(commands)));
        return CaseView.of(id(9), 1, state, List.of()).steps().stream()
                .filter(s -> s.dueOn() != null)
                .map(s -> tuple(s.step(), s.dueOn(), s.late()))
                .toList();
    }

    private static CaseEvent[] with(CaseEvent[] before, CaseCommand command) {
        var decider = new CaseDecider();
        var more = Spec.of(decider).given(before).when(command).events();
        return Stream.concat(Arrays.stream(before), more.stream()).toArray(CaseEvent[]::new);
    }

    private static CaseStepDue due(CaseStep step, int november) {
        return new CaseStepDue(step, LocalDate.of(2021, 11, november));
    }

    private static CaseStepOverdue missed(CaseStep step, int november) {
        return new CaseStepOverdue(step, LocalDate.of(2021, 11, november));
    }
}
