package org.shouwang.monitoring.identification;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;
import static org.shouwang.monitoring.identification.Story.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.ConsentFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.DayType;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.policy.PolicyTerms.Publicity;

/** What is refused at every step alike: ill-formed papers, sensitive words, statements that no longer count, steps that are over. */
class CaseRefusalsTest {

    private static final List<DocumentRef> ILL = List.of(new DocumentRef("DOC_X", "short"));
    private static final String NUMBER = "户主999999196503121011";

    private final Spec<CaseCommand, IdentificationCase, CaseEvent> file = Spec.of(new CaseDecider());

    @Test
    void ill_formed_papers() {
        var reviewed = history(open(), visit(), consent(), comparison(), review());
        file.given().when(opening(COUNTY_2021, false, null, ILL)).thenRefused(DOCUMENT_INVALID, "DOC_X");
        file.given(history(open(), visit()))
                .when(new LinkConsent(consented(), day(3), ILL))
                .thenRefused(DOCUMENT_INVALID, "DOC_X");
        file.given(history(open(), visit(), consent()))
                .when(new Compare(day(5), comparison().departments(), consented(), ILL, LINE))
                .thenRefused(DOCUMENT_INVALID, "DOC_X");
        file.given(history(open(), visit(), consent(), comparison()))
                .when(reviewing(review(), "村委会", null, ILL, null, null))
                .thenRefused(DOCUMENT_INVALID, "DOC_X");
        file.given(reviewed)
                .when(new Publicize(day(5), "村务公开栏", NOTICE, ILL, "village-committee"))
                .thenRefused(DOCUMENT_INVALID, "DOC_X");
        file.given(publicized())
                .when(new ReviewByTown(day(11), "town-reviewer", "同意", ILL))
                .thenRefused(DOCUMENT_INVALID, "DOC_X");
        file.given(townApproved())
                .when(new DetermineByCounty(day(15), "county-approver", "1号", ILL))
                .thenRefused(DOCUMENT_INVALID, "DOC_X");
        file.given(confirmed()).when(new RecordEntry(day(15), "系统", "N-1", ILL)).thenRefused(DOCUMENT_INVALID, "DOC_X");
    }

