package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;
import static org.shouwang.monitoring.identification.Story.*;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.ConsentFact;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.Labour;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.CaseView.AskedView;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;

/** From the clue to the village's review: what each step needs, and what it is refused for. */
class CaseStepsTest {

    private final Spec<CaseCommand, IdentificationCase, CaseEvent> file = Spec.of(new CaseDecider());

    @Test
    void a_case_is_due_fifteen_days_after_its_clue() {
        var opened = (CaseOpened) file.given().when(open()).events().getFirst();
        assertThat(opened.dueOn()).isEqualTo(day(16));
        assertThat(opened.terms()).isEqualTo(COUNTY_2021);
    }

    @ParameterizedTest
    @CsvSource({"2020-04-01,2020-04-15", "2020-04-15,2020-04-15", "2020-04-16,"})
    void a_case_of_the_2020_plan_is_due_on_the_day_of_the_evaluation_unless_its_clue_came_later(
            LocalDate clueOn, LocalDate due) {
        var events = file.given().when(opened2020(clueOn)).events();
        assertThat(((CaseOpened) events.getFirst()).dueOn()).isEqualTo(due);
    }

    @Test
    void a_case_that_is_open_behind_the_day_of_the_evaluation_is_overdue() {
        var day = LocalDate.of(2020, 4, 15);
        var events =
                file.given().when(opened2020(LocalDate.of(2020, 4, 1))).events().toArray(CaseEvent[]::new);
        file.given(events).when(new NoteOverdue(day)).thenNothing();
        file.given(events).when(new NoteOverdue(day.plusDays(1))).then(new CaseOverdue(day));
    }

    private static Open opened2020(LocalDate clueOn) {
        return new Open(
                HOUSEHOLD,
                VILLAGE,
                List.of(CLUE),
                ClueSource.CADRE_SWEEP,
                clueOn,
                clueOn,
                false,
                null,
                List.of(),
                null,
                false,
                null,
                null,
                TOWN_2020,
                List.of(ClueSource.CADRE_SWEEP));
    }

    @Test
    void a_case_that_keeps_terms_of_before_still_reads() {
        var opened = file.given().when(open()).events().getFirst();
        var before = Cases.CATALOG.encode(opened).data().replace("\"meetings\":\"WEEKLY\"", "\"weeklyMeeting\":true");
        assertThat(before).contains("weeklyMeeting");
        assertThat(Cases.CATALOG.decode(new EventCatalog.Encoded("CaseOpened", 1, before, null)))
                .isEqualTo(opened);
    }

    @Test
    void a_policy_may_count_working_days() throws IOException {
        ObjectNode terms = Json.MAPPER.valueToTree(COUNTY_2021);
        terms.put("identifyMaxDays", 20).put("identifyDayType", "WORKING");
        var opened = (CaseOpened) file.given()
                .when(open(Json.MAPPER.treeToValue(terms, PolicyTerms.class)))
                .events()
                .getFirst();
        assertThat(opened.dueOn()).isEqualTo(day(29));
    }

    @Test
    void the_steps_that_a_policy_leaves_out_are_skipped_at_once() {
        var events = file.given().when(open(TOWN_2020)).events();
        assertThat(events.subList(1, events.size()))
                .containsExactly(
                        skipped(CaseStep.CONSENT),
                        skipped(CaseStep.COMPARE),
                        skipped(CaseStep.PUBLICITY),
                        skipped(CaseStep.COUNTY));
    }

