package org.shouwang.monitoring.clue;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.clue.ClueRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.clue.ClueCommand.*;
import org.shouwang.monitoring.clue.ClueEvent.*;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.policy.SamplePolicies;

class ClueDeciderTest {

    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    private static final YearMonth FIRST = YearMonth.of(2020, 11);
    private static final YearMonth LAST = YearMonth.of(2021, 10);
    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    private static final UUID WARNING = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    private static final UUID MEMBER = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    private static final String VILLAGE = "610727105208";
    private static final LocalDate NOV_1 = LocalDate.of(2021, 11, 1);
    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);
    private static final PolicyTerms TERMS = SamplePolicies.county2021();
    private static final IncomeWindow WINDOW = IncomeWindow.of(TERMS, NOV_1, DUE);
    private static final RiskClueReceived RECEIVED = new RiskClueReceived(
            HOUSEHOLD, VILLAGE, ClueSource.CADRE_SWEEP, "收入下降", NOV_1, null, null, null, List.of(), DUE, null);

    private final Spec<ClueCommand, Clue, ClueEvent> clue = Spec.of(new ClueDecider());

    @Test
    void a_clue_is_received_and_due_in_seven_working_days() {
        clue.given()
                .when(receive(ClueSource.CADRE_SWEEP, "收入下降", null, null, TERMS))
                .then(RECEIVED);
    }

    @Test
    void a_declaration_gets_a_receipt() {
        clue.given()
                .when(receive(ClueSource.SELF_DECLARATION, "收入下降", new Declarant(MEMBER, true), null, TERMS))
                .then(new RiskClueReceived(
                        HOUSEHOLD,
                        VILLAGE,
                        ClueSource.SELF_DECLARATION,
                        "收入下降",
                        NOV_1,
                        MEMBER,
                        null,
                        "SB-1",
                        List.of(),
                        DUE,
                        null));
    }

    @Test
    void somebody_else_may_declare_but_must_say_who_he_is_to_the_household() {
        clue.given()
                .when(receive(ClueSource.SELF_DECLARATION, "收入下降", null, null, TERMS))
                .thenRefused(DECLARANT_REQUIRED);
        clue.given()
                .when(receive(ClueSource.SELF_DECLARATION, "收入下降", null, "邻居代办", TERMS))
                .events();
    }

    @Test
    void nobody_declares_as_a_member_of_a_household_that_is_not_his() {
        var stranger = receive(ClueSource.SELF_DECLARATION, "收入下降", new Declarant(MEMBER, false), null, TERMS);
        clue.given().when(stranger).thenRefused(DECLARANT_NOT_OF_HOUSEHOLD);
        clue.given(new RiskClueReceived(
                        HOUSEHOLD,
                        VILLAGE,
                        ClueSource.SELF_DECLARATION,
                        "收入下降",
                        NOV_1,
                        MEMBER,
                        null,
                        "SB-1",
                        List.of(),
                        DUE,
                        null))
                .when(stranger)
                .thenNothing();
    }

    @Test
    void a_declaration_says_how_it_came_and_through_which_window() {
        var window = new Channel(Channel.Via.WINDOW, "CK-610727105208-1");
        var declared = declared(ClueSource.SELF_DECLARATION, window);
        var received = new RiskClueReceived(
                HOUSEHOLD,
                VILLAGE,
                ClueSource.SELF_DECLARATION,
                "收入下降",
                NOV_1,
                MEMBER,
                null,
                "SB-1",
                List.of(),
                DUE,
                window);
        clue.given().when(declared).then(received);
        clue.given(received).when(declared).thenNothing();
        clue.given(received)
                .when(declared(ClueSource.SELF_DECLARATION, new Channel(Channel.Via.APP, null)))
                .thenRefused(CLUE_ALREADY_RECEIVED);
        for (var via : Channel.Via.values()) {
            var odd = new Channel(via, via == Channel.Via.WINDOW ? null : "CK-1");
            clue.given().when(declared(ClueSource.SELF_DECLARATION, odd)).thenRefused(WINDOW_REQUIRED);
            var fit = new Channel(via, via == Channel.Via.WINDOW ? "CK-1" : null);
            clue.given().when(declared(ClueSource.SELF_DECLARATION, fit)).events();
            clue.given().when(declared(ClueSource.CADRE_SWEEP, fit)).thenRefused(CHANNEL_OF_DECLARATIONS);
        }
        clue.given()
                .when(declared(ClueSource.SELF_DECLARATION, new Channel(null, "CK-1")))
                .thenRefused(WINDOW_REQUIRED);
    }

    @Test
    void a_declaration_of_before_is_read_without_saying_how_it_came() throws Exception {
        var before = """
                {"householdId":"00000000-0000-0000-0000-0000000000a1","areaCode":"610727105208","source":"SELF_DECLARATION","text":"收入下降",
                 "receivedOn":"2021-11-01","declarant":"00000000-0000-0000-0000-0000000000b1","receiptNo":"SB-1","documents":[],"dueOn":"2021-11-10"}""";
        clue.given(Json.MAPPER.readValue(before, RiskClueReceived.class))
                .when(receive(ClueSource.SELF_DECLARATION, "收入下降", new Declarant(MEMBER, true), null, TERMS))
                .thenNothing();
    }

    private static Receive declared(ClueSource source, Channel channel) {
        return new Receive(
                HOUSEHOLD,
                VILLAGE,
                source,
                "收入下降",
                NOV_1,
                new Declarant(MEMBER, true),
                null,
                "SB-1",
                List.of(),
                TERMS,
                null,
                channel);
    }

    @Test
    void under_the_2020_plan_households_do_not_apply() {
        clue.given()
                .when(receive(
                        ClueSource.SELF_DECLARATION,
                        "收入下降",
                        new Declarant(MEMBER, true),
                        null,
                        SamplePolicies.town2020()))
                .thenRefused(APPLICATION_FORBIDDEN_BY_POLICY, "POL-2020-TOWN");
    }

    @Test
    void a_clue_says_something_and_nothing_sensitive() {
        clue.given().when(receive(ClueSource.PETITION, " ", null, null, TERMS)).thenRefused(CLUE_TEXT_REQUIRED);
        clue.given()
                .when(receive(ClueSource.PETITION, "来电13800138000", null, null, TERMS))
                .thenRefused(SENSITIVE_TEXT, "text");
        clue.given()
                .when(new Receive(
                        HOUSEHOLD,
                        VILLAGE,
                        ClueSource.PETITION,
                        "收入下降",
                        NOV_1,
                        null,
                        null,
                        null,
                        List.of(new DocumentRef("DOC_APPLICATION", "abc")),
                        TERMS,
                        null))
                .thenRefused(DOCUMENT_INVALID, "DOC_APPLICATION");
    }

    @Test
    void the_same_clue_again_changes_nothing_and_another_is_refused() {
        clue.given(RECEIVED)
                .when(receive(ClueSource.CADRE_SWEEP, "收入下降", null, null, TERMS))
                .thenNothing();
        clue.given(RECEIVED)
                .when(receive(ClueSource.PETITION, "收入下降", null, null, TERMS))
                .thenRefused(CLUE_ALREADY_RECEIVED);
        clue.given(RECEIVED)
                .when(new Receive(
                        HOUSEHOLD,
                        VILLAGE,
                        ClueSource.CADRE_SWEEP,
                        "收入下降",
                        NOV_1,
                        null,
                        null,
                        null,
                        List.of(new DocumentRef("DOC_APPLICATION", "a".repeat(64))),
                        TERMS,
                        null))
                .thenRefused(CLUE_ALREADY_RECEIVED);
        clue.given(RECEIVED)
                .when(new Receive(
                        HOUSEHOLD,
                        "610727105207",
                        ClueSource.CADRE_SWEEP,
                        "收入下降",
                        NOV_1,
                        null,
                        null,
                        null,
                        List.of(),
                        SamplePolicies.town2020(),
                        null))
                .thenNothing();
    }

    @Test
    void nothing_is_received_about_a_household_that_is_no_longer_kept() {
        var late = new Receive(
                HOUSEHOLD, VILLAGE, ClueSource.CADRE_SWEEP, "收入下降", NOV_1, null, null, null, List.of(), TERMS, DUE);
        clue.given().when(late).thenRefused(HOUSEHOLD_ENDED, "2021-11-10");
        clue.given(RECEIVED).when(late).thenNothing();
    }

    @Test
    void a_clue_moves_with_its_household() {
        var moved = new RiskClueMoved(VILLAGE, "610727105207", DUE);
        clue.given().when(new Move("610727105207", DUE)).thenRefused(CLUE_UNKNOWN);
        clue.given(RECEIVED).when(new Move("610727105207", DUE)).then(moved);
        clue.given(RECEIVED, moved).when(new Move("610727105207", DUE)).thenNothing();
        clue.given(
                        RECEIVED,
                        new RiskClueAnswered(ClueResult.DUPLICATE, DUE, "与前一条线索重复", null, null, false, null),
                        moved)
                .when(new Move(VILLAGE, DUE))
                .then(new RiskClueMoved("610727105207", VILLAGE, DUE));
    }

    @Test
    void no_risk_needs_a_reason_and_the_income_in_detail() {
        clue.given(RECEIVED)
                .when(answer(ClueResult.NO_RISK, "没有风险", statement()))
                .thenRefused(REASON_REQUIRED, "10");
        clue.given(RECEIVED)
                .when(answer(ClueResult.NO_RISK, "两个儿子在外务工，收入稳定", null))
                .thenRefused(INCOME_DETAIL_REQUIRED);
        clue.given(RECEIVED)
                .when(answer(ClueResult.NO_RISK, "两个儿子在外务工，收入稳定", statement()))
                .then(new RiskClueAnswered(
                        ClueResult.NO_RISK, DUE, "两个儿子在外务工，收入稳定", statement().id(), null, false, null));
    }

    @Test
    void what_shows_no_risk_is_whole_current_signed_and_of_the_twelve_months_before() {
        shown(statement(FIRST, LAST, IncomeBasis.ACTUAL_12M, IncomeFact.State.CONFIRMED))
                .then(new RiskClueAnswered(
                        ClueResult.NO_RISK, DUE, "两个儿子在外务工，收入稳定", statement().id(), null, false, null));
        shown(statement(FIRST, LAST, IncomeBasis.ACTUAL_12M, IncomeFact.State.DRAFT))
                .thenRefused(STATEMENT_UNSIGNED);
        shown(statement(FIRST, LAST, IncomeBasis.ACTUAL_12M, IncomeFact.State.SUPERSEDED))
                .thenRefused(STATEMENT_SUPERSEDED);
        var months = "2020-11..2021-10";
        shown(signed(FIRST.minusMonths(1), LAST.minusMonths(1))).thenRefused(INCOME_WINDOW_MISMATCH, months);
        shown(signed(FIRST.plusMonths(1), LAST.plusMonths(1))).thenRefused(INCOME_WINDOW_MISMATCH, months);
        shown(signed(FIRST.plusMonths(1), LAST)).thenRefused(INCOME_WINDOW_MISMATCH, months);
        shown(statement(FIRST, LAST, IncomeBasis.ESTIMATED_YEAR, IncomeFact.State.SIGNED))
                .thenRefused(INCOME_WINDOW_MISMATCH, months);
    }

    @Test
    void a_clue_of_one_month_that_is_answered_in_the_next_is_shown_by_a_statement_of_either() {
        var december = LocalDate.of(2021, 12, 1);
        for (var later = 0; later <= 1; later++)
            clue.given(RECEIVED)
                    .when(noRisk(december, signed(FIRST.plusMonths(later), LAST.plusMonths(later))))
                    .then(new RiskClueAnswered(
                            ClueResult.NO_RISK,
                            december,
                            "两个儿子在外务工，收入稳定",
                            statement().id(),
                            null,
                            true,
                            null));
        clue.given(RECEIVED)
                .when(noRisk(december, signed(FIRST.minusMonths(1), LAST.minusMonths(1))))
                .thenRefused(INCOME_WINDOW_MISMATCH, "2020-11..2021-10", "2020-12..2021-11");
    }

    private Spec.Then<ClueEvent> shown(IncomeFact statement) {
        return clue.given(RECEIVED).when(noRisk(DUE, statement));
    }

    private static Answer noRisk(LocalDate on, IncomeFact statement) {
        var window = IncomeWindow.of(TERMS, NOV_1, on);
        return new Answer(ClueResult.NO_RISK, on, "两个儿子在外务工，收入稳定", statement, window, 10, null);
    }

    private static IncomeFact signed(YearMonth from, YearMonth to) {
        return statement(from, to, IncomeBasis.ACTUAL_12M, IncomeFact.State.SIGNED);
    }

    @Test
    void an_answer_after_the_due_day_is_late_and_one_before_the_clue_is_refused() {
        clue.given(RECEIVED)
                .when(new Answer(ClueResult.NOT_FOUND, DUE.plusDays(1), "查无此人，地址不存在", null, WINDOW, 10, null))
                .then(new RiskClueAnswered(
                        ClueResult.NOT_FOUND, DUE.plusDays(1), "查无此人，地址不存在", null, null, true, null));
        clue.given(RECEIVED)
                .when(new Answer(ClueResult.NOT_FOUND, NOV_1.minusDays(1), "查无此人，地址不存在", null, WINDOW, 10, null))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
    }

    @Test
    void a_clue_is_answered_once() {
        var answered = new RiskClueAnswered(ClueResult.NOT_FOUND, DUE, "查无此人，地址不存在", null, null, false, null);
        clue.given(RECEIVED, answered)
                .when(answer(ClueResult.NOT_FOUND, "查无此人，地址不存在", null))
                .thenNothing();
        clue.given(RECEIVED, answered)
                .when(answer(ClueResult.NO_RISK, "两个儿子在外务工，收入稳定", statement()))
                .thenRefused(CLUE_ANSWERED);
        clue.given(RECEIVED, answered)
                .when(answer(ClueResult.NOT_FOUND, "查无此户，全村没有同名的", null))
                .thenRefused(CLUE_ANSWERED);
        clue.given(RECEIVED, answered).when(new TakeUp(CASE, HOUSEHOLD, DUE)).thenRefused(CLUE_ANSWERED);
    }

    @Test
    void a_clue_is_sent_to_who_looks_into_it_and_to_others_until_it_is_answered() {
        var sent = new RiskClueDispatched(List.of("village-committee"), NOV_1);
        clue.given(RECEIVED)
                .when(new Dispatch(List.of("village-committee"), NOV_1))
                .then(sent);
        clue.given(RECEIVED, sent)
                .when(new Dispatch(List.of("village-committee"), NOV_1))
                .thenNothing();
        clue.given(RECEIVED, sent)
                .when(new Dispatch(List.of("helper"), NOV_1))
                .then(new RiskClueDispatched(List.of("helper"), NOV_1));
        clue.given(RECEIVED).when(new Dispatch(List.of(), NOV_1)).thenRefused(PERSON_CODE, "team");
        clue.given(RECEIVED).when(new Dispatch(List.of("赵甲"), NOV_1)).thenRefused(PERSON_CODE, "team");
        clue.given(RECEIVED)
                .when(new Dispatch(List.of("helper"), NOV_1.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
        clue.given().when(new Dispatch(List.of("helper"), NOV_1)).thenRefused(CLUE_UNKNOWN);
        clue.given(RECEIVED, new RiskClueAnswered(ClueResult.NOT_FOUND, DUE, "查无此人，地址不存在", null, null, false, null))
                .when(new Dispatch(List.of("helper"), DUE))
                .thenRefused(CLUE_ANSWERED);
    }

    @Test
    void a_department_answers_what_it_was_given_and_nothing_else() {
        var given = new RiskClueHandedOver("MEDINS", "请核减住院自付费用", NOV_1);
        clue.given(RECEIVED).when(new HandOver("MEDINS", "请核减", NOV_1, 10)).thenRefused(REASON_REQUIRED, "10");
        clue.given(RECEIVED).when(new HandOver("MEDINS", "请核减住院自付费用", NOV_1, 8)).then(given);
        clue.given(RECEIVED, given)
                .when(new HandOver("MEDINS", "请核减住院自付费用", NOV_1, 8))
                .thenNothing();
        clue.given(RECEIVED)
                .when(new HandOver("MEDINS", "来电13800138000请核减", NOV_1, 8))
                .thenRefused(SENSITIVE_TEXT, "reason");
        clue.given(RECEIVED)
                .when(new HandOver("HOSPITAL", "请核减住院自付费用", NOV_1, 8))
                .thenRefused(DEPARTMENT_UNKNOWN, "HOSPITAL");
        clue.given(RECEIVED).when(byDept("MEDINS")).thenRefused(CLUE_OF_OTHER_DEPT);
        clue.given(RECEIVED, given).when(byDept("CIVIL")).thenRefused(CLUE_OF_OTHER_DEPT);
        clue.given(RECEIVED, given)
                .when(byDept("MEDINS"))
                .then(new RiskClueAnswered(ClueResult.RESOLVED_BY_DEPT, DUE, "已按政策补报销三千元", null, null, false, null));
        clue.given(RECEIVED, given, new RiskClueDispatched(List.of("helper"), NOV_1))
                .when(byDept("MEDINS"))
                .thenRefused(CLUE_OF_OTHER_DEPT);
    }

    @Test
    void solved_by_a_department_is_what_is_with_one() {
        var given = new RiskClueHandedOver("MEDINS", "请核减住院自付费用", NOV_1);
        var sentOn = new RiskClueDispatched(List.of("helper"), NOV_1);
        clue.given(RECEIVED).when(byDept(null)).thenRefused(CLUE_NOT_HANDED_OVER);
        clue.given(RECEIVED, given, sentOn).when(byDept(null)).thenRefused(CLUE_NOT_HANDED_OVER);
        clue.given(RECEIVED, sentOn, given)
                .when(byDept(null))
                .then(new RiskClueAnswered(ClueResult.RESOLVED_BY_DEPT, DUE, "已按政策补报销三千元", null, null, false, null));
    }

    @Test
    void a_duplicate_is_answered_only_by_saying_of_which() {
        clue.given(RECEIVED)
                .when(answer(ClueResult.DUPLICATE, "与上月线索重复，已合并办理", null))
                .thenRefused(DUPLICATE_OF_REQUIRED);
        clue.given(RECEIVED, new RiskClueAnswered(ClueResult.DUPLICATE, DUE, "与上月线索重复，已合并办理", null, null, false, null))
                .when(answer(ClueResult.DUPLICATE, "与上月线索重复，已合并办理", null))
                .thenNothing();
    }

    private static Answer byDept(String dept) {
        return new Answer(ClueResult.RESOLVED_BY_DEPT, DUE, "已按政策补报销三千元", null, WINDOW, 10, dept);
    }

    @Test
    void a_clue_that_repeats_another_says_which() {
        var other = new Clue.Waiting(RECEIVED, false, null);
        var answered = new RiskClueAnswered(ClueResult.DUPLICATE, DUE, "与上月线索重复，已合并办理", null, null, false, null);
        var merged = new RiskClueMerged(CASE, DUE);
        clue.given(RECEIVED).when(merge(other)).then(answered, merged);
        clue.given(RECEIVED, answered, merged).when(merge(other)).thenNothing();
        clue.given(RECEIVED, answered).when(merge(other)).thenRefused(CLUE_ANSWERED);
        clue.given(RECEIVED).when(merge(new Clue.Unknown())).thenRefused(CLUE_UNKNOWN, CASE.toString());
        clue.given(RECEIVED)
                .when(merge(new Clue.Answered(RECEIVED, answered, OTHER)))
                .thenRefused(CLUE_UNKNOWN, CASE.toString());
        var elsewhere = new RiskClueReceived(
                OTHER, VILLAGE, ClueSource.CADRE_SWEEP, "收入下降", NOV_1, null, null, null, List.of(), DUE, null);
        clue.given(RECEIVED)
                .when(merge(new Clue.Waiting(elsewhere, false, null)))
                .thenRefused(CLUE_OF_OTHER_HOUSEHOLD);
        clue.given(RECEIVED).when(new Merge(CASE, other, DUE, "重复", 10)).thenRefused(REASON_REQUIRED, "10");
    }

    private static Merge merge(Clue other) {
        return new Merge(CASE, other, DUE, "与上月线索重复，已合并办理", 10);
    }

    @Test
    void the_rules_of_screening_raise_a_clue_once() {
        var hit = new ScreeningHitFound(
                "W-MED-1", "MEDINS", "2021-10", new BigDecimal("5200.00"), new BigDecimal("5000.00"), "01", CASE);
        var raise = new Raise(HOUSEHOLD, VILLAGE, "部门筛查预警：住院自付", NOV_1, hit, TERMS);
        var raised = new RiskClueReceived(
                HOUSEHOLD,
                VILLAGE,
                ClueSource.DEPT_SCREENING,
                "部门筛查预警：住院自付",
                NOV_1,
                null,
                null,
                null,
                List.of(),
                DUE,
                null);
        clue.given().when(raise).then(raised, hit);
        clue.given(raised, hit).when(raise).thenNothing();
        clue.given(raised, hit, new RiskClueAnswered(ClueResult.NOT_FOUND, DUE, "查无此人，地址不存在", null, null, false, null))
                .when(raise)
                .thenNothing();
    }

    @Test
    void a_case_takes_it_up() {
        var taken = new RiskClueAnswered(ClueResult.TO_CASE, NOV_1, null, null, CASE, false, null);
        clue.given(RECEIVED).when(new TakeUp(CASE, HOUSEHOLD, NOV_1)).then(taken);
        clue.given(RECEIVED, taken).when(new TakeUp(CASE, HOUSEHOLD, NOV_1)).thenNothing();
        clue.given(RECEIVED).when(new TakeUp(CASE, OTHER, NOV_1)).thenRefused(CLUE_OF_OTHER_HOUSEHOLD);
        clue.given(RECEIVED)
                .when(new TakeUp(CASE, HOUSEHOLD, NOV_1.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
    }

    @Test
    void only_a_case_that_is_opened_answers_it_as_led_to_one() {
        clue.given(RECEIVED)
                .when(answer(ClueResult.TO_CASE, "医疗支出大，转入识别程序", null))
                .thenRefused(CASE_REQUIRED);
        var byHand = new RiskClueAnswered(ClueResult.TO_CASE, NOV_1, null, null, null, false, null);
        clue.given(RECEIVED, byHand)
                .when(new TakeUp(CASE, HOUSEHOLD, DUE))
                .then(new RiskClueAnswered(ClueResult.TO_CASE, DUE, null, null, CASE, false, null));
    }

    @Test
    void a_warning_about_its_household_answers_it() {
        var warned = new RiskClueAnswered(ClueResult.TO_WARNING, DUE.plusDays(1), null, null, null, true, WARNING);
        clue.given(RECEIVED).when(turned(HOUSEHOLD, DUE.plusDays(1), null)).then(warned);
        clue.given(RECEIVED, warned)
                .when(turned(HOUSEHOLD, DUE.plusDays(1), null))
                .thenNothing();
        clue.given(RECEIVED, warned)
                .when(new TurnToWarning(CASE, HOUSEHOLD, DUE.plusDays(1), null))
                .thenRefused(CLUE_ANSWERED);
        clue.given(RECEIVED).when(turned(OTHER, DUE, null)).thenRefused(CLUE_OF_OTHER_HOUSEHOLD);
        clue.given(RECEIVED)
                .when(turned(HOUSEHOLD, NOV_1.minusDays(1), null))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
        clue.given().when(turned(HOUSEHOLD, DUE, null)).thenRefused(CLUE_UNKNOWN);
        clue.given(RECEIVED)
                .when(answer(ClueResult.TO_WARNING, "已是监测对象，转预警处置", null))
                .thenRefused(WARNING_REQUIRED);
    }

    @Test
    void a_department_turns_to_a_warning_what_it_was_given_and_nothing_else() {
        var given = new RiskClueHandedOver("MEDINS", "请核减住院自付费用", NOV_1);
        clue.given(RECEIVED).when(turned(HOUSEHOLD, DUE, "MEDINS")).thenRefused(CLUE_OF_OTHER_DEPT);
        clue.given(RECEIVED, given).when(turned(HOUSEHOLD, DUE, "CIVIL")).thenRefused(CLUE_OF_OTHER_DEPT);
        clue.given(RECEIVED, given)
                .when(turned(HOUSEHOLD, DUE, "MEDINS"))
                .then(new RiskClueAnswered(ClueResult.TO_WARNING, DUE, null, null, null, false, WARNING));
    }

    private static TurnToWarning turned(UUID household, LocalDate on, String dept) {
        return new TurnToWarning(WARNING, household, on, dept);
    }

    @Test
    void it_becomes_overdue_once_and_not_on_its_last_day() {
        clue.given(RECEIVED).when(new NoteOverdue(DUE)).thenNothing();
        clue.given(RECEIVED).when(new NoteOverdue(DUE.plusDays(1))).then(new RiskClueOverdue(DUE));
        clue.given(RECEIVED, new RiskClueOverdue(DUE))
                .when(new NoteOverdue(DUE.plusDays(2)))
                .thenNothing();
    }

    @Test
    void nothing_is_answered_that_was_never_received() {
        clue.given().when(answer(ClueResult.NOT_FOUND, "查无此人，地址不存在", null)).thenRefused(CLUE_UNKNOWN);
    }

    @Test
    void a_clue_has_a_village_and_its_answer_no_numbers_of_persons() {
        clue.given()
                .when(new Receive(
                        HOUSEHOLD,
                        "610727",
                        ClueSource.PETITION,
                        "收入下降",
                        NOV_1,
                        null,
                        null,
                        null,
                        List.of(),
                        TERMS,
                        null))
                .thenRefused(AREA_REQUIRED);
        clue.given(RECEIVED)
                .when(answer(ClueResult.NOT_FOUND, "查无此人，来电13800138000", null))
                .thenRefused(SENSITIVE_TEXT, "reason");
    }

    private static Receive receive(
            ClueSource source, String text, Declarant declarant, String agent, PolicyTerms terms) {
        return new Receive(HOUSEHOLD, VILLAGE, source, text, NOV_1, declarant, agent, "SB-1", List.of(), terms, null);
    }

    private static Answer answer(ClueResult result, String reason, IncomeFact statement) {
        return new Answer(result, DUE, reason, statement, WINDOW, 10, null);
    }

    private static IncomeFact statement() {
        return statement(FIRST, LAST, IncomeBasis.ACTUAL_12M, IncomeFact.State.SIGNED);
    }

    private static IncomeFact statement(YearMonth from, YearMonth to, IncomeBasis basis, IncomeFact.State state) {
        var thousand = new BigDecimal("1000.00");
        return new IncomeFact(
                UUID.fromString("00000000-0000-0000-0000-0000000000d1"),
                HOUSEHOLD,
                from,
                to,
                basis,
                thousand,
                thousand,
                thousand,
                thousand,
                thousand,
                thousand,
                1,
                thousand,
                thousand,
                state);
    }
}
