package org.shouwang.monitoring.identification;

import static org.shouwang.monitoring.identification.Story.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.ConsentFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;

/** The commands of a case on any day, under the policy of its clue. @param income a statement on the basis that the policy asks for */
record CaseScript(LocalDate clueOn, PolicyTerms terms, IncomeFact income) {

    static CaseScript of2021() {
        return new CaseScript(Story.CLUE_ON, COUNTY_2021, Story.income("24300.00"));
    }

    static CaseScript of2020() {
        var estimated = Story.income(
                "24000.00",
                YearMonth.of(2020, 1),
                YearMonth.of(2020, 12),
                IncomeBasis.ESTIMATED_YEAR,
                IncomeFact.State.SIGNED);
        return new CaseScript(LocalDate.of(2020, 4, 1), TOWN_2020, estimated);
    }

    CaseCommand.Open open(LocalDate on) {
        return new CaseCommand.Open(
                HOUSEHOLD,
                VILLAGE,
                List.of(CLUE),
                ClueSource.CADRE_SWEEP,
                clueOn,
                on,
                false,
                null,
                docs("DOC_APPLICATION"),
                null,
                false,
                null,
                null,
                terms,
                List.of(ClueSource.CADRE_SWEEP));
    }

    Visit visit(LocalDate on) {
        return new Visit(
                on,
                List.of("grid-member"),
                "info-officer",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                household(),
                income,
                safeguards(SafeguardResult.PASS),
                findings("01"),
                LINE);
    }

    /** By one of those who decide. */
    Visit visitBy(LocalDate on, String visitor) {
        var v = visit(on);
        return new Visit(
                on,
                List.of(visitor),
                v.recorder(),
                v.signatures(),
                v.documents(),
                v.household(),
                v.income(),
                v.safeguards(),
                v.findings(),
                v.line());
    }

    LinkConsent linkConsent(LocalDate on) {
        return new LinkConsent(consent(), on, docs("DOC_CONSENT"));
    }

    private ConsentFact consent() {
        return new ConsentFact(
                CONSENT, HOUSEHOLD, List.of("VEHICLE", "PROPERTY"), List.of(id(50)), clueOn, clueOn.plusYears(5), null);
    }

    RequestComparison request(LocalDate on) {
        return new RequestComparison(List.of("VEHICLE"), on, consent());
    }

    Compare compare(LocalDate on) {
        return new Compare(
                on, List.of(new Comparison("VEHICLE", on, false, null)), consent(), docs("DOC_COMPARE_RESULT"), LINE);
    }

    Review review(LocalDate on, boolean included) {
        return new Review(
                on,
                "村委会会议室",
                "village-secretary",
                "info-officer",
                List.of("village-head", "village-secretary", "info-officer"),
                3,
                null,
                new Votes(3, 0, 0),
                included,
                null,
                null,
                REASON,
                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"),
                income,
                consent(),
                LINE,
                household());
    }

    Publicize publicize(LocalDate on) {
        return new Publicize(on, "村务公开栏", NOTICE, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee");
    }

    RaiseObjection object(LocalDate on, UUID objection, String text) {
        return new RaiseObjection(objection, on, text);
    }

    DecideObjection decide(LocalDate on, UUID objection, boolean sustained) {
        return new DecideObjection(objection, on, sustained, REASON, "village-head");
    }

    ReviewByTown town(LocalDate on) {
        return new ReviewByTown(on, "town-reviewer", "同意", docs("DOC_TOWN_OPINION"));
    }

    DetermineByCounty county(LocalDate on) {
        return new DetermineByCounty(on, "county-approver", on + "号", docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT"));
    }

    RecordEntry enter(LocalDate on) {
        return new RecordEntry(on, "全国防返贫监测信息系统", "N-1", docs("DOC_COLLECTION_FORM"));
    }

    Reject reject(LocalDate on) {
        return new Reject(RejectionReason.NO_RISK, REASON, income, on, LINE, false);
    }

    Recheck recheck(LocalDate on) {
        var month = YearMonth.from(on);
        var seen = terms.incomeBasis() == IncomeBasis.ACTUAL_12M
                ? Story.income(
                        "24300.00",
                        month.minusMonths(12),
                        month.minusMonths(1),
                        IncomeBasis.ACTUAL_12M,
                        IncomeFact.State.SIGNED)
                : Story.income(
                        "24000.00",
                        month.withMonth(1),
                        month.withMonth(12),
                        IncomeBasis.ESTIMATED_YEAR,
                        IncomeFact.State.SIGNED);
        return new Recheck(on, false, REASON, seen, null, STATEMENT);
    }

    Return sendBack(LocalDate on, CaseState to) {
        return new Return(to, on, REASON, "county-operator");
    }
}