    @Test
    void opening_again_changes_nothing_and_another_opening_is_refused() {
        file.given(history(open())).when(open()).thenNothing();
        file.given(history(open()))
                .when(opening(List.of(id(9)), ClueSource.CADRE_SWEEP, day(1), false, null, null, false))
                .thenRefused(CASE_EXISTS);
        var c = open();
        file.given(history(c))
                .when(new Open(
                        c.householdId(),
                        c.areaCode(),
                        c.clueIds(),
                        c.channel(),
                        c.clueOn(),
                        c.openedOn(),
                        false,
                        null,
                        docs("DOC_APPLICATION", "DOC_PHOTO"),
                        null,
                        false,
                        null,
                        null,
                        c.terms(),
                        List.of(c.channel())))
                .thenRefused(CASE_EXISTS);
        var green = opening(List.of(CLUE), ClueSource.CADRE_SWEEP, day(1), true, "山洪冲毁房屋", null, false);
        file.given(history(green)).when(green).thenNothing();
        file.given(history(green))
                .when(opening(List.of(CLUE), ClueSource.CADRE_SWEEP, day(1), true, "主要劳动力车祸", null, false))
                .thenRefused(CASE_EXISTS);
    }

    @Test
    void a_case_needs_a_clue_and_a_household_that_is_neither_an_object_nor_in_another_case() {
        file.given()
                .when(opening(List.of(), ClueSource.CADRE_SWEEP, day(1), false, null, null, false))
                .thenRefused(CLUE_REQUIRED);
        file.given()
                .when(opening(List.of(CLUE), ClueSource.CADRE_SWEEP, day(1), false, null, null, true))
                .thenRefused(ALREADY_OBJECT);
        file.given()
                .when(opening(List.of(CLUE), ClueSource.CADRE_SWEEP, day(1), false, null, id(9), false))
                .thenRefused(CASE_ALREADY_OPEN, id(9).toString());
        file.given()
                .when(opening(
                        List.of(CLUE), ClueSource.CADRE_SWEEP, LocalDate.of(2021, 10, 31), false, null, null, false))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
    }

    @Test
    void its_channel_is_the_source_of_one_of_its_clues() {
        var sources = List.of(ClueSource.DEPT_SCREENING, ClueSource.CADRE_SWEEP);
        for (var source : sources) {
            var opened = (CaseOpened)
                    file.given().when(through(source, sources)).events().getFirst();
            assertThat(opened.channel()).isEqualTo(source);
        }
        file.given()
                .when(through(ClueSource.PETITION, sources))
                .thenRefused(CHANNEL_NOT_OF_CLUES, "DEPT_SCREENING", "CADRE_SWEEP");
    }

    private static Open through(ClueSource channel, List<ClueSource> sources) {
        return new Open(
                HOUSEHOLD,
                VILLAGE,
                List.of(CLUE, id(9)),
                channel,
                CLUE_ON,
                CLUE_ON,
                false,
                null,
                docs("DOC_APPLICATION"),
                null,
                false,
                null,
                null,
                COUNTY_2021,
                sources);
    }

    @Test
    void the_green_channel_says_what_happened() {
        file.given()
                .when(opening(List.of(CLUE), ClueSource.CADRE_SWEEP, day(1), true, " ", null, false))
                .thenRefused(REASON_REQUIRED, "greenReason");
        var green = opening(List.of(CLUE), ClueSource.CADRE_SWEEP, day(1), true, "房屋被山洪冲毁", null, false);
        var visited = (HomeVisited) file.given(history(green))
                .when(visit(day(1), household(), null, null, findings("0201")))
                .events()
                .getFirst();
        assertThat(visited.greenChannel()).isTrue();
    }

    @Test
    void households_do_not_apply_under_the_2020_plan() {
        var c = open(TOWN_2020);
        file.given()
                .when(new Open(
                        c.householdId(),
                        c.areaCode(),
                        c.clueIds(),
                        ClueSource.SELF_DECLARATION,
                        c.clueOn(),
                        c.openedOn(),
                        false,
                        null,
                        c.documents(),
                        null,
                        false,
                        null,
                        null,
                        TOWN_2020,
                        List.of(ClueSource.SELF_DECLARATION)))
                .thenRefused(APPLICATION_FORBIDDEN_BY_POLICY, "POL-2020-TOWN");
    }