    @Test
    void sensitive_words() {
        var before = history(open(), visit(), consent(), comparison());
        file.given().when(opening(COUNTY_2021, true, NUMBER, List.of())).thenRefused(SENSITIVE_TEXT, "greenReason");
        file.given(history(open()))
                .when(visit(noted(null, NUMBER, List.of()), "24300.00"))
                .thenRefused(SENSITIVE_TEXT, "note");
        file.given(history(open()))
                .when(visit(noted(NUMBER, null, List.of()), "24300.00"))
                .thenRefused(SENSITIVE_TEXT, "riskNote");
        file.given(history(open()))
                .when(visit(noted(null, null, List.of(NUMBER)), "24300.00"))
                .thenRefused(SENSITIVE_TEXT, "assetFlags");
        file.given(history(open(), visit(), consent()))
                .when(comparison(new Comparison("VEHICLE", day(5), true, NUMBER)))
                .thenRefused(SENSITIVE_TEXT, "departments.item");
        file.given(before).when(review(true, NUMBER)).thenRefused(SENSITIVE_TEXT, "reason");
        file.given(before)
                .when(reviewing(review(), NUMBER, null, review().documents(), null, null))
                .thenRefused(SENSITIVE_TEXT, "place");
        file.given(objected())
                .when(new DecideObjection(OBJECTION, day(9), false, NUMBER, "village-head"))
                .thenRefused(SENSITIVE_TEXT, "reason");
        file.given(publicized())
                .when(new ReviewByTown(day(11), "town-reviewer", NUMBER, docs("DOC_TOWN_OPINION")))
                .thenRefused(SENSITIVE_TEXT, "opinion");
        file.given(townApproved())
                .when(new DetermineByCounty(
                        day(15), "county-approver", NUMBER, docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")))
                .thenRefused(SENSITIVE_TEXT, "decisionNo");
        file.given(confirmed())
                .when(new RecordEntry(day(15), "系统", NUMBER, docs("DOC_COLLECTION_FORM")))
                .thenRefused(SENSITIVE_TEXT, "entryNo");
        file.given(history(open(), visit()))
                .when(new Reject(RejectionReason.NO_RISK, NUMBER + "收入稳定", income("24300.00"), day(6), LINE, false))
                .thenRefused(SENSITIVE_TEXT, "reason");
        file.given(history(open(), visit())).when(new Withdraw(day(6), NUMBER)).thenRefused(SENSITIVE_TEXT, "reason");
        file.given(townApproved())
                .when(new Return(CaseState.REVIEWED, day(12), NUMBER, "county-operator"))
                .thenRefused(SENSITIVE_TEXT, "reason");
    }

    @Test
    void statements_that_no_longer_count() {
        var old = income(
                "24300.00",
                YearMonth.of(2020, 11),
                YearMonth.of(2021, 10),
                IncomeBasis.ACTUAL_12M,
                IncomeFact.State.SUPERSEDED);
        file.given(history(open()))
                .when(visit(day(3), household(), old, safeguards(SafeguardResult.PASS), findings("01")))
                .thenRefused(STATEMENT_SUPERSEDED);
        file.given(history(open(), visit(), consent(), comparison()))
                .when(reviewing(review(), "村委会", null, review().documents(), old, null))
                .thenRefused(STATEMENT_SUPERSEDED);
        file.given(history(open(), visit()))
                .when(new Reject(RejectionReason.NO_RISK, REASON, old, day(6), LINE, false))
                .thenRefused(STATEMENT_SUPERSEDED);
        var draft = income(
                "24300.00",
                YearMonth.of(2020, 11),
                YearMonth.of(2021, 10),
                IncomeBasis.ACTUAL_12M,
                IncomeFact.State.DRAFT);
        file.given(history(open(), visit()))
                .when(new Reject(RejectionReason.NO_RISK, REASON, draft, day(6), LINE, false))
                .thenRefused(STATEMENT_UNSIGNED);
    }

    @Test
    void steps_that_are_over() {
        var other = new ConsentFact(id(77), HOUSEHOLD, List.of("VEHICLE"), List.of(), day(3), null, null);
        file.given(townApproved())
                .when(new LinkConsent(other, day(12), docs("DOC_CONSENT")))
                .thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        file.given(townApproved())
                .when(comparison(new Comparison("PROPERTY", day(5), false, null)))
                .thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        file.given(townApproved()).when(town(12)).thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        file.given(townApproved())
                .when(new RaiseObjection(OBJECTION, day(8), "该户有房"))
                .thenRefused(PUBLICITY_OVER);
        file.given(confirmed()).when(town(12)).thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        file.given(publicized())
                .when(new Publicize(
                        day(6), "村务公开栏", NOTICE, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee"))
                .thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY");
        var second = review();
        file.given(history(open(), visit(), consent(), comparison(), review()))
                .when(new Review(
                        day(6),
                        second.place(),
                        second.host(),
                        second.recorder(),
                        second.attendees(),
                        3,
                        5,
                        second.votes(),
                        true,
                        null,
                        null,
                        null,
                        second.documents(),
                        second.income(),
                        second.consent(),
                        LINE,
                        second.household()))
                .thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
        file.given(history(open(), visit()))
                .when(new EndPublicity(day(10)))
                .thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY");
        file.given(history(open(), visit()))
                .when(new RaiseObjection(OBJECTION, day(8), "该户有房"))
                .thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY");
    }

    @Test
    void a_consent_from_before_the_clue_is_linked_after_it() {
        var early = new ConsentFact(
                CONSENT, HOUSEHOLD, List.of("VEHICLE"), List.of(), LocalDate.of(2021, 10, 1), null, null);
        file.given(history(open(), visit()))
                .when(new LinkConsent(early, LocalDate.of(2021, 10, 20), docs("DOC_CONSENT")))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
        file.given(history(open(), visit()))
                .when(new LinkConsent(early, day(3), docs("DOC_CONSENT")))
                .events();
        var nothing = new ConsentFact(CONSENT, HOUSEHOLD, List.of(), List.of(), day(3), null, null);
        file.given(history(open(), visit()))
                .when(new LinkConsent(nothing, day(3), docs("DOC_CONSENT")))
                .thenRefused(CONSENT_REQUIRED);
    }

    @Test
    void a_green_channel_visit_is_completed_before_the_review() {
        var green = opening(COUNTY_2021, true, "房屋被山洪冲毁", docs("DOC_APPLICATION"));
        var bare = visit(day(3), household(), null, null, findings("0201"));
        file.given(history(green, bare, consent())).when(review()).thenRefused(INCOME_STATEMENT_REQUIRED);
        var half = visit(day(3), household(), income("24300.00"), null, findings("0201"));
        file.given(history(green, half, consent())).when(review()).thenRefused(SAFEGUARD_CHECK_REQUIRED);
        file.given(history(green, bare, visit(findings("0201"), "24300.00"), consent()))
                .when(review())
                .events();
    }

    @Test
    void a_review_stays_within_the_policy() {
        var before = history(open(), visit(), consent(), comparison());
        var six = List.of("01", "03", "05", "06", "09", "10");
        var c = review(true, REASON);
        file.given(before)
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
                        six,
                        REASON,
                        c.documents(),
                        c.income(),
                        c.consent(),
                        LINE,
                        c.household()))
                .thenRefused(TOO_MANY_RISKS);
        var quorum = with(COUNTY_2021.publicity(), 67);
        var prepared = history(opening(quorum, false, null, docs("DOC_APPLICATION")), visit(), consent(), comparison());
        file.given(prepared).when(review()).thenRefused(QUORUM_NOT_MET);
        for (var none : new Integer[] {null, 0})
            file.given(prepared).when(attending(review(), none)).thenRefused(MINUTES_INCOMPLETE, "SHOULD_ATTEND");
        file.given(prepared).when(attending(review(), 3)).events();
        file.given(history(open(), visit(), consent(), comparison()))
                .when(attending(review(), null))
                .events();
        file.given(history(opening(TOWN_2020, false, null, List.of()), visit2020()))
                .when(reviewing(review(true, REASON), "村委会", ObjectType.SUDDEN, docs("DOC_REVIEW_MINUTES"), null, null))
                .thenRefused(TYPE_NOT_IN_POLICY, "SUDDEN");
    }

    @Test
    void what_a_meeting_concludes_fits_the_household() {
        var before = history(open(), visit(), consent(), comparison());
        var papers = review().documents();
        var other = List.of("01", "99");
        file.given(before)
                .when(reviewing(review(), "村委会", null, papers, null, other))
                .thenRefused(RISK_NOTE_REQUIRED);
        file.given(before)
                .when(reviewing(review(true, REASON), "村委会", null, papers, null, other))
                .events();
        file.given(history(open(), visit(noted("户主被骗", null, List.of()), "24300.00"), consent(), comparison()))
                .when(reviewing(review(), "村委会", null, papers, null, other))
                .events();
        file.given(before)
                .when(reviewing(review(), "村委会", null, papers, null, List.of("01", "09")))
                .thenRefused(RISK_INCONSISTENT, "09");
    }

    @Test
    void what_speaks_against_need_is_on_the_list_and_explained_by_who_has_to() {
        file.given(history(open()))
                .when(visit(noted(null, null, List.of("PRIVATE_CAR", "YACHT")), "24300.00"))
                .thenRefused(ASSET_FLAG_UNKNOWN, "YACHT");
        var car =
                history(open(), visit(noted(null, null, List.of("PRIVATE_CAR")), "24300.00"), consent(), comparison());
        file.given(car).when(review()).thenRefused(REASON_REQUIRED, "10");
        file.given(car).when(review(true, REASON)).events();
        var relative = visit(noted(null, null, List.of("CADRE_RELATIVE")), "24300.00");
        var posted = history(open(), relative, consent(), comparison(), review(), publicity());
        file.given(posted).when(town(11)).thenRefused(REASON_REQUIRED, "10");
        file.given(posted)
                .when(new ReviewByTown(day(11), "town-reviewer", REASON, docs("DOC_TOWN_OPINION")))
                .events();
    }

    @Test
    void a_policy_without_publicity_has_no_notice() {
        var quiet = with(new Publicity(false, false, 0, DayType.CALENDAR, null), null);
        file.given(history(
                        opening(quiet, false, null, docs("DOC_APPLICATION")),
                        visit(),
                        consent(),
                        comparison(),
                        review()))
                .when(publicity())
                .thenRefused(STEP_NOT_IN_POLICY, "PUBLICITY");
    }

    @Test
    void the_town_waits_for_a_late_comparison() {
        var late = new Compare(
                day(12),
                List.of(new Comparison("VEHICLE", day(12), false, null)),
                consented(),
                docs("DOC_COMPARE_RESULT"),
                LINE);
        file.given(history(open(), visit(), consent(), review(), publicity(), late))
                .when(town(11))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-12");
    }

    @Test
    void what_a_department_finds_after_the_review_is_explained_by_the_town() {
        var car = comparison(new Comparison("VEHICLE", day(5), true, "CAR"));
        var none = comparison(new Comparison("VEHICLE", day(5), false, null));
        var explained = new ReviewByTown(day(11), "town-reviewer", REASON, docs("DOC_TOWN_OPINION"));
        var late = history(open(), visit(), consent(), review(), publicity(), car);
        file.given(late).when(town(11)).thenRefused(REASON_REQUIRED, "10");
        file.given(late).when(explained).events();
        file.given(history(open(), visit(), consent(), none, review(), publicity(), car))
                .when(town(11))
                .thenRefused(REASON_REQUIRED, "10");
        file.given(history(open(), visit(), consent(), car, review(true, REASON), publicity()))
                .when(town(11))
                .events();
        var back = new Return(CaseState.COMPARED, day(8), "比对发现车辆，请重新评议", "town-operator");
        var again = new Publicize(day(9), "村务公开栏", NOTICE, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee");
        var returned =
                history(open(), visit(), consent(), review(), publicity(), car, back, review(true, REASON), again);
        file.given(returned).when(town(15)).events();
    }

    @Test
    void the_town_waits_for_a_late_consent() {
        var steps = List.of("CLUE", "VISIT", "CONSENT", "REVIEW", "PUBLICITY", "TOWN", "COUNTY");
        var uncompared = with(COUNTY_2021.publicity(), null, steps);
        var late = new LinkConsent(consented(), day(12), docs("DOC_CONSENT"));
        var before = history(
                opening(uncompared, false, null, docs("DOC_APPLICATION")), visit(), late, review(), publicity());
        file.given(before).when(town(11)).thenRefused(DATE_OUT_OF_ORDER, "2021-11-12");
        file.given(before).when(town(12)).events();
    }

    @Test
    void a_procedure_without_an_entry_ends_with_the_county() {
        var steps = List.of("CLUE", "VISIT", "CONSENT", "COMPARE", "REVIEW", "PUBLICITY", "TOWN", "COUNTY");
        var eight = with(COUNTY_2021.publicity(), null, steps);
        file.given(history(
                        opening(eight, false, null, docs("DOC_APPLICATION")),
                        visit(),
                        consent(),
                        comparison(),
                        review(),
                        publicity(),
                        town(11),
                        county(15)))
                .when(entry(15))
                .thenRefused(STEP_NOT_IN_POLICY, "ENTERED");
    }

    private static CaseEvent[] townApproved() {
        return history(open(), visit(), consent(), comparison(), review(), publicity(), town(11));
    }

    private static CaseEvent[] confirmed() {
        return history(open(), visit(), consent(), comparison(), review(), publicity(), town(11), county(15));
    }

    private static CaseEvent[] objected() {
        return history(
                open(),
                visit(),
                consent(),
                comparison(),
                review(),
                publicity(),
                new RaiseObjection(OBJECTION, day(8), "该户有房"));
    }

    private static Findings noted(String riskNote, String note, List<String> flags) {
        return new Findings(List.of("01"), riskNote, false, false, false, false, flags, note);
    }

    private static Open opening(PolicyTerms terms, boolean green, String reason, List<DocumentRef> documents) {
        return new Open(
                HOUSEHOLD,
                VILLAGE,
                List.of(CLUE),
                ClueSource.CADRE_SWEEP,
                CLUE_ON,
                CLUE_ON,
                green,
                reason,
                documents,
                null,
                false,
                null,
                null,
                terms,
                List.of(ClueSource.CADRE_SWEEP));
    }

    private static Visit visit2020() {
        var income = income(
                "24000.00",
                YearMonth.of(2021, 1),
                YearMonth.of(2021, 12),
                IncomeBasis.ESTIMATED_YEAR,
                IncomeFact.State.SIGNED);
        return visit(day(3), household(), income, safeguards(SafeguardResult.PASS), findings("01"));
    }

    private static Review reviewing(
            Review c,
            String place,
            ObjectType type,
            List<DocumentRef> documents,
            IncomeFact income,
            List<String> risks) {
        return new Review(
                c.heldOn(),
                place,
                c.host(),
                c.recorder(),
                c.attendees(),
                c.signIns(),
                c.shouldAttend(),
                c.votes(),
                c.included(),
                type,
                risks,
                c.reason(),
                documents,
                income == null ? c.income() : income,
                c.consent(),
                c.line(),
                c.household());
    }

    /** @param should how many should have come; null: not told */
    private static Review attending(Review c, Integer should) {
        return new Review(
                c.heldOn(),
                c.place(),
                c.host(),
                c.recorder(),
                c.attendees(),
                c.signIns(),
                should,
                c.votes(),
                c.included(),
                c.type(),
                c.risks(),
                c.reason(),
                c.documents(),
                c.income(),
                c.consent(),
                c.line(),
                c.household());
    }

    private static PolicyTerms with(Publicity publicity, Integer quorum) {
        var steps = publicity.required()
                ? COUNTY_2021.steps()
                : List.of("CLUE", "VISIT", "CONSENT", "COMPARE", "REVIEW", "TOWN", "COUNTY", "ENTERED");
        return with(publicity, quorum, steps);
    }

    private static PolicyTerms with(Publicity publicity, Integer quorum, List<String> steps) {
        var t = COUNTY_2021;
        return new PolicyTerms(
                t.policyId(),
                t.version(),
                t.areaPrefix(),
                t.effectiveFrom(),
                t.effectiveTo(),
                t.regime(),
                t.objectTypes(),
                t.incomeMeasure(),
                t.incomeBasis(),
                t.line(),
                t.grading(),
                t.application(),
                publicity,
                t.procedure(),
                steps,
                t.identifyMaxDays(),
                t.identifyDayType(),
                t.stepLimits(),
                t.planMaxDays(),
                t.measureMaxDays(),
                t.clues(),
                t.evidence(),
                t.comparison(),
                t.negativeList(),
                new PolicyTerms.Review(quorum, t.review().shortestReason()),
                t.monitoring(),
                t.deadlines(),
                t.quarterlyReview(),
                t.removal(),
                t.sizeLimitPercent(),
                t.calendar());
    }
}
