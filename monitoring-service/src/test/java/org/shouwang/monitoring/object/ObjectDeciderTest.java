package org.shouwang.monitoring.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.object.ObjectRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.object.ObjectCommand.*;
import org.shouwang.monitoring.object.ObjectEvent.*;

class ObjectDeciderTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    private static final UUID NEXT = UUID.fromString("00000000-0000-0000-0000-00000000000d");
    private static final UUID REMOVAL = UUID.fromString("00000000-0000-0000-0000-00000000000e");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-00000000000f");
    private static final String VILLAGE = "610727105208";
    private static final LocalDate NOV = LocalDate.of(2021, 11, 15);
    private static final LocalDate JUNE = LocalDate.of(2022, 6, 20);
    private static final BigDecimal INCOME = new BigDecimal("4860.00");
    private static final BigDecimal LINE = new BigDecimal("6000");
    private static final String REASON = "入户复核发现收入不稳定，消除标注有误";

    private static final DocumentRef DECISION = new DocumentRef("DOC_COUNTY_DECISION", "a".repeat(64));

    private static final ObjectIncluded INCLUDED = included(1, CASE, NOV);
    private static final ObjectGraded RED = new ObjectGraded(Grade.RED, GradeTrigger.IDENTIFICATION, "RED", NOV);
    private static final RemovalBegun BEGUN = new RemovalBegun(1, REMOVAL, JUNE);
    private static final RiskRemoved REMOVED = new RiskRemoved(1, REMOVAL, RemovalMethod.ASSISTED, JUNE, null, null);

    private final Spec<ObjectCommand, MonitoredObject, ObjectEvent> object = Spec.of(new ObjectDecider());

    @Test
    void a_household_is_included() {
        object.given().when(include(CASE, NOV, "01")).then(INCLUDED);
    }

    @Test
    void the_same_case_includes_once() {
        object.given(INCLUDED).when(include(CASE, NOV, "01")).thenNothing();
    }

    @Test
    void another_case_does_not_include_it_again() {
        object.given(INCLUDED).when(include(NEXT, NOV, "01")).thenRefused(ALREADY_OBJECT);
        object.given(INCLUDED, BEGUN).when(include(NEXT, NOV, "01")).thenRefused(ALREADY_OBJECT);
    }

    @Test
    void risks_are_those_of_the_form_one_to_five() {
        object.given().when(include(CASE, NOV)).thenRefused(RISK_REQUIRED);
        object.given().when(include(CASE, NOV, "08", "01")).thenRefused(RISK_UNKNOWN, "08");
        object.given()
                .when(include(CASE, NOV, "01", "03", "04", "05", "06", "07"))
                .thenRefused(TOO_MANY_RISKS);
        object.given().when(include(CASE, NOV, "01", "03", "04", "05", "06")).events();
    }

    @Test
    void a_removed_household_comes_back_as_a_new_episode() {
        object.given(INCLUDED, BEGUN, REMOVED)
                .when(include(NEXT, JUNE.plusDays(30), "01"))
                .then(new ObjectReentered(1, NEXT), included(2, NEXT, JUNE.plusDays(30)));
    }

    @Test
    void a_new_episode_does_not_begin_before_the_last_one_ended() {
        object.given(INCLUDED, BEGUN, REMOVED)
                .when(include(NEXT, JUNE.minusDays(1), "01"))
                .thenRefused(DATE_OUT_OF_ORDER, "2022-06-20");
    }

    @Test
    void nothing_else_happens_to_a_household_never_included() {
        object.given().when(new AddRisk("03", null, NOV, true)).thenRefused(NOT_AN_OBJECT);
        object.given().when(new RevokeRemoval(NOV, REASON)).thenRefused(NOT_AN_OBJECT);
    }

    @Test
    void a_risk_is_added_once() {
        object.given(INCLUDED).when(new AddRisk("03", null, NOV, true)).then(new RiskAdded("03", null, NOV));
        object.given(INCLUDED).when(new AddRisk("01", null, NOV, true)).thenNothing();
        object.given(INCLUDED).when(new AddRisk("99", " ", NOV, true)).thenRefused(RISK_NOTE_REQUIRED);
        object.given(INCLUDED).when(new AddRisk("07", null, NOV, false)).thenRefused(RISK_INCONSISTENT, "07");
        object.given(INCLUDED)
                .when(new AddRisk("03", null, NOV.minusDays(1), true))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-15");
        object.given(INCLUDED, risk("03"), risk("04"), risk("05"), risk("06"))
                .when(new AddRisk("07", null, NOV, true))
                .thenRefused(TOO_MANY_RISKS);
    }

    @Test
    void a_risk_is_resolved_that_is_there() {
        object.given(INCLUDED)
                .when(new ResolveRisk("01", List.of(), JUNE))
                .then(new RiskResolved("01", List.of(), JUNE));
        object.given(INCLUDED).when(new ResolveRisk("11", List.of(), JUNE)).thenRefused(RISK_NOT_RECORDED, "11");
    }

    @Test
    void what_is_on_record_changes_nothing_however_late_it_is_asked_again() {
        var resolve = new ResolveRisk("01", List.of(DECISION), JUNE);
        var resolved = new RiskResolved("01", List.of(DECISION), JUNE);
        var add = new AddRisk("03", null, NOV, true);
        object.given(INCLUDED, resolved).when(resolve).thenNothing();
        object.given(INCLUDED, resolved)
                .when(new ResolveRisk("01", List.of(), JUNE))
                .thenRefused(RISK_NOT_RECORDED, "01");
        object.given(INCLUDED, risk("03"), new RiskResolved("03", List.of(), JUNE))
                .when(add)
                .thenNothing();
        var entry = new NationalEntryRecorded("N1", NOV);
        var left = List.of(INCLUDED, risk("03"), resolved, entry, new BigDataImported("B1", NOV), BEGUN, REMOVED)
                .toArray(ObjectEvent[]::new);
        for (var again : List.of(add, resolve, new RecordNationalEntry("N1", NOV), new RecordImport("B1", NOV)))
            object.given(left).when(again).thenNothing();
        object.given(INCLUDED, BEGUN, REMOVED, new RemovalRevoked(1, JUNE, REASON))
                .when(new RevokeRemoval(JUNE, REASON))
                .thenNothing();
        object.given(INCLUDED, new ObjectVoided(1, JUNE, REASON, DECISION))
                .when(new VoidInclusion(JUNE.plusDays(1), REASON, DECISION))
                .thenRefused(OBJECT_NOT_ACTIVE);
    }

    @Test
    void an_episode_remembers_the_risks_it_ever_had() {
        var decider = new ObjectDecider();
        var state = decider.replay(
                decider.initial(),
                List.of(INCLUDED, risk("03"), new RiskResolved("01", List.of(), JUNE), risk("04"), risk("01")));
        assertThat(state.current().risks()).containsExactly("03", "04", "01");
        assertThat(state.current().everRisks()).containsExactly("03", "04", "01");
        state = decider.evolve(state, new RiskResolved("04", List.of(), JUNE));
        assertThat(state.current().everRisks()).containsExactly("03", "01", "04");
    }

    @Test
    void the_first_grade_is_given_and_later_ones_change_it() {
        var assess = assess(Grade.YELLOW, GradeTrigger.REEVALUATION, 0);
        object.given(INCLUDED).when(assess).then(new ObjectGraded(Grade.YELLOW, GradeTrigger.REEVALUATION, "R", NOV));
        object.given(INCLUDED, new ObjectGraded(Grade.RED, GradeTrigger.REEVALUATION, "R", NOV))
                .when(assess)
                .then(new GradeChanged(Grade.RED, Grade.YELLOW, GradeTrigger.REEVALUATION, "R", NOV));
        object.given(INCLUDED, new ObjectGraded(Grade.YELLOW, GradeTrigger.REEVALUATION, "R", NOV))
                .when(assess)
                .thenNothing();
    }

    @Test
    void a_grade_becomes_worse_by_anything_and_better_by_a_new_evaluation_with_all_warnings_closed() {
        var red = new ObjectGraded(Grade.RED, GradeTrigger.IDENTIFICATION, "R", NOV);
        var green = new ObjectGraded(Grade.GREEN, GradeTrigger.IDENTIFICATION, "R", NOV);
        for (var trigger : List.of(
                GradeTrigger.MONTHLY_CHECK,
                GradeTrigger.HARDSHIP_EVENT,
                GradeTrigger.INCOME_UPDATE,
                GradeTrigger.REEVALUATION))
            for (var worse : List.of(Grade.YELLOW, Grade.RED))
                object.given(INCLUDED, green)
                        .when(assess(worse, trigger, 1))
                        .then(new GradeChanged(Grade.GREEN, worse, trigger, "R", NOV));
        for (var better : List.of(Grade.YELLOW, Grade.GREEN)) {
            object.given(INCLUDED, red)
                    .when(assess(better, GradeTrigger.INCOME_UPDATE, 0))
                    .then(new GradeChanged(Grade.RED, better, GradeTrigger.INCOME_UPDATE, "R", NOV));
            object.given(INCLUDED, red)
                    .when(assess(better, GradeTrigger.REEVALUATION, 2))
                    .thenRefused(GRADE_HELD_BY_WARNINGS, "2");
            object.given(INCLUDED, red)
                    .when(assess(better, GradeTrigger.MONTHLY_CHECK, 0))
                    .thenRefused(GRADE_NOT_EVALUATED, "MONTHLY_CHECK");
            object.given(INCLUDED, red)
                    .when(assess(better, GradeTrigger.HARDSHIP_EVENT, 0))
                    .thenRefused(GRADE_NOT_EVALUATED, "HARDSHIP_EVENT");
        }
        object.given(INCLUDED, red)
                .when(assess(null, GradeTrigger.REEVALUATION, 0))
                .thenRefused(GRADE_NONE, "R");
    }

    private static Assess assess(Grade grade, GradeTrigger trigger, int openWarnings) {
        return new Assess(grade, trigger, "R", NOV, openWarnings);
    }

    @Test
    void import_follows_entry() {
        var entered = new NationalEntryRecorded("N1", NOV);
        object.given(INCLUDED, RED).when(new RecordImport("B1", NOV)).thenRefused(NATIONAL_ENTRY_REQUIRED_FIRST);
        object.given(INCLUDED, RED).when(new RecordNationalEntry("N1", NOV)).then(entered);
        object.given(INCLUDED, RED, entered).when(new RecordImport("B1", NOV)).then(new BigDataImported("B1", NOV));
        object.given(INCLUDED, RED, new NationalEntryRecorded("N1", NOV.plusDays(3)))
                .when(new RecordImport("B1", NOV.plusDays(2)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-18");
        object.given(INCLUDED, RED, entered, new BigDataImported("B1", NOV))
                .when(new RecordImport("B1", NOV))
                .thenNothing();
    }

    @Test
    void who_has_no_colour_is_not_imported() {
        var entered = new NationalEntryRecorded("N1", NOV);
        for (var history : List.of(List.of(INCLUDED), List.of(INCLUDED, entered)))
            object.given(history.toArray(ObjectEvent[]::new))
                    .when(new RecordImport("B1", NOV))
                    .thenRefused(STEP_NOT_IN_POLICY, "IMPORTED");
    }

    @Test
    void what_changed_since_the_entry_is_entered_too_any_number_of_times() {
        var entered = new NationalEntryRecorded("N1", NOV.plusDays(3));
        var updated = new NationalEntryUpdated(NOV.plusDays(9));
        object.given(INCLUDED).when(new RecordNationalUpdate(NOV)).thenRefused(NATIONAL_ENTRY_REQUIRED_FIRST);
        object.given(INCLUDED, entered)
                .when(new RecordNationalUpdate(NOV.plusDays(2)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-18");
        object.given(INCLUDED, entered)
                .when(new RecordNationalUpdate(NOV.plusDays(9)))
                .then(updated);
        object.given(INCLUDED, entered, updated)
                .when(new RecordNationalUpdate(NOV.plusDays(9)))
                .thenNothing();
        object.given(INCLUDED, entered, updated)
                .when(new RecordNationalUpdate(NOV.plusDays(30)))
                .then(new NationalEntryUpdated(NOV.plusDays(30)));
        object.given(INCLUDED, RED, entered)
                .when(new RecordNationalUpdate(NOV.plusDays(9)))
                .thenRefused(NATIONAL_ENTRY_REQUIRED_FIRST);
        object.given(INCLUDED, RED, entered, new BigDataImported("B1", NOV.plusDays(5)))
                .when(new RecordNationalUpdate(NOV.plusDays(9)))
                .then(updated);
    }

    @Test
    void one_removal_at_a_time() {
        object.given(INCLUDED).when(new BeginRemoval(REMOVAL, JUNE)).then(BEGUN);
        object.given(INCLUDED, BEGUN).when(new BeginRemoval(REMOVAL, JUNE)).thenNothing();
        object.given(INCLUDED, BEGUN).when(new BeginRemoval(OTHER, JUNE)).thenRefused(REMOVAL_IN_PROGRESS);
        object.given(INCLUDED)
                .when(new BeginRemoval(REMOVAL, NOV.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-15");
    }

    @Test
    void a_removal_that_comes_to_nothing_leaves_the_household_watched() {
        object.given(INCLUDED, BEGUN)
                .when(new AbandonRemoval(REMOVAL, JUNE))
                .then(new RemovalAbandoned(1, REMOVAL, JUNE));
        object.given(INCLUDED).when(new AbandonRemoval(REMOVAL, JUNE)).thenNothing();
        object.given(INCLUDED, BEGUN).when(new AbandonRemoval(OTHER, JUNE)).thenRefused(REMOVAL_NOT_IN_PROGRESS);
    }

    @Test
    void only_the_removal_under_way_removes() {
        object.given(INCLUDED, BEGUN).when(remove(REMOVAL)).then(REMOVED);
        object.given(INCLUDED, BEGUN).when(remove(OTHER)).thenRefused(REMOVAL_NOT_IN_PROGRESS);
        object.given(INCLUDED).when(remove(REMOVAL)).thenRefused(REMOVAL_NOT_IN_PROGRESS);
        object.given(INCLUDED, BEGUN, REMOVED).when(remove(REMOVAL)).thenNothing();
        object.given(INCLUDED, BEGUN, REMOVED)
                .when(new AddRisk("03", null, JUNE, true))
                .thenRefused(OBJECT_NOT_ACTIVE);
    }

    @Test
    void a_revoked_removal_brings_back_the_old_risks() {
        object.given(INCLUDED, BEGUN, REMOVED)
                .when(new RevokeRemoval(JUNE, REASON))
                .then(new RemovalRevoked(1, JUNE, REASON));
        object.given(INCLUDED, BEGUN, REMOVED, new RemovalRevoked(1, JUNE, REASON))
                .when(new AddRisk("01", null, JUNE, true))
                .thenNothing();
        object.given(INCLUDED).when(new RevokeRemoval(JUNE, REASON)).thenRefused(NOT_REMOVED);
        object.given(INCLUDED, BEGUN, REMOVED)
                .when(new RevokeRemoval(JUNE, "九个字九个字九个字"))
                .thenRefused(REASON_REQUIRED);
        object.given(INCLUDED, BEGUN, REMOVED)
                .when(new RevokeRemoval(JUNE, "十个字十个字十个字十"))
                .events();
        object.given(INCLUDED, BEGUN, REMOVED)
                .when(new RevokeRemoval(JUNE.minusDays(1), REASON))
                .thenRefused(DATE_OUT_OF_ORDER, "2022-06-20");
    }

    @Test
    void a_mistaken_inclusion_is_voided() {
        object.given(INCLUDED)
                .when(new VoidInclusion(JUNE, REASON, DECISION))
                .then(new ObjectVoided(1, JUNE, REASON, DECISION));
        object.given(INCLUDED, new ObjectVoided(1, JUNE, REASON, DECISION))
                .when(new VoidInclusion(JUNE, REASON, DECISION))
                .thenNothing();
        object.given(INCLUDED)
                .when(new VoidInclusion(JUNE, REASON, new DocumentRef("DOC_PHOTO", "a".repeat(64))))
                .thenRefused(EVIDENCE_MISSING, "DOC_COUNTY_DECISION");
        object.given(INCLUDED)
                .when(new VoidInclusion(JUNE, REASON, null))
                .thenRefused(EVIDENCE_MISSING, "DOC_COUNTY_DECISION");
        object.given(INCLUDED, BEGUN)
                .when(new VoidInclusion(JUNE, REASON, DECISION))
                .thenRefused(REMOVAL_IN_PROGRESS);
        object.given(INCLUDED, new ObjectVoided(1, JUNE, REASON, DECISION))
                .when(include(NEXT, JUNE, "01"))
                .then(new ObjectReentered(1, NEXT), included(2, NEXT, JUNE));
    }

    @Test
    void an_object_moves_with_its_household() {
        object.given(INCLUDED)
                .when(new Move("610727105207", JUNE))
                .then(new ObjectMoved(VILLAGE, "610727105207", JUNE));
        object.given(INCLUDED).when(new Move(VILLAGE, JUNE)).thenNothing();
    }

    private static Include include(UUID id, LocalDate on, String... risks) {
        return new Include(id, VILLAGE, ObjectType.UNSTABLE, List.of(risks), null, INCOME, LINE, on, 10, 30);
    }

    private static ObjectIncluded included(int episode, UUID id, LocalDate on) {
        return new ObjectIncluded(
                episode, id, ObjectType.UNSTABLE, List.of("01"), null, INCOME, LINE, on, 10, 30, VILLAGE);
    }

    private static Remove remove(UUID id) {
        return new Remove(id, RemovalMethod.ASSISTED, JUNE, null, null);
    }

    private static RiskAdded risk(String code) {
        return new RiskAdded(code, null, NOV);
    }
}