    @Test
    void a_visit_brings_income_safeguards_and_a_recommendation() {
        var events = file.given(history(open())).when(visit()).events();
        assertThat(events).hasSize(2);
        assertThat(((HomeVisited) events.getFirst()).visitors()).containsExactly("grid-member", "info-officer");
        var recommendation = ((RecommendationComputed) events.getLast()).recommendation();
        assertThat(recommendation.type()).isEqualTo(ObjectType.UNSTABLE);
        assertThat(recommendation.income()).isEqualByComparingTo("4860.00");
    }

    @Test
    void the_same_visit_again_changes_nothing_and_another_one_counts_instead() {
        file.given(history(open(), visit())).when(visit()).thenNothing();
        var events = file.given(history(open(), visit()))
                .when(visit(findings(), "31000.00"))
                .events();
        assertThat(((RecommendationComputed) events.getLast()).recommendation().reasonCode())
                .isEqualTo("ABOVE_LINE");
    }

    @Test
    void without_a_line_a_visit_recommends_nothing() {
        var events = file.given(history(open())).when(withoutLine(visit())).events();
        assertThat(events).hasSize(1).first().isInstanceOf(HomeVisited.class);
    }

    @Test
    void a_visit_is_signed_by_both_and_brings_its_form() {
        var v = visit();
        file.given(history(open()))
                .when(new Visit(
                        v.visitedOn(),
                        v.visitors(),
                        "x",
                        List.of("COLLECTOR"),
                        v.documents(),
                        v.household(),
                        v.income(),
                        v.safeguards(),
                        v.findings(),
                        LINE))
                .thenRefused(SIGNATURE_MISSING, "HOUSEHOLDER");
        file.given(history(open()))
                .when(new Visit(
                        v.visitedOn(),
                        v.visitors(),
                        "x",
                        v.signatures(),
                        docs("DOC_PHOTO"),
                        v.household(),
                        v.income(),
                        v.safeguards(),
                        v.findings(),
                        LINE))
                .thenRefused(EVIDENCE_MISSING, "DOC_VISIT_FORM");
        file.given(history(open()))
                .when(new Visit(
                        v.visitedOn(),
                        v.visitors(),
                        "x",
                        v.signatures(),
                        docs("DOC_VISIT_FORM"),
                        v.household(),
                        v.income(),
                        v.safeguards(),
                        v.findings(),
                        LINE))
                .thenRefused(EVIDENCE_MISSING, "DOC_PHOTO");
        file.given(history(open()))
                .when(new Visit(
                        v.visitedOn(),
                        List.of(),
                        "x",
                        v.signatures(),
                        v.documents(),
                        v.household(),
                        v.income(),
                        v.safeguards(),
                        v.findings(),
                        LINE))
                .thenRefused(VISITOR_REQUIRED);
        file.given(history(open()))
                .when(new Visit(
                        v.visitedOn(),
                        List.of("李某"),
                        "x",
                        v.signatures(),
                        v.documents(),
                        v.household(),
                        v.income(),
                        v.safeguards(),
                        v.findings(),
                        LINE))
                .thenRefused(PERSON_CODE, "visitors");
        file.given(history(open()))
                .when(new Visit(
                        v.visitedOn(),
                        v.visitors(),
                        "x",
                        v.signatures(),
                        List.of(new DocumentRef("DOC_VISIT_FORM", "AB")),
                        v.household(),
                        v.income(),
                        v.safeguards(),
                        v.findings(),
                        LINE))
                .thenRefused(DOCUMENT_INVALID, "DOC_VISIT_FORM");
    }

    @Test
    void a_visit_cites_income_and_safeguards() {
        file.given(history(open()))
                .when(visit(day(3), household(), null, safeguards(SafeguardResult.PASS), findings("01")))
                .thenRefused(INCOME_STATEMENT_REQUIRED);
        file.given(history(open()))
                .when(visit(day(3), household(), income("24300.00"), null, findings("01")))
                .thenRefused(SAFEGUARD_CHECK_REQUIRED);
    }

