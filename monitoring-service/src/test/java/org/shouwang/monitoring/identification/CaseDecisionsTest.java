package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;
import static org.shouwang.monitoring.identification.Story.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.policy.Procedure;
import org.shouwang.monitoring.policy.SamplePolicies;

/** From the publicity to the end of a case, whatever end it takes. */
class CaseDecisionsTest {

    private final Spec<CaseCommand, IdentificationCase, CaseEvent> file = Spec.of(new CaseDecider());

    @Test
    void a_notice_hangs_for_five_days_start_day_excluded() {
        file.given(history(open(), visit(), consent(), comparison(), review()))
                .when(publicity())
                .then(new PublicityPosted(
                        day(5), day(10), "村务公开栏", docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee"));
        file.given(publicized()).when(publicity()).thenNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"户主身份证号999999196503121011", "电话13800138000", "因病纳入", "卡号6222020200112345678"})
    void a_notice_shows_nothing_sensitive(String text) {
        file.given(history(open(), visit(), consent(), comparison(), review()))
                .when(publicity(text))
                .thenRefusedFor(SENSITIVE_FIELD_IN_NOTICE);
    }

    @Test
    void a_notice_has_a_text_a_place_and_its_photo_and_follows_an_including_review() {
        var reviewed = history(open(), visit(), consent(), comparison(), review());
        file.given(reviewed).when(publicity(" ")).thenRefused(NOTICE_INCOMPLETE);
        file.given(reviewed)
                .when(new Publicize(day(5), "村务公开栏", NOTICE, docs("DOC_NOTICE"), "village-committee"))
                .thenRefused(EVIDENCE_MISSING, "DOC_NOTICE_PHOTO");
        file.given(reviewed)
                .when(new Publicize(
                        day(4), "村务公开栏", NOTICE, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee"))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-05");
        file.given(history(open(), visit(), consent(), comparison()))
                .when(publicity())
                .thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
        file.given(history(open(), visit(), consent(), comparison(), review(false, REASON)))
                .when(publicity())
                .thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
    }

    @Test
    void the_2020_plan_makes_nothing_public() {
        file.given(history(open(TOWN_2020)))
                .when(publicity())
                .thenRefused(PUBLICITY_FORBIDDEN_BY_POLICY, "POL-2020-TOWN");
    }

    @Test
    void a_publicity_ends_on_its_last_day_and_not_before() {
        file.given(publicized()).when(new EndPublicity(day(9))).thenRefused(PUBLICITY_NOT_FINISHED, "2021-11-10");
        file.given(publicized()).when(new EndPublicity(day(10))).then(new PublicityEnded(day(10)));
        file.given(after(publicized(), new PublicityEnded(day(10))))
                .when(new EndPublicity(day(10)))
                .thenNothing();
    }

    @Test
    void the_town_reviews_from_the_day_after_the_publicity_on() {
        file.given(publicized()).when(town(9)).thenRefused(PUBLICITY_NOT_FINISHED, "2021-11-11");
        file.given(publicized()).when(town(10)).thenRefused(PUBLICITY_NOT_FINISHED, "2021-11-11");
        file.given(publicized())
                .when(town(11))
                .then(
                        new PublicityEnded(day(10)),
                        new TownReviewed(day(11), "town-reviewer", "同意", docs("DOC_TOWN_OPINION")));
        file.given(after(publicized(), new PublicityEnded(day(10))))
                .when(town(11))
                .then(new TownReviewed(day(11), "town-reviewer", "同意", docs("DOC_TOWN_OPINION")));
    }

    @Test
    void an_open_objection_stops_the_town() {
        var objected = with(publicized(), new RaiseObjection(OBJECTION, day(8), "该户在县城有房"));
        file.given(objected).when(town(11)).thenRefused(PUBLICITY_OBJECTION_OPEN);
        file.given(objected).when(new EndPublicity(day(10))).thenRefused(PUBLICITY_OBJECTION_OPEN);
        var upheld = with(objected, new DecideObjection(OBJECTION, day(9), false, "经核实县城住房系其亲属所有", "village-head"));
        file.given(upheld).when(town(11)).events();
    }

    @Test
    void an_objection_that_is_right_leads_back_to_the_visit() {
        var sustained = with(
                publicized(),
                new RaiseObjection(OBJECTION, day(8), "该户在县城有房"),
                new DecideObjection(OBJECTION, day(9), true, "经核实该户在县城确有住房", "village-head"));
        assertThat(state(sustained).reached()).isEqualTo(CaseState.VISITED);
        file.given(sustained)
                .when(town(11))
                .thenRefused(STEP_OUT_OF_ORDER, "CONSENT", "COMPARE", "REVIEW", "PUBLICITY");
        file.given(sustained).when(visit(findings("06"), "24300.00")).events();
        file.given(sustained)
                .when(new DecideObjection(OBJECTION, day(9), true, "经核实该户在县城确有住房", "village-head"))
                .thenNothing();
    }

    @Test
    void objections_are_raised_during_the_publicity_and_decided_once_with_a_reason() {
        file.given(publicized())
                .when(new RaiseObjection(OBJECTION, day(11), "该户有房"))
                .thenRefused(PUBLICITY_OVER);
        file.given(publicized())
                .when(new RaiseObjection(OBJECTION, day(4), "该户有房"))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-05");
        file.given(publicized())
                .when(new RaiseObjection(OBJECTION, day(8), " "))
                .thenRefused(REASON_REQUIRED);
        file.given(publicized())
                .when(new RaiseObjection(OBJECTION, day(8), "找13800138000核实"))
                .thenRefused(SENSITIVE_TEXT, "text");
        file.given(publicized())
                .when(new DecideObjection(OBJECTION, day(9), false, REASON, "village-head"))
                .thenRefused(OBJECTION_UNKNOWN);
        var raise = new RaiseObjection(OBJECTION, day(8), "该户有房");
        var objected = with(publicized(), raise);
        file.given(objected).when(raise).thenNothing();
        file.given(objected).when(new RaiseObjection(OBJECTION, day(8), "另一件事")).thenRefused(OBJECTION_EXISTS);
        file.given(objected)
                .when(new DecideObjection(OBJECTION, day(7), false, REASON, "village-head"))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-08");
        file.given(objected)
                .when(new DecideObjection(OBJECTION, day(9), false, "不成立", "village-head"))
                .thenRefused(REASON_REQUIRED, "10");
        var decided = with(objected, new DecideObjection(OBJECTION, day(9), false, REASON, "village-head"));
        file.given(decided)
                .when(new DecideObjection(OBJECTION, day(9), false, REASON, "village-head"))
                .thenNothing();
        file.given(decided)
                .when(new DecideObjection(OBJECTION, day(10), true, REASON, "village-head"))
                .thenRefused(OBJECTION_DECIDED);
        file.given(decided)
                .when(new DecideObjection(OBJECTION, day(9), true, REASON, "village-head"))
                .thenRefused(OBJECTION_DECIDED);
    }

    @Test
    void who_visited_neither_reviews_nor_determines() {
        for (var user : List.of("grid-member", "info-officer")) {
            file.given(publicized())
                    .when(new ReviewByTown(day(11), user, "同意", docs("DOC_TOWN_OPINION")))
                    .thenRefused(SEPARATION_OF_DUTIES, user);
            file.given(with(publicized(), town(11)))
                    .when(new DetermineByCounty(day(15), user, "1号", docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")))
                    .thenRefused(SEPARATION_OF_DUTIES, user);
        }
    }

    @Test
    void who_visited_before_another_visit_neither_reviews_nor_determines() {
        var first = visit();
        var second = new Visit(
                day(4),
                List.of("first-secretary"),
                "first-secretary",
                first.signatures(),
                first.documents(),
                first.household(),
                first.income(),
                first.safeguards(),
                first.findings(),
                LINE);
        var file = history(open(), first, second, consent(), comparison(), review(), publicity());
        for (var user : List.of("grid-member", "info-officer", "first-secretary"))
            this.file
                    .given(file)
                    .when(new ReviewByTown(day(11), user, "同意", docs("DOC_TOWN_OPINION")))
                    .thenRefused(SEPARATION_OF_DUTIES, user);
    }

    @Test
    void who_reviewed_or_sent_back_neither_visits_nor_reports_a_visit_afterwards() {
        var back = with(publicized(), town(11), new Return(CaseState.OPENED, day(12), REASON, "county-operator"));
        for (var user : List.of("town-reviewer", "county-operator")) {
            file.given(back).when(visitBy("info-officer", user)).thenRefused(SEPARATION_OF_DUTIES, user);
            file.given(back).when(visitBy(user, "grid-member")).thenRefused(SEPARATION_OF_DUTIES, user);
        }
        file.given(back)
                .when(visitBy("county-operator", "town-reviewer"))
                .thenRefused(SEPARATION_OF_DUTIES, "town-reviewer", "county-operator");
        var again = with(back, visitBy("info-officer", "grid-member"));
        assertThat(state(again).reached()).isEqualTo(CaseState.VISITED);
        file.given(again)
                .when(visitBy("info-officer", "county-operator"))
                .thenRefused(SEPARATION_OF_DUTIES, "county-operator");
    }

    @Test
    void who_sent_back_before_that_was_kept_is_not_held_against_and_a_visit_of_that_time_is_read() {
        var returned = new CaseReturned(CaseState.PUBLICIZED, CaseState.OPENED, day(7), REASON, null);
        var back = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(publicized()), java.util.stream.Stream.of(returned))
                .toArray(CaseEvent[]::new);
        var visited = with(back, visitBy("info-officer", "county-operator"));
        var reviewed = java.util.stream.Stream.of(
                        java.util.Arrays.stream(publicized()),
                        java.util.stream.Stream.of(
                                Determination.reviewed(
                                        new ReviewByTown(day(11), "county-operator", "同意", docs("DOC_TOWN_OPINION"))),
                                new CaseReturned(CaseState.TOWN_APPROVED, CaseState.OPENED, day(12), REASON, null)),
                        java.util.Arrays.stream(visited).skip(back.length))
                .flatMap(events -> events)
                .toArray(CaseEvent[]::new);
        file.given(reviewed).when(consent()).then(Fieldwork.linked(consent()));
    }

    private static Visit visitBy(String recorder, String visitor) {
        var v = visit();
        return new Visit(
                v.visitedOn(),
                List.of(visitor),
                recorder,
                v.signatures(),
                v.documents(),
                v.household(),
                v.income(),
                v.safeguards(),
                v.findings(),
                LINE);
    }

    @Test
    void the_county_determines_in_time_or_late() {
        var reviewed = with(publicized(), town(11));
        file.given(reviewed)
                .when(county(15))
                .then(
                        new CountyDetermined(
                                day(15),
                                "county-approver",
                                "略振〔2021〕1号",
                                docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")),
                        new InclusionDetermined(
                                CaseStep.COUNTY,
                                day(15),
                                ObjectType.UNSTABLE,
                                List.of("01"),
                                null,
                                new BigDecimal("4860.00"),
                                LINE,
                                false));
        assertThat(((InclusionDetermined)
                                file.given(reviewed).when(county(16)).events().getLast())
                        .late())
                .isFalse();
        assertThat(((InclusionDetermined)
                                file.given(reviewed).when(county(17)).events().getLast())
                        .late())
                .isTrue();
    }

    @Test
    void the_county_comes_after_the_town_with_its_papers() {
        file.given(publicized()).when(county(15)).thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        file.given(with(publicized(), town(11))).when(county(10)).thenRefused(DATE_OUT_OF_ORDER, "2021-11-11");
        file.given(with(publicized(), town(11)))
                .when(new DetermineByCounty(day(15), "county-approver", "1号", docs("DOC_COUNTY_DECISION")))
                .thenRefused(EVIDENCE_MISSING, "DOC_ANNOUNCEMENT");
        file.given(publicized())
                .when(new ReviewByTown(day(11), "town-reviewer", "同意", List.of()))
                .thenRefused(EVIDENCE_MISSING, "DOC_TOWN_OPINION");
        var done = with(publicized(), town(11), county(15));
        file.given(done).when(county(15)).thenNothing();
        file.given(done).when(county(16)).thenRefused(STEP_OUT_OF_ORDER, "COUNTY");
        file.given(done).when(town(11)).thenNothing();
    }

    @Test
    void what_is_on_record_changes_nothing_however_late_it_is_asked_again() {
        var steps = List.of(
                open(), visit(), consent(), comparison(), review(), publicity(), town(11), county(15), entry(20));
        for (var reached = 1; reached <= steps.size(); reached++)
            for (var step : steps.subList(0, reached))
                file.given(history(steps.subList(0, reached).toArray(CaseCommand[]::new)))
                        .when(step)
                        .thenNothing();
        var done = history(steps.toArray(CaseCommand[]::new));
        file.given(done).when(visit(findings("06"), "24300.00")).thenRefused(CASE_CLOSED, "ENTERED");
        var returned = new Return(CaseState.VISITED, day(12), REASON, "county-operator");
        file.given(with(publicized(), town(11), returned)).when(returned).thenNothing();
        file.given(with(publicized(), town(11), returned)).when(consent()).then(Fieldwork.linked(consent()));
        file.given(with(publicized(), town(11), returned)).when(visit()).thenNothing();
        var rejected = with(history(open(), visit()), reject(REASON, income("24300.00")));
        file.given(rejected).when(visit()).thenNothing();
    }

    @Test
    void a_visit_is_the_same_after_the_review_though_its_statement_was_filled_in_since() {
        file.given(history(open(), visit(), consent(), review()))
                .when(visit(findings("01"), "24500.00"))
                .thenNothing();
        assertThat(file.given(history(open(), visit()))
                        .when(visit(findings("01"), "24500.00"))
                        .events())
                .isNotEmpty();
    }

    @Test
    void who_posted_the_notice_decides_no_objection_and_who_visited_returns_nothing() {
        var objected = with(publicized(), new RaiseObjection(OBJECTION, day(8), "该户有房"));
        file.given(objected)
                .when(new DecideObjection(OBJECTION, day(9), false, REASON, "village-committee"))
                .thenRefused(SEPARATION_OF_DUTIES, "village-committee");
        file.given(with(publicized(), town(11)))
                .when(new Return(CaseState.REVIEWED, day(12), REASON, "grid-member"))
                .thenRefused(SEPARATION_OF_DUTIES, "grid-member");
        file.given(with(publicized(), town(11)))
                .when(new Return(CaseState.REVIEWED, day(12), REASON, "info-officer"))
                .thenRefused(SEPARATION_OF_DUTIES, "info-officer");
    }

    @Test
    void a_step_on_the_same_day_with_another_content_is_no_repeat() {
        var r = review();
        file.given(history(open(), visit(), consent(), r)).when(r).thenNothing();
        file.given(history(open(), visit(), consent(), r))
                .when(review(true, "另有情况须作说明的理由"))
                .thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
        file.given(publicized())
                .when(new Publicize(day(5), "村口", NOTICE, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee"))
                .thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY");
        file.given(after(publicized(), new PublicityEnded(day(10))))
                .when(new EndPublicity(day(11)))
                .thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY");
        var another = new ReviewByTown(day(11), "town-reviewer", "不同意", docs("DOC_TOWN_OPINION"));
        file.given(with(publicized(), town(11))).when(town(11)).thenNothing();
        file.given(with(publicized(), town(11))).when(another).thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        var done = with(publicized(), town(11), county(15));
        file.given(done).when(another).thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        file.given(done)
                .when(new DetermineByCounty(
                        day(15), "county-approver", "2号", docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")))
                .thenRefused(STEP_OUT_OF_ORDER, "COUNTY");
        file.given(done).when(new EndPublicity(day(10))).thenNothing();
        file.given(done).when(new EndPublicity(day(11))).thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY");
        file.given(with(done, entry(15)))
                .when(new RecordEntry(day(15), "全国防返贫监测信息系统", "N-2", docs("DOC_COLLECTION_FORM")))
                .thenRefused(STEP_OUT_OF_ORDER, "ENTERED");
    }

    @Test
    void the_entry_follows_the_determination() {
        var done = with(publicized(), town(11), county(15));
        file.given(publicized()).when(entry(15)).thenRefused(STEP_OUT_OF_ORDER, "COUNTY");
        file.given(done).when(entry(14)).thenRefused(DATE_OUT_OF_ORDER, "2021-11-15");
        file.given(done)
                .when(new RecordEntry(day(15), "系统", "N-1", List.of()))
                .thenRefused(EVIDENCE_MISSING, "DOC_COLLECTION_FORM");
        assertThat(state(with(done, entry(15))).reached()).isEqualTo(CaseState.ENTERED);
        file.given(with(done, entry(15))).when(entry(15)).thenNothing();
        file.given(with(done, entry(15))).when(entry(16)).thenRefused(STEP_OUT_OF_ORDER, "ENTERED");
    }

    @Test
    void in_the_2020_plan_the_town_settles_it() {
        var events = file.given(
                        history(open2020(), visit2020("4800.00", RegisteredType.GENERAL, "06"), review2020(true)))
                .when(town2020())
                .events();
        var included = (InclusionDetermined) events.getLast();
        assertThat(included.by()).isEqualTo(CaseStep.TOWN);
        assertThat(included.type()).isEqualTo(ObjectType.EDGE);
        assertThat(included.grade()).isEqualTo(Grade.RED);
    }

    @Test
    void in_the_2020_plan_other_households_lifted_from_poverty_are_kept_in_a_colour() {
        var events = file.given(history(open2020(), visit2020("5000.00", RegisteredType.LIFTED), review2020(true)))
                .when(town2020())
                .events();
        var included = (InclusionDetermined) events.get(1);
        assertThat(included.type()).isNull();
        assertThat(included.grade()).isEqualTo(Grade.YELLOW);
        file.given(history(open2020(), visit2020("5000.00", RegisteredType.LIFTED)))
                .when(county(15))
                .thenRefused(STEP_NOT_IN_POLICY, "COUNTY");
        file.given(history(open2020())).when(consent()).thenRefused(STEP_NOT_IN_POLICY, "CONSENT");
        file.given(history(open2020())).when(comparison()).thenRefused(STEP_NOT_IN_POLICY, "COMPARE");
    }

    @Test
    void not_including_needs_the_income_in_detail_and_a_reason() {
        var visited = history(open(), visit(findings(), "31000.00"));
        file.given(visited).when(reject("收入稳定", income("31000.00"))).thenRefused(REASON_REQUIRED, "10");
        file.given(visited).when(reject(null, income("31000.00"))).thenRefused(REASON_REQUIRED, "10");
        file.given(visited).when(reject(REASON, null)).thenRefused(INCOME_DETAIL_REQUIRED);
        file.given(visited)
                .when(reject(REASON, withoutCost(income("31000.00"))))
                .thenRefused(INCOME_DETAIL_REQUIRED);
        var window = income(
                "31000.00",
                YearMonth.of(2020, 10),
                YearMonth.of(2021, 9),
                IncomeBasis.ACTUAL_12M,
                IncomeFact.State.SIGNED);
        file.given(visited).when(reject(REASON, window)).thenRefused(INCOME_WINDOW_MISMATCH, "2020-11..2021-10");
        var rejected = (CaseRejected) file.given(visited)
                .when(reject(REASON, income("31000.00")))
                .events()
                .getFirst();
        assertThat(rejected.belowLine()).isFalse();
        assertThat(rejected.income().perCapita()).isEqualByComparingTo("6200.00");
        assertThat(rejected.recheckOn()).isEqualTo(LocalDate.of(2022, 4, 30));
    }

    @Test
    void a_household_below_the_line_that_is_not_included_is_marked_as_such() {
        var rejected = (CaseRejected) file.given(history(open(), visit()))
                .when(reject(REASON, income("24300.00")))
                .events()
                .getFirst();
        assertThat(rejected.belowLine()).isTrue();
    }

    @Test
    void a_green_channels_household_is_marked_by_the_first_statement_that_it_is_rejected_with() {
        var c = open();
        var green = new Open(
                c.householdId(),
                c.areaCode(),
                c.clueIds(),
                c.channel(),
                c.clueOn(),
                c.openedOn(),
                true,
                "山洪冲毁房屋",
                c.documents(),
                null,
                false,
                null,
                null,
                c.terms(),
                List.of(c.channel()));
        var visited = history(green, visit(day(3), household(), null, null, findings("0201")));
        assertThat(below(visited, reject(REASON, income("24300.00")))).isTrue();
        assertThat(below(visited, reject(REASON, income("29999.95")))).isTrue();
        assertThat(below(visited, reject(REASON, income("30000.00")))).isFalse();
        file.given(visited)
                .when(new Reject(RejectionReason.NO_RISK, REASON, income("24300.00"), day(6), null, false))
                .thenRefused(LINE_NOT_DEFINED, VILLAGE, "2021");
    }

    @Test
    void it_is_the_statement_that_the_rejection_cites_by_which_a_household_is_below_the_line() {
        var above = history(open(), visit(findings("01"), "31000.00"));
        assertThat(below(above, reject(REASON, income("24300.00")))).isTrue();
        assertThat(below(history(open(), visit()), reject(REASON, income("31000.00"))))
                .isFalse();
        assertThat(below(
                        history(open(), visit()),
                        new Reject(RejectionReason.NO_RISK, REASON, income("24300.00"), day(6), null, false)))
                .isTrue();
    }

    private boolean below(CaseEvent[] before, Reject reject) {
        var rejected = (CaseRejected) file.given(before).when(reject).events().getFirst();
        return rejected.belowLine();
    }

    @Test
    void nothing_is_rejected_before_a_visit_before_its_last_step_or_after_the_end() {
        file.given(history(open())).when(reject(REASON, income("31000.00"))).thenRefused(STEP_OUT_OF_ORDER, "VISIT");
        file.given(publicized())
                .when(new Reject(RejectionReason.NO_RISK, REASON, income("24300.00"), day(4), LINE, false))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-05");
        var rejected = with(history(open(), visit()), reject(REASON, income("24300.00")));
        file.given(rejected).when(reject(REASON, income("24300.00"))).thenNothing();
        file.given(rejected).when(reject("另一个同样足够长的理由", income("24300.00"))).thenRefused(CASE_CLOSED, "NOT_INCLUDED");
        file.given(rejected).when(review()).thenRefused(CASE_CLOSED, "NOT_INCLUDED");
        file.given(with(publicized(), town(11), county(15)))
                .when(reject(REASON, income("24300.00")))
                .thenRefused(CASE_CLOSED, "COUNTY_CONFIRMED");
    }

    @Test
    void the_household_withdraws_before_the_review_only() {
        file.given(history(open(), visit()))
                .when(new Withdraw(day(4), "农户自愿撤回"))
                .then(new CaseWithdrawn(day(4), "农户自愿撤回"));
        file.given(history(open(), visit()))
                .when(new Withdraw(day(2), "农户自愿撤回"))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-03");
        file.given(history(open(), visit())).when(new Withdraw(day(4), "")).thenRefused(REASON_REQUIRED);
        file.given(publicized()).when(new Withdraw(day(6), "农户自愿撤回")).thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
        file.given(with(history(open()), new Withdraw(day(4), "农户自愿撤回")))
                .when(new Withdraw(day(4), "农户自愿撤回"))
                .thenNothing();
        file.given(with(history(open()), new Withdraw(day(4), "农户自愿撤回")))
                .when(new Withdraw(day(4), "农户改变主意"))
                .thenRefused(CASE_CLOSED, "WITHDRAWN");
    }

    @Test
    void town_and_county_send_back_to_a_step_before() {
        var reviewed = with(publicized(), town(11));
        file.given(reviewed)
                .when(new Return(CaseState.REVIEWED, day(12), "公示照片不清晰，请重新公示", "county-operator"))
                .then(new CaseReturned(
                        CaseState.TOWN_APPROVED, CaseState.REVIEWED, day(12), "公示照片不清晰，请重新公示", "county-operator"));
        file.given(reviewed)
                .when(new Return(CaseState.COUNTY_CONFIRMED, day(12), REASON, "county-operator"))
                .thenRefused(RETURN_TARGET, "COUNTY_CONFIRMED");
        file.given(reviewed)
                .when(new Return(CaseState.WITHDRAWN, day(12), REASON, "county-operator"))
                .thenRefused(RETURN_TARGET, "WITHDRAWN");
        file.given(reviewed)
                .when(new Return(CaseState.REVIEWED, day(12), "重来", "county-operator"))
                .thenRefused(REASON_REQUIRED, "10");
        file.given(reviewed)
                .when(new Return(CaseState.REVIEWED, day(10), REASON, "county-operator"))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-11");
        file.given(history(open(), visit()))
                .when(new Return(CaseState.OPENED, day(12), REASON, "county-operator"))
                .thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
        var back = with(reviewed, new Return(CaseState.REVIEWED, day(12), REASON, "county-operator"));
        assertThat(state(back).reached()).isEqualTo(CaseState.REVIEWED);
        file.given(back).when(county(15)).thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY", "TOWN");
        file.given(back)
                .when(new Publicize(
                        day(12), "村务公开栏", NOTICE, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee"))
                .then(new PublicityPosted(
                        day(12), day(17), "村务公开栏", docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee"));
    }

    @Test
    void a_case_that_was_never_compared_is_not_sent_back_to_where_it_had_been() {
        var uncompared = history(open(), visit(), consent(), review(), publicity());
        file.given(uncompared)
                .when(new Return(CaseState.COMPARED, day(7), REASON, "county-operator"))
                .thenRefused(RETURN_TARGET, "COMPARED");
        file.given(uncompared)
                .when(new Return(CaseState.CONSENTED, day(7), REASON, "county-operator"))
                .then(new CaseReturned(CaseState.PUBLICIZED, CaseState.CONSENTED, day(7), REASON, "county-operator"));
        file.given(publicized())
                .when(new Return(CaseState.COMPARED, day(7), REASON, "county-operator"))
                .then(new CaseReturned(CaseState.PUBLICIZED, CaseState.COMPARED, day(7), REASON, "county-operator"));
    }

    @Test
    void a_policy_that_names_no_clue_sends_a_case_back_to_its_beginning_too() {
        var four = history(
                open(SamplePolicies.variant(Procedure.FOUR_STEP, SamplePolicies.REQUIRED)),
                visit(),
                consent(),
                review());
        file.given(four)
                .when(new Return(CaseState.OPENED, day(7), REASON, "county-operator"))
                .then(new CaseReturned(CaseState.REVIEWED, CaseState.OPENED, day(7), REASON, "county-operator"));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENED", "VISITED", "CONSENTED", "COMPARED", "REVIEWED"})
    void an_objection_open_at_a_return_is_decided_wherever_the_case_is_then_but_not_by_who_had_posted(CaseState to) {
        var back = with(
                publicized(),
                new RaiseObjection(OBJECTION, day(6), "该户有房"),
                new Return(to, day(7), REASON, "county-operator"));
        file.given(back)
                .when(new DecideObjection(OBJECTION, day(8), false, REASON, "village-committee"))
                .thenRefused(SEPARATION_OF_DUTIES, "village-committee");
        var dismissed = with(back, new DecideObjection(OBJECTION, day(8), false, REASON, "village-head"));
        assertThat(state(dismissed).reached()).isEqualTo(to);
        assertThat(state(dismissed).file().objected()).isFalse();
        var sustained = with(back, new DecideObjection(OBJECTION, day(8), true, REASON, "village-head"));
        assertThat(state(sustained).reached()).isEqualTo(to == CaseState.OPENED ? to : CaseState.VISITED);
    }

    @Test
    void an_objection_open_at_a_return_does_not_hold_up_the_next_publicity_once_it_is_decided() {
        var back = with(
                publicized(),
                new RaiseObjection(OBJECTION, day(6), "该户有房"),
                new Return(CaseState.REVIEWED, day(7), REASON, "county-operator"));
        var again = new Publicize(day(8), "村务公开栏", NOTICE, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee");
        assertThat(state(with(back, again)).reached()).isEqualTo(CaseState.OBJECTED);
        file.given(with(back, again)).when(town(14)).thenRefused(PUBLICITY_OBJECTION_OPEN);
        var decided = with(back, new DecideObjection(OBJECTION, day(8), false, REASON, "village-head"), again);
        assertThat(state(decided).reached()).isEqualTo(CaseState.PUBLICIZED);
        file.given(decided).when(town(14)).events();
    }

    @Test
    void a_household_kept_in_yellow_or_green_is_not_entered_for_now() {
        for (var perHead : List.of("5000.00", "10000.00")) {
            var kept = history(open2020(), visit2020(perHead, RegisteredType.LIFTED), review2020(true));
            var events = file.given(kept).when(town2020()).events();
            assertThat(events.getLast()).isEqualTo(new CaseStepSkipped(CaseStep.ENTERED, "POL-2020-TOWN", 1));
            file.given(with(kept, town2020()))
                    .when(new RecordEntry(APRIL.plusDays(9), "国扶系统", "N-1", List.of()))
                    .thenRefused(STEP_NOT_IN_POLICY, "ENTERED");
            var view = CaseView.of(id(9), 1, state(with(kept, town2020())), List.of());
            assertThat(view.nextSteps()).isEmpty();
            assertThat(view.steps().getLast().status()).isEqualTo("SKIPPED");
        }
        var red = history(open2020(), visit2020("4999.99", RegisteredType.LIFTED, "06"), review2020(true), town2020());
        file.given(red)
                .when(new RecordEntry(APRIL.plusDays(9), "国扶系统", "N-1", List.of()))
                .then(new CaseEntered(APRIL.plusDays(9), "国扶系统", "N-1", List.of()));
    }

    @Test
    void who_is_no_longer_kept_is_taken_off_the_watch_list_once() {
        var rejected = with(history(open(), visit()), reject(REASON, income("24300.00")));
        file.given(rejected).when(new Lapse(day(8))).then(new WatchEnded(day(8)));
        file.given(with(rejected, new Lapse(day(8)))).when(new Lapse(day(8))).thenNothing();
        file.given(with(rejected, new Lapse(day(8)))).when(new Lapse(day(9))).thenNothing();
    }

    @Test
    void a_case_becomes_overdue_once_and_not_on_its_last_day() {
        file.given(publicized()).when(new NoteOverdue(day(16))).thenNothing();
        file.given(publicized()).when(new NoteOverdue(day(17))).then(new CaseOverdue(day(16)));
        file.given(with(publicized(), new NoteOverdue(day(17))))
                .when(new NoteOverdue(day(18)))
                .thenNothing();
        file.given(with(publicized(), town(11), county(15)))
                .when(new NoteOverdue(day(18)))
                .thenNothing();
        file.given().when(new NoteOverdue(day(18))).thenNothing();
    }

    @Test
    void a_case_lapses_where_the_household_is_no_longer_kept_unless_it_was_included() {
        file.given(history(open(), visit())).when(new Lapse(day(5))).then(new CaseLapsed(day(5)));
        var lapsed = with(history(open(), visit()), new Lapse(day(5)));
        assertThat(state(lapsed).reached()).isEqualTo(CaseState.LAPSED);
        file.given(lapsed).when(new Lapse(day(5))).thenNothing();
        file.given(lapsed).when(review()).thenRefused(CASE_CLOSED, "LAPSED");
        file.given(with(publicized(), town(11), county(15)))
                .when(new Lapse(day(30)))
                .thenNothing();
        file.given().when(new Lapse(day(5))).thenNothing();
    }

    @Test
    void a_case_moves_with_its_household_however_far_it_has_come() {
        var there = "610727105207";
        var moved = new CaseMoved(VILLAGE, there, day(5));
        file.given().when(new Move(there, day(5))).thenRefused(CASE_UNKNOWN);
        for (var before : List.of(
                history(open(), visit()),
                with(publicized(), town(11), county(15)),
                with(history(open(), visit()), reject(REASON, income("24300.00"))),
                with(history(open(), visit()), new Lapse(day(5))))) {
            file.given(before).when(new Move(there, day(5))).then(moved);
            file.given(after(before, moved)).when(new Move(there, day(5))).thenNothing();
            assertThat(state(after(before, moved)).areaCode()).isEqualTo(there);
            assertThat(state(after(before, moved)).reached())
                    .isEqualTo(state(before).reached());
        }
    }

    @Test
    void a_household_that_was_not_included_is_no_longer_watched_for() {
        var rejected = with(history(open(), visit()), reject(REASON, income("24300.00")));
        file.given(rejected).when(new Lapse(day(30))).then(new WatchEnded(day(30)));
        var lapsed = with(rejected, new Lapse(day(30)));
        assertThat(state(lapsed).reached()).isEqualTo(CaseState.NOT_INCLUDED);
    }

    @Test
    void a_household_that_was_not_included_is_looked_at_again_by_income_and_in_words() {
        var rejected = with(history(open(), visit()), reject(REASON, income("31000.00")));
        var april = LocalDate.of(2022, 4, 20);
        var june = LocalDate.of(2022, 6, 30);
        var seen = new WatchRechecked(april, false, REASON, STATEMENT, june, null);
        file.given(rejected)
                .when(recheck(april, false, stated(IncomeFact.State.SIGNED), null))
                .then(seen);
        var again = with(rejected, recheck(april, false, stated(IncomeFact.State.SIGNED), null));
        file.given(again)
                .when(recheck(april, false, stated(IncomeFact.State.SIGNED), null))
                .thenNothing();
        file.given(again)
                .when(recheck(april.minusDays(1), false, stated(IncomeFact.State.SIGNED), null))
                .thenRefused(DATE_OUT_OF_ORDER, "2022-04-20");
        file.given(rejected)
                .when(recheck(day(5), false, income("31000.00"), null))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-06");
        file.given(rejected)
                .when(recheck(april, false, stated(IncomeFact.State.SIGNED), april))
                .thenRefused(DATE_OUT_OF_ORDER, "2022-04-20");
        file.given(rejected)
                .when(recheck(april, true, income("24300.00"), april.plusDays(30)))
                .then(new WatchRechecked(april, true, REASON, STATEMENT, april.plusDays(30), STATEMENT));
        file.given(rejected).when(recheck(april, false, null, null)).thenRefused(INCOME_STATEMENT_REQUIRED);
        file.given(rejected)
                .when(new Recheck(april, false, "还好", stated(IncomeFact.State.SIGNED), null, STATEMENT))
                .thenRefused(REASON_REQUIRED, "10");
        file.given(rejected)
                .when(new Recheck(
                        april, false, REASON + "13800138000", stated(IncomeFact.State.SIGNED), null, STATEMENT))
                .thenRefused(SENSITIVE_TEXT, "note");
        file.given(history(open(), visit()))
                .when(recheck(april, false, stated(IncomeFact.State.SIGNED), null))
                .thenRefused(NOT_WATCHED);
        file.given(with(rejected, new Lapse(day(30))))
                .when(recheck(april, false, stated(IncomeFact.State.SIGNED), null))
                .thenRefused(NOT_WATCHED);
    }

    @Test
    void a_statement_that_is_superseded_unsigned_or_old_shows_nothing_at_a_second_look() {
        var rejected = with(history(open(), visit()), reject(REASON, income("31000.00")));
        var april = LocalDate.of(2022, 4, 20);
        file.given(rejected)
                .when(recheck(april, false, stated(IncomeFact.State.SUPERSEDED), null))
                .thenRefused(STATEMENT_SUPERSEDED);
        file.given(rejected)
                .when(recheck(april, false, stated(IncomeFact.State.DRAFT), null))
                .thenRefused(STATEMENT_UNSIGNED);
        file.given(rejected)
                .when(recheck(april, true, stated(IncomeFact.State.DRAFT), null))
                .thenRefused(STATEMENT_UNSIGNED);
        file.given(rejected)
                .when(recheck(april, false, income("31000.00"), null))
                .thenRefused(INCOME_WINDOW_MISMATCH, "2021-04..2022-03");
    }

    @Test
    void the_first_look_is_at_the_next_quarterly_review_in_the_month_of_the_decision_too() {
        assertThat(firstLook(LocalDate.of(2022, 4, 1), false)).isEqualTo(LocalDate.of(2022, 4, 30));
        assertThat(firstLook(LocalDate.of(2022, 4, 29), false)).isEqualTo(LocalDate.of(2022, 4, 30));
        assertThat(firstLook(LocalDate.of(2022, 4, 30), false)).isEqualTo(LocalDate.of(2022, 6, 30));
        assertThat(firstLook(LocalDate.of(2022, 4, 1), true)).isEqualTo(LocalDate.of(2022, 6, 30));
        assertThat(firstLook(LocalDate.of(2022, 5, 1), false)).isEqualTo(LocalDate.of(2022, 6, 30));
        assertThat(firstLook(LocalDate.of(2022, 10, 1), false)).isEqualTo(LocalDate.of(2022, 10, 31));
        assertThat(firstLook(LocalDate.of(2022, 10, 1), true)).isEqualTo(LocalDate.of(2023, 4, 30));
    }

    private LocalDate firstLook(LocalDate decidedOn, boolean reviewHeld) {
        var reject = new Reject(RejectionReason.NO_RISK, REASON, income("31000.00"), decidedOn, LINE, reviewHeld);
        var rejected =
                file.given(history(open(), visit())).when(reject).events().getFirst();
        return ((CaseRejected) rejected).recheckOn();
    }

    @Test
    void a_sweep_without_a_risk_is_a_look_unless_somebody_looked_later() {
        var rejected = with(history(open(), visit()), reject(REASON, income("31000.00")));
        var april = LocalDate.of(2022, 4, 20);
        file.given(rejected)
                .when(new NoteNoRisk(april, null))
                .then(new WatchRechecked(april, false, null, null, LocalDate.of(2022, 6, 30), null));
        file.given(with(rejected, new NoteNoRisk(april, null)))
                .when(new NoteNoRisk(april, null))
                .thenNothing();
        file.given(rejected).when(new NoteNoRisk(day(6), null)).thenNothing();
        file.given(history(open(), visit())).when(new NoteNoRisk(april, null)).thenNothing();
    }

    private static IncomeFact stated(IncomeFact.State state) {
        return income("31000.00", YearMonth.of(2021, 4), YearMonth.of(2022, 3), IncomeBasis.ACTUAL_12M, state);
    }

    private static Recheck recheck(LocalDate on, boolean risk, IncomeFact statement, LocalDate next) {
        return new Recheck(on, risk, REASON, statement, next, STATEMENT);
    }

    @Test
    void no_case_opens_for_a_household_that_is_no_longer_kept() {
        var c = open();
        file.given()
                .when(new Open(
                        c.householdId(),
                        c.areaCode(),
                        c.clueIds(),
                        c.channel(),
                        c.clueOn(),
                        c.openedOn(),
                        false,
                        null,
                        c.documents(),
                        null,
                        false,
                        null,
                        day(1),
                        c.terms(),
                        List.of(c.channel())))
                .thenRefused(HOUSEHOLD_ENDED, "2021-11-01");
    }

    @Test
    void nothing_happens_to_an_unknown_case() {
        file.given().when(visit()).thenRefused(CASE_UNKNOWN);
        file.given().when(county(15)).thenRefused(CASE_UNKNOWN);
    }

    private static Open open2020() {
        return new Open(
                HOUSEHOLD,
                VILLAGE,
                List.of(CLUE),
                org.shouwang.monitoring.clue.ClueSource.CADRE_SWEEP,
                APRIL,
                APRIL,
                false,
                null,
                List.of(),
                null,
                false,
                null,
                null,
                TOWN_2020,
                List.of(org.shouwang.monitoring.clue.ClueSource.CADRE_SWEEP));
    }

    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);

    private static Visit visit2020(String perHead, RegisteredType type, String... risks) {
        var net = new BigDecimal(perHead).multiply(BigDecimal.valueOf(5)).toPlainString();
        var income = income(
                net,
                YearMonth.of(2020, 1),
                YearMonth.of(2020, 12),
                IncomeBasis.ESTIMATED_YEAR,
                IncomeFact.State.SIGNED);
        var v = visit(
                APRIL,
                household(type, org.shouwang.monitoring.facts.Labour.NORMAL),
                income,
                safeguards(SafeguardResult.PASS),
                findings(risks));
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
                new BigDecimal("5000"));
    }

    private static Review review2020(boolean included) {
        var c = review(included, null);
        return new Review(
                APRIL,
                c.place(),
                c.host(),
                c.recorder(),
                c.attendees(),
                c.signIns(),
                c.shouldAttend(),
                c.votes(),
                included,
                null,
                null,
                null,
                docs("DOC_REVIEW_MINUTES"),
                c.income(),
                null,
                new BigDecimal("5000"),
                c.household());
    }

    private static ReviewByTown town2020() {
        return new ReviewByTown(APRIL.plusDays(5), "town-reviewer", "同意", List.of());
    }

    private static Reject reject(String reason, IncomeFact statement) {
        return new Reject(RejectionReason.ABOVE_LINE_NO_HARDSHIP, reason, statement, day(6), LINE, false);
    }

    private static IncomeFact withoutCost(IncomeFact f) {
        return new IncomeFact(
                f.id(),
                f.householdId(),
                f.from(),
                f.to(),
                f.basis(),
                f.wage(),
                f.operating(),
                f.property(),
                f.transfer(),
                null,
                f.net(),
                f.population(),
                f.perCapita(),
                f.perCapitaReference(),
                f.state());
    }

    private static CaseEvent[] after(CaseEvent[] events, CaseEvent... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(events), java.util.Arrays.stream(more))
                .toArray(CaseEvent[]::new);
    }

    private static CaseEvent[] with(CaseEvent[] events, CaseCommand... commands) {
        var decider = new CaseDecider();
        var all = events;
        for (var command : commands) {
            var decision = decider.decide(command, state(all));
            assertThat(decision).as("%s", command).isInstanceOf(org.shouwang.eventsourcing.Decision.Accepted.class);
            all = after(
                    all,
                    ((org.shouwang.eventsourcing.Decision.Accepted<CaseEvent>) decision)
                            .events()
                            .toArray(CaseEvent[]::new));
        }
        return all;
    }

    private static IdentificationCase state(CaseEvent[] events) {
        var decider = new CaseDecider();
        return decider.replay(decider.initial(), List.of(events));
    }
}