    @Test
    void no_visit_before_the_clue_and_none_after_the_review() {
        file.given(history(open()))
                .when(visit(
                        LocalDate.of(2021, 10, 31),
                        household(),
                        income("24300.00"),
                        safeguards(SafeguardResult.PASS),
                        findings("01")))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
        file.given(history(open(), visit(), consent(), comparison(), review()))
                .when(visit(findings("06"), "24300.00"))
                .thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
    }

    @Test
    void the_income_covers_the_twelve_months_before_the_clue() {
        var late = income(
                "24300.00",
                YearMonth.of(2020, 10),
                YearMonth.of(2021, 9),
                IncomeBasis.ACTUAL_12M,
                IncomeFact.State.SIGNED);
        file.given(history(open()))
                .when(visit(day(3), household(), late, safeguards(SafeguardResult.PASS), findings("01")))
                .thenRefused(INCOME_WINDOW_MISMATCH, "2020-11..2021-10");
        var estimated = income(
                "24300.00",
                YearMonth.of(2021, 1),
                YearMonth.of(2021, 12),
                IncomeBasis.ESTIMATED_YEAR,
                IncomeFact.State.SIGNED);
        file.given(history(open()))
                .when(visit(day(3), household(), estimated, safeguards(SafeguardResult.PASS), findings("01")))
                .thenRefusedFor(INCOME_WINDOW_MISMATCH);
    }

    @Test
    void risks_are_those_of_the_form_and_fit_the_household() {
        file.given(history(open())).when(visit(findings("08"), "24300.00")).thenRefused(RISK_UNKNOWN, "08");
        file.given(history(open()))
                .when(visit(findings("01", "03", "05", "06", "09", "10"), "24300.00"))
                .thenRefused(TOO_MANY_RISKS);
        file.given(history(open())).when(visit(findings("99"), "24300.00")).thenRefused(RISK_NOTE_REQUIRED);
        var able = household(RegisteredType.LIFTED, Labour.NORMAL, Labour.SKILLED);
        file.given(history(open()))
                .when(visit(day(3), able, income("24300.00"), safeguards(SafeguardResult.PASS), findings("04")))
                .thenRefused(RISK_INCONSISTENT, "04");
        var unable = household(RegisteredType.LIFTED, Labour.LOST, Labour.NONE);
        file.given(history(open()))
                .when(visit(day(3), unable, income("24300.00"), safeguards(SafeguardResult.PASS), findings("07")))
                .thenRefused(RISK_INCONSISTENT, "07");
        file.given(history(open())).when(visit(findings("09"), "24300.00")).thenRefused(RISK_INCONSISTENT, "09");
        for (var compulsory : List.of("PRESCHOOL_AGE", "KINDERGARTEN", "PRIMARY", "GRADE_9"))
            file.given(history(open())).when(studying(compulsory)).thenRefused(RISK_INCONSISTENT, "09");
        for (var beyond : List.of("SENIOR_1", "VOCATIONAL_3", "COLLEGE_2", "BACHELOR_4"))
            file.given(history(open())).when(studying(beyond)).events();
    }

    private static Visit studying(String student) {
        var pupil =
                new HouseholdFact.Member(id(50), "30", Labour.NONE, student, YearMonth.of(2005, 3), false, null, null);
        var household = new HouseholdFact(HOUSEHOLD, VILLAGE, RegisteredType.LIFTED, List.of(pupil), List.of(), null);
        return visit(day(3), household, income("24300.00"), safeguards(SafeguardResult.PASS), findings("09"));
    }

    @Test
    void notes_hold_no_numbers_of_persons() {
        var findings = new Findings(List.of("01"), null, false, false, false, false, List.of(), "户主999999196503121011");
        file.given(history(open())).when(visit(findings, "24300.00")).thenRefused(SENSITIVE_TEXT, "note");
    }

    @Test
    void a_consent_is_linked_while_it_is_valid() {
        file.given(history(open(), visit()))
                .when(consent())
                .then(new ConsentLinked(
                        CONSENT,
                        day(3),
                        LocalDate.of(2022, 5, 3),
                        List.of("VEHICLE", "PROPERTY"),
                        docs("DOC_CONSENT")));
        file.given(history(open(), visit(), consent())).when(consent()).thenNothing();
        file.given(history(open(), visit()))
                .when(new LinkConsent(ended(day(3)), day(3), docs("DOC_CONSENT")))
                .thenRefused(CONSENT_REQUIRED);
        file.given(history(open(), visit()))
                .when(new LinkConsent(consented(), day(2), docs("DOC_CONSENT")))
                .thenRefused(CONSENT_REQUIRED);
        file.given(history(open(), visit()))
                .when(new LinkConsent(consented(), day(3), List.of()))
                .thenRefused(EVIDENCE_MISSING, "DOC_CONSENT");
    }

    @Test
    void nothing_is_compared_without_a_valid_consent() {
        file.given(history(open(), visit())).when(comparison()).thenRefused(CONSENT_REQUIRED);
        var c = comparison();
        file.given(history(open(), visit(), consent()))
                .when(new Compare(day(5), c.departments(), ended(day(4)), c.documents(), LINE))
                .thenRefused(CONSENT_REQUIRED);
        file.given(history(open(), visit(), consent()))
                .when(new Compare(LocalDate.of(2022, 5, 4), c.departments(), consented(), c.documents(), LINE))
                .thenRefused(CONSENT_REQUIRED);
    }

    @Test
    void a_comparison_names_departments_within_the_consent_and_brings_its_result() {
        var vehicles = new Comparison("VEHICLE", day(5), false, null);
        var c = comparison();
        file.given(history(open(), visit(), consent()))
                .when(new Compare(day(5), List.of(), consented(), c.documents(), LINE))
                .thenRefused(COMPARISON_EMPTY);
        file.given(history(open(), visit(), consent()))
                .when(comparison(vehicles, new Comparison("BANK", day(5), false, null)))
                .thenRefused(CONSENT_SCOPE, "BANK");
        file.given(history(open(), visit(), consent()))
                .when(comparison(vehicles, new Comparison("FORTUNE_TELLER", day(5), false, null)))
                .thenRefused(DEPARTMENT_UNKNOWN, "FORTUNE_TELLER");
        file.given(history(open(), visit(), consent()))
                .when(comparison(vehicles, new Comparison("HOUSING", day(5), false, null)))
                .then(new ComparisonCompleted(
                        day(5),
                        List.of(vehicles, new Comparison("HOUSING", day(5), false, null)),
                        docs("DOC_COMPARE_RESULT")));
        file.given(history(open(), visit(), consent()))
                .when(comparison(new Comparison("VEHICLE", day(2), false, null)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-03");
        file.given(history(open(), visit(), consent()))
                .when(new Compare(day(5), c.departments(), consented(), List.of(), LINE))
                .thenRefused(EVIDENCE_MISSING, "DOC_COMPARE_RESULT");
        file.given(history(open(), visit(), consent(), comparison()))
                .when(comparison())
                .thenNothing();
    }

    @Test
    void nobody_is_asked_to_compare_without_a_valid_consent() {
        file.given(history(open(), visit())).when(request(4, "VEHICLE")).thenRefused(CONSENT_REQUIRED);
        var agreed = file.given(history(open(), visit(), consent()));
        agreed.when(new RequestComparison(List.of("VEHICLE"), day(4), ended(day(4))))
                .thenRefused(CONSENT_REQUIRED);
        agreed.when(new RequestComparison(List.of("VEHICLE"), LocalDate.of(2022, 5, 4), consented()))
                .thenRefused(CONSENT_REQUIRED);
        agreed.when(request(4, "HOUSING", "VEHICLE", "HOUSING"))
                .then(new ComparisonRequested(List.of("HOUSING", "VEHICLE"), day(4)));
    }

    @Test
    void a_request_names_departments_within_the_consent_on_or_behind_its_day() {
        var agreed = file.given(history(open(), visit(), consent()));
        agreed.when(request(4, "VEHICLE", "FORTUNE_TELLER")).thenRefused(DEPARTMENT_UNKNOWN, "FORTUNE_TELLER");
        agreed.when(request(4, "VEHICLE", "BANK")).thenRefused(CONSENT_SCOPE, "BANK");
        var late = history(open(), visit(), new LinkConsent(consented(), day(4), docs("DOC_CONSENT")));
        file.given(late).when(request(3, "VEHICLE")).thenRefused(DATE_OUT_OF_ORDER, "2021-11-04");
        file.given(history(open(TOWN_2020))).when(request(4, "VEHICLE")).thenRefused(STEP_NOT_IN_POLICY, "COMPARE");
    }

    @Test
    void who_was_asked_has_answered_once_a_comparison_names_it() {
        var first = request(4, "VEHICLE", "HOUSING");
        file.given(history(open(), visit(), consent(), first))
                .when(request(4, "HOUSING", "VEHICLE"))
                .thenNothing();
        assertThat(asked(open(), visit(), consent(), comparison())).isEmpty();
        assertThat(asked(open(), visit(), consent(), first, comparison()))
                .containsExactly(
                        new AskedView("HOUSING", "住建", day(4), null), new AskedView("VEHICLE", "公安车管", day(4), day(5)));
        var second = new Comparison("HOUSING", day(5), false, null);
        assertThat(asked(open(), visit(), consent(), first, comparison(), comparison(second), request(6, "VEHICLE")))
                .containsExactly(
                        new AskedView("HOUSING", "住建", day(4), day(5)), new AskedView("VEHICLE", "公安车管", day(6), null));
    }

    private static RequestComparison request(int november, String... depts) {
        return new RequestComparison(List.of(depts), day(november), consented());
    }

    private static List<AskedView> asked(CaseCommand... commands) {
        var decider = new CaseDecider();
        return decider.replay(decider.initial(), List.of(history(commands)))
                .file()
                .requests()
                .asked();
    }

    @Test
    void what_the_departments_find_asks_for_a_reason_but_never_refuses() {
        var hit = comparison(new Comparison("VEHICLE", day(5), true, "CAR"));
        var events = file.given(history(open(), visit(), consent())).when(hit).events();
        var recommendation = ((RecommendationComputed) events.getLast()).recommendation();
        assertThat(recommendation.include()).isTrue();
        assertThat(recommendation.manualJustification()).isTrue();
        file.given(history(open(), visit(), consent(), hit)).when(review()).thenRefused(REASON_REQUIRED, "10");
        file.given(history(open(), visit(), consent(), hit))
                .when(review(true, REASON))
                .events();
    }

    @Test
    void what_a_department_found_is_not_undone_by_what_another_finds() {
        var hit = comparison(new Comparison("VEHICLE", day(5), true, "CAR"));
        var none = comparison(new Comparison("HOUSING", day(5), false, null));
        file.given(history(open(), visit(), consent(), hit, none))
                .when(review())
                .thenRefused(REASON_REQUIRED, "10");
        file.given(history(open(), visit(), consent(), hit, none)).when(hit).thenNothing();
        var cleared = comparison(new Comparison("VEHICLE", day(5), false, null));
        file.given(history(open(), visit(), consent(), hit, none, cleared))
                .when(review())
                .events();
    }

    @Test
    void the_comparison_may_come_as_late_as_the_publicity() {
        file.given(history(open(), visit(), consent(), review(), publicity()))
                .when(comparison())
                .then(new ComparisonCompleted(day(5), comparison().departments(), docs("DOC_COMPARE_RESULT")));
        file.given(history(open(), visit(), consent(), review(), publicity()))
                .when(town(11))
                .thenRefused(STEP_OUT_OF_ORDER, "COMPARE");
    }

    @Test
    void a_review_follows_the_recommendation_without_a_reason() {
        var concluded = (ReviewConcluded) file.given(history(open(), visit(), consent(), comparison()))
                .when(review())
                .events()
                .getFirst();
        assertThat(concluded.type()).isEqualTo(ObjectType.UNSTABLE);
        assertThat(concluded.risks()).containsExactly("01");
        assertThat(concluded.differs()).isFalse();
    }

    @Test
    void a_review_that_decides_otherwise_says_why() {
        var before = history(open(), visit(), consent(), comparison());
        file.given(before).when(review(false, null)).thenRefused(REASON_REQUIRED, "10");
        file.given(before).when(review(false, "不困难")).thenRefused(REASON_REQUIRED, "10");
        assertThat(((ReviewConcluded) file.given(before)
                                .when(review(false, REASON))
                                .events()
                                .getFirst())
                        .differs())
                .isTrue();
        var above = history(open(), visit(findings("01"), "31000.00"), consent(), comparison());
        file.given(above)
                .when(with(review(), ObjectType.UNSTABLE, null, new Votes(3, 0, 0)))
                .thenRefused(REASON_REQUIRED, "10");
        file.given(above).when(review(true, REASON)).thenRefused(TYPE_REQUIRED);
    }

    @Test
    void a_review_names_a_type_that_the_policy_has_and_the_household_fits() {
        var before = history(open(), visit(), consent(), comparison());
        file.given(before)
                .when(with(review(true, REASON), ObjectType.EDGE, null, null))
                .thenRefused(TYPE_INCONSISTENT, "EDGE");
        file.given(before)
                .when(with(review(true, REASON), ObjectType.UNSTABLE, List.of(), null))
                .thenRefused(RISK_REQUIRED);
        file.given(before)
                .when(with(review(true, REASON), ObjectType.UNSTABLE, List.of("08"), null))
                .thenRefused(RISK_UNKNOWN, "08");
        file.given(before).when(with(review(), null, null, new Votes(1, 2, 0))).thenRefused(VOTES_AGAINST);
    }

    @Test
    void minutes_count_only_when_they_are_complete() {
        var before = history(open(), visit(), consent(), comparison());
        file.given(before)
                .when(minutes(" ", null, null, List.of(), 0))
                .thenRefused(MINUTES_INCOMPLETE, "PLACE", "HOST", "RECORDER", "ATTENDEES");
        file.given(before)
                .when(minutes("村委会", "a", "b", List.of("a", "b", "c"), 2))
                .thenRefused(MINUTES_INCOMPLETE, "SIGN_IN");
        file.given(before)
                .when(minutes("村委会", "a", "b", List.of("a", "b", "c"), null))
                .thenRefused(MINUTES_INCOMPLETE, "SIGN_IN");
        file.given(before).when(minutes("村委会", "王主任", "b", List.of("a"), 1)).thenRefusedFor(PERSON_CODE);
        file.given(before)
                .when(with(review(), null, null, new Votes(3, 1, 0)))
                .thenRefused(MINUTES_INCOMPLETE, "VOTES");
    }

    @Test
    void a_review_needs_the_visit_the_consent_and_its_papers() {
        file.given(history(open())).when(review()).thenRefused(STEP_OUT_OF_ORDER, "VISIT");
        file.given(history(open(), visit())).when(review()).thenRefused(CONSENT_REQUIRED);
        var c = review();
        file.given(history(open(), visit(), consent()))
                .when(new Review(
                        c.heldOn(),
                        c.place(),
                        c.host(),
                        c.recorder(),
                        c.attendees(),
                        3,
                        5,
                        c.votes(),
                        true,
                        null,
                        null,
                        null,
                        docs("DOC_PHOTO"),
                        c.income(),
                        c.consent(),
                        LINE,
                        c.household()))
                .thenRefused(EVIDENCE_MISSING, "DOC_REVIEW_MINUTES", "DOC_SIGN_IN");
    }

    @Test
    void the_application_may_be_handed_in_up_to_the_review_but_not_later() {
        var bare = new Open(
                HOUSEHOLD,
                VILLAGE,
                List.of(CLUE),
                ClueSource.CADRE_SWEEP,
                CLUE_ON,
                CLUE_ON,
                false,
                null,
                List.of(),
                null,
                false,
                null,
                null,
                COUNTY_2021,
                List.of(ClueSource.CADRE_SWEEP));
        file.given(history(bare, visit(), consent())).when(review()).thenRefused(EVIDENCE_MISSING, "DOC_APPLICATION");
        var c = consent();
        var later = new LinkConsent(c.consent(), c.linkedOn(), docs("DOC_CONSENT", "DOC_APPLICATION"));
        file.given(history(bare, visit(), later)).when(review()).events();
    }

    @Test
    void the_income_statement_is_signed_by_then_and_the_line_known() {
        var before = history(open(), visit(), consent());
        var draft = income(
                "24300.00",
                YearMonth.of(2020, 11),
                YearMonth.of(2021, 10),
                IncomeBasis.ACTUAL_12M,
                IncomeFact.State.DRAFT);
        file.given(before).when(reviewOn(draft, LINE)).thenRefused(SIGNATURE_MISSING, "INCOME_STATEMENT");
        file.given(history(open(), withoutLine(visit()), consent()))
                .when(reviewOn(income("24300.00"), null))
                .thenRefused(LINE_NOT_DEFINED, VILLAGE, "2021");
        var events = file.given(history(open(), withoutLine(visit()), consent()))
                .when(review())
                .events();
        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(RecommendationComputed.class, ReviewConcluded.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void no_review_before_the_visit(int november) {
        var c = review();
        file.given(history(open(), visit(), consent()))
                .when(new Review(
                        day(november),
                        c.place(),
                        c.host(),
                        c.recorder(),
                        c.attendees(),
                        3,
                        5,
                        c.votes(),
                        true,
                        null,
                        null,
                        null,
                        c.documents(),
                        c.income(),
                        c.consent(),
                        LINE,
                        c.household()))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-03");
    }

    private static Open opening(
            List<java.util.UUID> clues,
            ClueSource source,
            LocalDate on,
            boolean green,
            String reason,
            java.util.UUID other,
            boolean object) {
        return new Open(
                HOUSEHOLD,
                VILLAGE,
                clues,
                source,
                CLUE_ON,
                on,
                green,
                reason,
                docs("DOC_APPLICATION"),
                other,
                object,
                null,
                null,
                COUNTY_2021,
                List.of(source));
    }

    private static CaseStepSkipped skipped(CaseStep step) {
        return new CaseStepSkipped(step, "POL-2020-TOWN", 1);
    }

    private static ConsentFact ended(LocalDate on) {
        var c = consented();
        return new ConsentFact(c.id(), c.householdId(), c.scope(), c.signers(), c.grantedOn(), c.validTo(), on);
    }

    private static Visit withoutLine(Visit v) {
        return new Visit(
                v.visitedOn(),
                v.visitors(),
                v.recorder(),
                v.signatures(),
                v.documents(),
                v.household(),
                v.income(),
                v.safeguards(),
                v.findings(),
                null);
    }

    private static Review with(Review c, ObjectType type, List<String> risks, Votes votes) {
        return new Review(
                c.heldOn(),
                c.place(),
                c.host(),
                c.recorder(),
                c.attendees(),
                c.signIns(),
                c.shouldAttend(),
                votes,
                c.included(),
                type,
                risks,
                c.reason(),
                c.documents(),
                c.income(),
                c.consent(),
                c.line(),
                c.household());
    }

    private static Review reviewOn(IncomeFact income, BigDecimal line) {
        var c = review();
        return new Review(
                c.heldOn(),
                c.place(),
                c.host(),
                c.recorder(),
                c.attendees(),
                c.signIns(),
                c.shouldAttend(),
                c.votes(),
                true,
                null,
                null,
                null,
                c.documents(),
                income,
                c.consent(),
                line,
                c.household());
    }

    private static Review minutes(String place, String host, String recorder, List<String> attendees, Integer signIns) {
        var c = review();
        return new Review(
                c.heldOn(),
                place,
                host,
                recorder,
                attendees,
                signIns,
                null,
                null,
                true,
                null,
                null,
                null,
                c.documents(),
                c.income(),
                c.consent(),
                LINE,
                c.household());
    }
}
